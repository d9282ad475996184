import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { en } from '../../src/locales/en/package.js';
import { createFormat } from '../../src/locales/format.js';
import { parseCredential } from '../../src/model/parse.js';
import { emptyPortfolio, type Portfolio } from '../../src/model/portfolio.js';
import type { Submission } from '../../src/model/submission.js';
import {
  draftFileName,
  packageBlob,
  readPackage,
  safeName,
  submissionFileName,
  ZipProblem,
  type PackageContent,
  type PackageInput,
} from '../../src/transport/package.js';

const run = promisify(execFile);
const pageWords = en(createFormat('en'));
const at = '2026-11-22T14:03:00Z';
const parsed = parseCredential(await readFile('demo/credentials/collaborative-leadership.json', 'utf8'));
assert.ok(parsed.ok);
const credential = parsed.value;
const pin = { id: credential.id, version: credential.version, digest: 'a'.repeat(64) };

interface TestFile {
  id: string;
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

function portfolioWith(files: TestFile[]): Portfolio {
  return {
    ...emptyPortfolio('p1', pin),
    artifacts: files.map(({ id, name, bytes }) => ({
      id: `artifact ${id}`,
      part: 'p',
      title: name,
      file: { id, name, type: 'text/plain', size: bytes.length },
    })),
  };
}

const applicant = {
  format: 'mc-applicant/1' as const,
  portfolio: 'p1',
  name: 'Zerlina Quandt',
  email: 'zq@example.org',
  fields: {},
  identifyingTerms: ['Birch Hollow'],
  signatures: [],
};

function draft(files: TestFile[], changes: Partial<PackageInput> = {}): PackageInput {
  return {
    kind: 'draft',
    at,
    library: '0.1.0',
    credential,
    applicant,
    portfolio: portfolioWith(files),
    words: pageWords,
    getFile: async (id) => {
      const file = files.find((one) => one.id === id);
      return file && new Blob([file.bytes]);
    },
    ...changes,
  } as PackageInput;
}

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());
const text = (words: string) => new TextEncoder().encode(words);
const codes = (content: PackageContent) => content.faults.map(({ code }) => code);

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'package-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Names of the kinds that break archives, besides any others. */
const awkward = fc.oneof(
  fc.string({ minLength: 1, unit: 'grapheme' }),
  fc.string({ minLength: 1, maxLength: 200 }),
  fc.constantFrom(
    '..',
    '.',
    'con.pdf',
    'a/b\\c.pdf',
    'Übung – Plan (1).pdf',
    '計画.pdf',
    '\u202efdp.exe',
    ' .x ',
    '%2e%2e',
    'a%20b',
    '\ud800',
    '__proto__',
  ),
);
const files = fc.uniqueArray(
  fc.record({
    id: awkward,
    name: awkward,
    bytes: fc.uint8Array({ maxLength: 300 }).map((bytes) => Uint8Array.from(bytes)),
  }),
  { selector: ({ id }) => id.replace(/\p{Surrogate}/gu, '\ufffd'), maxLength: 6 },
);

test('a draft there and back, with any names and contents', async () => {
  await fc.assert(
    fc.asyncProperty(files, async (all) => {
      const content = await readPackage(await packageBlob(draft(all)));
      assert.deepEqual(
        content.faults.filter(({ member }) => !/\ud800|\ufffd/.test(member ?? '')),
        [],
      );
      assert.equal(content.kind, 'draft');
      assert.deepEqual(content.manifest, { format: 'mc-package/1', kind: 'draft', at, library: '0.1.0', missing: [] });
      assert.deepEqual(content.credential, credential);
      assert.deepEqual(content.portfolio, portfolioWith(all));
      assert.deepEqual(content.applicant, applicant);
      assert.equal(content.files.length, all.length);
      for (const { id, bytes } of all) {
        const file = content.files.find((one) => one.id === id.replace(/\p{Surrogate}/gu, '\ufffd'));
        assert.ok(file, JSON.stringify(id));
        assert.deepEqual(await bytesOf(await file.open()), bytes);
      }
    }),
    { numRuns: 60 },
  );
});

