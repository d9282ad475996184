import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launchChromium } from '../helpers/chromium.js';
import { generatePortfolio } from '../fixtures/generate.js';
import { digestOf } from '../../src/model/digest.js';
import { evaluate } from '../../src/model/evaluate.js';
import { freeze } from '../../src/model/submit.js';
import { credential, root, start } from '../receiver/setup.js';

interface Declaration {
  tagName?: string;
  attributes?: { name?: string }[];
  events?: { name?: string }[];
  cssStates?: { name: string }[];
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');
const decisions = readdirSync(join(root, 'docs/decisions')).map((name) => `docs/decisions/${name}`);
const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'docs/receiver.md', ...decisions];

const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
const { modules } = JSON.parse(read('dist/custom-elements.json')) as { modules: { declarations: Declaration[] }[] };
const elements = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
const form = elements.find(({ tagName }) => tagName === 'mc-portfolio')!;
const namesOf = (items: { name?: string }[] = []) => items.flatMap(({ name }) => name ?? []).sort();

/** All that a pattern's group finds in a text, each once. */
const all = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, found]) => found!))].sort();

/** The fenced blocks of a language. */
const blocks = (text: string, language: string): string[] =>
  all(text, new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'));

/** From one heading to the next of its level. */
function section(text: string, heading: string): string {
  const from = text.indexOf(`\n${heading}\n`);
  assert.ok(from >= 0, heading);
  const level = heading.split(' ')[0]!;
  const to = text.indexOf(`\n${level} `, from + heading.length);
  return text.slice(from, to < 0 ? undefined : to);
}

const aboutElements = section(readme, '## Elements');
const listed = all(aboutElements.split('\n### ')[0]!, /^\| `(mc-[a-z-]+)` \|/gm);

describe('the documentation', () => {
  it('names only commands that there are, and every one of them', () => {
    for (const page of pages) {
      const named = all(read(page), /npm (?:run )?(start|test|(?<=run )[\w:-]+)/g);
      assert.deepEqual(
        named.filter((name) => !scripts[name]),
        [],
        page,
      );
    }
    const commands = section(readme, '## Commands');
    assert.deepEqual(
      Object.keys(scripts).filter(
        (name) => name !== 'prepack' && !commands.includes(`npm run ${name}`) && !commands.includes(`npm ${name}`),
      ),
      [],
    );
  });

  it('names only files that there are', () => {
    for (const page of pages) {
      const text = read(page);
      const linked = all(text, /(?:\]\(|src="(?=docs\/))([^)#:"]+)(?=[)#"])/g).map((path) => join(dirname(page), path));
      const pathsInText = all(text, /`((?:src|demo|docs|test|scripts)\/[\w./-]+)`/g).filter(
        (path) => !path.includes('example'),
      );
      assert.deepEqual(
        [...linked, ...pathsInText].filter((path) => !existsSync(join(root, path))),
        [],
        page,
      );
    }
  });

  it('names only elements, events and states that there are', () => {
    const known = new Set(elements.map(({ tagName }) => tagName!));
    assert.deepEqual(
      listed.filter((tag) => !known.has(tag)),
      [],
    );
    assert.deepEqual(
      all(readme, /<(mc-[a-z-]+)/g).filter((tag) => !known.has(tag)),
      [],
    );
    for (const [tag, state] of [...readme.matchAll(/`(mc-[a-z-]+):state\(([a-z-]+)\)/g)].map(([, tag, state]) => [
      tag,
      state,
    ])) {
      const states = elements.find(({ tagName }) => tagName === tag)?.cssStates ?? [];
      assert.ok(
        states.some(({ name }) => name === state),
        `${tag}:state(${state})`,
      );
    }
  });

  it('lists every element that loads by its tag', () => {
    assert.deepEqual(
      all(read('src/entry/tags.ts'), /'(mc-[a-z-]+)': \(\) =>/g).filter((tag) => !listed.includes(tag)),
      [],
    );
  });

  it('lists the attributes and events of the form, all and no others', () => {
    const about = section(aboutElements, '### `<mc-portfolio>`');
    assert.deepEqual(all(about, /^\| `((?!mc-)[a-z-]+)` \| `[a-zA-Z]+` \|/gm), namesOf(form.attributes));
    assert.deepEqual(all(about, /^\| `(mc-[a-z-]+)` \| `/gm), namesOf(form.events));
  });

  it('names only tokens that there are', () => {
    const source = read('src/theme/tokens.ts') + read('src/theme/base.ts');
    const named = all(section(readme, '## Make it look like your site'), /`(--mc-[a-z0-9-]+)`/g);
    assert.ok(named.length >= 15);
    assert.deepEqual(
      named.filter((name) => !new RegExp(`var\\(\\s*${name},`).test(source)),
      [],
    );
  });

  it('imports only what the package exports', async () => {
    const imports = ['README.md', 'docs/receiver.md'].flatMap((page) => [
      ...read(page).matchAll(/import \{([^}]+)\} from '(mc-portfolio[^']*)'/g),
    ]);
    assert.ok(imports.length >= 3);
    for (const [, names, specifier] of imports) {
      const entry = (await import(specifier!)) as Record<string, unknown>;
      for (const name of names!.split(',')) assert.ok(name.trim() in entry, `${name} from ${specifier}`);
    }
    for (const specifier of all(readme, /import '(mc-portfolio[^']*)'/g))
      assert.ok(existsSync(fileURLToPath(import.meta.resolve(specifier))), specifier);
  });

  it('gives the policy under which the demo page stands', async () => {
    const { strictPolicy } = await import('../../demo/receiver/static.js');
    const [policy] = blocks(section(readme, '## Under a strict Content-Security-Policy'), 'text');
    assert.equal(policy?.trim().replace(/\s+/g, ' '), strictPolicy);
  });
});

describe('the tag in the README', () => {
  it('works on a page of another site', async () => {
    const { origin, stop } = await start();
    const [tag] = blocks(section(readme, '## The tag'), 'html');
    const page = `<!doctype html><html lang="en"><title>Elsewhere</title>${tag!.replaceAll('http://localhost:8080', origin)}`;
    const elsewhere = createServer((_request, answer) => answer.setHeader('Content-Type', 'text/html').end(page));
    await new Promise<void>((done) => void elsewhere.listen(0, '127.0.0.1', done));
    const browser = await launchChromium();
    try {
      const tab = await browser.newPage();
      await tab.goto(`http://localhost:${(elsewhere.address() as AddressInfo).port}`);
      await tab.getByRole('heading', { name: credential.title }).waitFor();
      await tab.getByRole('button', { name: 'Begin', exact: true }).click();
      await tab.getByRole('textbox').first().fill('Written elsewhere.');
      await tab.getByRole('button', { name: /On this device and with/ }).waitFor();
    } finally {
      await browser.close();
      elsewhere.close();
      await stop();
    }
  });
});

describe('the program in docs/receiver.md', () => {
  mkdirSync(join(root, '.cache'), { recursive: true });
  // Inside of the package, which finds itself by its name there.
  const folder = mkdtempSync(join(root, '.cache', 'check-'));
  after(() => rmSync(folder, { recursive: true }));

  const check = (work: ReturnType<typeof generatePortfolio>) => {
    const requirements = evaluate(credential, work);
    const submission = freeze(credential, work, requirements, { id: 's-1', attempt: 1, at: '2026-03-02T10:00:00Z' });
    writeFileSync(join(folder, 'check.mjs'), blocks(read('docs/receiver.md'), 'js')[0]!);
    writeFileSync(join(folder, 'submission.json'), JSON.stringify(submission));
    const args = [
      join(folder, 'check.mjs'),
      join(root, 'demo/credentials/collaborative-leadership.json'),
      join(folder, 'submission.json'),
    ];
    return new Promise<{ code: unknown; out: string }>((done) => {
      execFile(process.execPath, args, (error, out, wrong) => done({ code: error?.code ?? 0, out: out + wrong }));
    });
  };

  it('finds finished work complete, and says what is missing of other work', async () => {
    const { id, version } = credential;
    const pin = { id, version, digest: await digestOf(credential) };
    const done = generatePortfolio(credential, {
      words: 1000,
      artifacts: 3,
      pointersPerDetail: 1,
      complete: true,
      pin,
    });
    assert.deepEqual(await check(done), { code: 0, out: 'complete\n' });

    const missing = done.evidence[0]!;
    const wrong = await check({
      ...done,
      evidence: done.evidence.map((entry) => (entry === missing ? { ...entry, pointers: [] } : entry)),
    });
    assert.deepEqual(wrong, { code: 1, out: `detail/part-evidence/${missing.detail}: evidence.pointer-missing\n` });

    const other = await check({ ...done, credential: { ...pin, digest: '0'.repeat(64) } });
    assert.equal(other.code, 1);
    assert.match(other.out, /another version/);
  });
});