test('a submission there and back, with its receipt', async () => {
  const bytes = text('a plan');
  const portfolio = portfolioWith([{ id: 'f1', name: 'plan.txt', bytes }]);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const submitted = [{ id: 'f1', name: 'plan.txt', type: 'text/plain', size: bytes.length, sha256 }];
  const submission: Submission = {
    format: 'mc-submission/1',
    id: 's1',
    attempt: 1,
    credential: pin,
    portfolio,
    files: submitted,
    words: { profile: 'mc-words/1', counts: [] },
    findings: [],
    at,
  };
  const receipt = { number: 'R-1', submission: 's1', at, digest: 'b'.repeat(64), files: submitted };
  const content = await readPackage(
    await packageBlob({
      kind: 'submission',
      at,
      credential,
      applicant,
      submission,
      receipt,
      words: pageWords,
      getFile: async () => new Blob([bytes]),
    }),
  );
  assert.deepEqual(content.faults, []);
  assert.deepEqual(
    [content.kind, content.submission, content.receipt, content.portfolio],
    ['submission', submission, receipt, undefined],
  );
  assert.deepEqual(await bytesOf(await content.files[0]!.open()), bytes);
});

test('other programs unpack it, and what they pack again is read', async () => {
  const all = [
    { id: 'f1', name: 'Plan – Übung.pdf', bytes: text('%PDF-1.7 '.repeat(5000)) },
    { id: 'f2', name: 'notes.txt', bytes: text('') },
  ];
  await inFolder(async (folder) => {
    await writeFile(join(folder, 'a.zip'), await bytesOf(await packageBlob(draft(all))));
    await run('unzip', ['-t', 'a.zip'], { cwd: folder });
    await run('python3', ['-m', 'zipfile', '-t', 'a.zip'], { cwd: folder });
    await run('python3', ['-m', 'zipfile', '-e', 'a.zip', 'work'], { cwd: folder });
    assert.deepEqual((await readdir(join(folder, 'work'))).sort(), [
      'applicant.json',
      'credential.json',
      'files',
      'index.html',
      'manifest.json',
      'portfolio.json',
    ]);
    // Deflated, in a folder of its own, with folders as members.
    await run('zip', ['-qr', 'again.zip', 'work'], { cwd: folder });
    const content = await readPackage(new Blob([await readFile(join(folder, 'again.zip'))]));
    assert.deepEqual(content.faults, []);
    assert.deepEqual(content.portfolio, portfolioWith(all));
    assert.deepEqual(
      await Promise.all(content.files.map(async ({ open }) => bytesOf(await open()))),
      all.map(({ bytes }) => bytes),
    );
  });
});

test('bytes that are not here are named, and the rest is written', async () => {
  const all = [
    { id: 'here', name: 'a.txt', bytes: text('a') },
    { id: 'gone', name: 'b.txt', bytes: text('b') },
    { id: 'dead', name: 'c.txt', bytes: text('c') },
  ];
  const dead = new Blob(['c']);
  dead.slice = () => {
    throw new DOMException('The bytes were deleted', 'NotReadableError');
  };
  const getFile = async (id: string) => (id === 'here' ? new Blob(['a']) : id === 'dead' ? dead : undefined);
  const content = await readPackage(await packageBlob(draft(all, { getFile })));
  assert.deepEqual(content.manifest?.missing, ['gone', 'dead']);
  assert.deepEqual(content.faults, [
    { code: 'package.file-missing', member: 'gone' },
    { code: 'package.file-missing', member: 'dead' },
  ]);
  assert.deepEqual(
    content.files.map(({ id }) => id),
    ['here'],
  );
});

test('a file cut short still gives what came before the cut', async () => {
  const all = [
    { id: 'f1', name: 'a.txt', bytes: text('first PK\x07\x08 and so on') },
    { id: 'f2', name: 'b.txt', bytes: text('x'.repeat(5_000_000)) },
  ];
  const whole = await packageBlob(draft(all));
  const content = await readPackage(whole.slice(0, whole.size - 100_000));
  assert.deepEqual(content.faults, [{ code: 'package.truncated' }, { code: 'package.file-missing', member: 'f2' }]);
  assert.deepEqual(content.portfolio, portfolioWith(all));
  assert.deepEqual(await bytesOf(await content.files[0]!.open()), all[0]!.bytes);
  const less = await readPackage(whole.slice(0, whole.size - 200));
  assert.deepEqual(await bytesOf(await less.files[1]!.open()), all[1]!.bytes);
});

test('any cut, and any bytes instead of others, are faults and never an exception', async () => {
  const bytes = await bytesOf(
    await packageBlob(
      draft([{ id: 'f1', name: 'a.txt', bytes: text('words') }], {
        credential: { ...credential, outcomes: [], parts: [] } as never,
      }),
    ),
  );
  const whole = await readPackage(new Blob([bytes]));
  assert.deepEqual(codes(whole), ['package.document-invalid']);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(bytes.length),
      fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 4 }),
      async (length, hits) => {
        const damaged = bytes.slice(0, hits.length ? bytes.length : length);
        for (const [place, value] of hits) damaged[place] = value;
        const content = await readPackage(new Blob([damaged]));
        if (content.portfolio) assert.equal(content.portfolio.format, 'mc-portfolio/1');
        for (const file of content.files) {
          await file.open().then(
            async (found) => assert.deepEqual(await bytesOf(found), text('words')),
            (problem) => assert.ok(problem instanceof ZipProblem),
          );
        }
      },
    ),
    { numRuns: 400 },
  );
});

test('a changed byte in a document is a fault, and the others are read', async () => {
  const bytes = await bytesOf(await packageBlob(draft([])));
  const place = Buffer.from(bytes).indexOf('mc-portfolio/1');
  bytes[place] = 0x4d;
  const content = await readPackage(new Blob([bytes]));
  assert.deepEqual(
    content.faults.map(({ code, member }) => [code, member]),
    [['package.member-damaged', 'portfolio.json']],
  );
  assert.deepEqual(content.credential, credential);
  assert.deepEqual(content.applicant, applicant);
});

test('what is no package says so', async () => {
  assert.deepEqual(codes(await readPackage(new Blob([]))), ['package.not-a-zip']);
  assert.deepEqual(codes(await readPackage(new Blob(['%PDF-1.7 not at all']))), ['package.not-a-zip']);
});

/** Archives that this library would never write, by Python. */
async function hostile(script: string): Promise<PackageContent> {
  return inFolder(async (folder) => {
    const begin = `import zipfile, struct, json, warnings\nwarnings.simplefilter('ignore')\nz = zipfile.ZipFile('a.zip', 'w')\n`;
    await run('python3', ['-c', `${begin}${script}\nz.close()`], { cwd: folder });
    return readPackage(new Blob([await readFile(join(folder, 'a.zip'))]));
  });
}
const manifest = JSON.stringify({ format: 'mc-package/1', kind: 'draft', at });

test('names that lead elsewhere are passed over', async () => {
  const content = await hostile(
    `z.writestr('manifest.json', '${manifest}')\nfor n in ['../x', '/etc/x', 'C:\\\\x', 'files/../../x', 'files\\\\..\\\\..\\\\x', 'files/f1/ok.txt']: z.writestr(n, 'x')`,
  );
  assert.equal(codes(content).filter((code) => code === 'package.unsafe-name').length, 5);
  assert.deepEqual(
    content.files.map(({ id, name }) => [id, name]),
    [['f1', 'ok.txt']],
  );
});

test('of two members with one name the first is read, and it is said', async () => {
  const content = await hostile(
    `z.writestr('manifest.json', '${manifest}')\nz.writestr('files/a/x', '1')\nz.writestr('files/a/x', '2')`,
  );
  assert.ok(codes(content).includes('package.duplicate-member'));
  assert.equal(await (await content.files[0]!.open()).text(), '1');
});

test('members that lie over one another are passed over', async () => {
  const content = await hostile(
    `z.writestr('files/a/x', '1' * 1000)\nz.writestr('files/b/y', '2' * 1000)\nz.infolist()[1].header_offset = 10\n` +
      `z.infolist()[1].CRC = z.infolist()[0].CRC`,
  );
  assert.ok(codes(content).includes('package.overlap'));
  assert.deepEqual(
    content.files.map(({ id }) => id),
    ['a'],
  );
});

test('a document that would fill the memory is not unpacked; sizes that lie are found out', async () => {
  const big = await hostile(
    `z.writestr('portfolio.json', b'0' * 70_000_000, zipfile.ZIP_DEFLATED)\nz.writestr('manifest.json', '${manifest}')`,
  );
  assert.ok(big.faults.some(({ code, member }) => code === 'package.too-large' && member === 'portfolio.json'));
  const lie = await hostile(
    `z.writestr('files/a/x', b'0' * 1_000_000, zipfile.ZIP_DEFLATED)\nz.infolist()[0].file_size = 10`,
  );
  await assert.rejects(
    lie.files[0]!.open(),
    (problem) => problem instanceof ZipProblem && problem.code === 'package.too-large',
  );
  const absurd = await hostile(`z.writestr('files/a/x', b'0')\nz.infolist()[0].file_size = 2 ** 50`);
  assert.equal(absurd.faults[0]?.code, 'package.too-large');
  // The directory is not believed; the member itself is.
  assert.equal(await (await absurd.files[0]!.open()).text(), '0');
});

test('a newer format, a foreign document and a missing one are told apart', async () => {
  const newer = await hostile(`z.writestr('manifest.json', '{"format":"mc-package/2","kind":"draft"}')`);
  assert.deepEqual(codes(newer), ['package.newer-version', 'package.member-missing', 'package.member-missing']);
  const other = await hostile(
    `z.writestr('manifest.json', '${manifest}')\nz.writestr('portfolio.json', '{"format":"x"}')`,
  );
  assert.deepEqual(await Promise.all(other.unread.map(async ({ member, bytes }) => [member, await bytes.text()])), [
    ['portfolio.json', '{"format":"x"}'],
  ]);
  assert.equal(other.faults[0]?.code, 'package.document-invalid');
  assert.ok(other.faults[0]?.faults?.length);
  assert.deepEqual(codes(await hostile(`z.writestr('a.txt', '')`)), [
    'package.manifest-missing',
    'package.member-missing',
    'package.member-missing',
  ]);
});

test('an archive of zip64 form, and one with other bytes before it', async () => {
  // With a limit of ten bytes every figure and the end record take their large form.
  const content = await hostile(
    `zipfile.ZIP64_LIMIT = 10\nz.writestr('manifest.json', '${manifest}')\nz.writestr('files/a/x', 'many bytes of a file')`,
  );
  assert.deepEqual(codes(content), ['package.member-missing', 'package.member-missing']);
  assert.equal(await (await content.files[0]!.open()).text(), 'many bytes of a file');
  const whole = await packageBlob(draft([{ id: 'f1', name: 'a.txt', bytes: text('a') }]));
  const shifted = await readPackage(new Blob([new Uint8Array(1000), whole]));
  assert.deepEqual(shifted.faults, []);
  assert.equal(await (await shifted.files[0]!.open()).text(), 'a');
});

test('file names say what the work is, and never whose', () => {
  assert.equal(draftFileName(credential, at), 'exemplifying-collaborative-leadership-draft-2026-11-22.zip');
  assert.equal(submissionFileName({ title: 'Ünïcode / ..\\ 計画?' }, at), 'ünïcode-計画-submission-2026-11-22.zip');
  assert.equal(safeName('../../etc/passwd'), '_.._etc_passwd');
  assert.equal(safeName('\u202efdp.exe'), 'fdp.exe');
  assert.equal(safeName('CON.txt'), '_CON.txt');
  assert.equal(safeName('...'), 'file');
  assert.equal(safeName(`${'x'.repeat(300)}.pdf`), `${'x'.repeat(116)}.pdf`);
});
