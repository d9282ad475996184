import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { apply } from '../../src/model/apply.js';
import type { Fault } from '../../src/model/fault.js';
import { scanJson } from '../../src/model/json-position.js';
import {
  parseAffiliate,
  parseApplicant,
  parseAssessment,
  parseCredential,
  parsePortfolio,
  parseSubmission,
} from '../../src/model/parse.js';
import { generateApplicant, generateCredential, generatePortfolio } from '../fixtures/generate.js';
import { made, pin } from './support/writing.js';

const readers = { parseAffiliate, parseApplicant, parseAssessment, parseCredential, parsePortfolio, parseSubmission };
const root = join(import.meta.dirname, '..', '..');

const faultsOf = (input: unknown): Fault[] => {
  const parsed = parseCredential(input);
  return parsed.ok ? [] : parsed.faults;
};

// One fault of each kind; the line of each stands before it.
const faulty = `{
  "format": "mc-credential/1",
  "id": "https://example.org/c", "version": 3, "language": "en", "overview": "", "issuer": { "name": "Us" },
  "outcomes": [
    { "id": "o1", "code": "1", "statement": "One.", "references": ["r9"], "details": [
      { "id": "d1", "code": "a", "statement": "A." },
      { "id": "d1", "code": "b", "statement": "B." }
    ] }
  ],
  "parts": [
    { "kind": "narrative", "id": "p1", "title": "Overview", "layout": "single", "words": { "min": 1000, "max": 500 },
      "prompts": [{ "id": "q1", "text": "How?", "kind": "question", "outcomes": ["o7"] }] },
    { "kind": "essay", "id": "p2" },
    { "kind": "evidence", "id": "p1", "title": "Evidence", "artifacts": { "kinds": ["exe"], "maxBytes": -1 } }
  ],
  "attestations": {},
  "rubric": {
    "levels": [{ "id": "l1", "title": "No", "meets": false }, { "id": "l2", "title": "Yes", "meets": false }],
    "criteria": [{ "id": "k1", "title": "A", "target": { "detail": "d9" }, "levels": [{ "level": "l1", "description": "x" }] }]
  },
  "references": [{ "id": "r1", "citation": "A book.", "url": "javascript:alert(1)" }]
}`;

describe('faults of a credential', () => {
  it('are told all at once, each with its place, in the order of the file', () => {
    const faults = faultsOf(faulty);
    assert.deepEqual(
      faults.map(({ position, code, path, expected, found }) => [position?.line, code, path, expected, found]),
      [
        [1, 'value.missing', 'title', 'text', 'nothing'],
        [3, 'type.wrong', 'version', 'text', '3'],
        [3, 'value.wrong', 'overview', 'text that is not empty', '""'],
        [5, 'reference.dangling', 'outcomes[0].references[0]', 'the id of one of references', '"r9"'],
        [
          7,
          'id.duplicate',
          'outcomes[0].details[1].id',
          'an id that nothing else here has',
          '"d1", which stands already at outcomes[0].details[0].id',
        ],
        [11, 'range.reversed', 'parts[0].words.max', '1000 or more, the minimum', '500'],
        [12, 'reference.dangling', 'parts[0].prompts[0].outcomes[0]', 'the id of one of outcomes', '"o7"'],
        [13, 'type.wrong', 'parts[1].kind', '"narrative" or "evidence"', '"essay"'],
        [
          14,
          'id.duplicate',
          'parts[2].id',
          'an id that nothing else here has',
          '"p1", which stands already at parts[0].id',
        ],
        [
          14,
          'type.wrong',
          'parts[2].artifacts.kinds[0]',
          '"pdf", "document", "presentation", "spreadsheet", "image", "audio", "video", "text" or "link"',
          '"exe"',
        ],
        [14, 'value.wrong', 'parts[2].artifacts.maxBytes', '0 or more', '-1'],
        [16, 'type.wrong', 'attestations', 'a list in [ ]', 'an empty object'],
        [18, 'rubric.incomplete', 'rubric.levels', 'at least one level with "meets": true', 'none'],
        [19, 'reference.dangling', 'rubric.criteria[0].target.detail', 'the id of one of details', '"d9"'],
        [
          19,
          'rubric.incomplete',
          'rubric.criteria[0].levels',
          'a description of every level, "l2" among them',
          'no description of it',
        ],
        [
          21,
          'value.wrong',
          'references[0].url',
          'an address that begins with https://, http:// or mailto:',
          '"javascript:alert(1)"',
        ],
      ],
    );
    assert.ok(
      faults.every(({ remedy }) => /^[A-Z].*\.$/.test(remedy)),
      JSON.stringify(faults.map(({ remedy }) => remedy)),
    );
    assert.deepEqual(faults[1]?.position, { line: 3, column: faulty.split('\n')[2]!.indexOf('3, "lang') + 1 });
  });

  it('are the same for a value, without lines', () => {
    const [fromText, fromValue] = [faultsOf(faulty), faultsOf(JSON.parse(faulty))];
    const paths = (faults: Fault[]) => faults.map(({ path, code }) => `${code} ${path}`).sort();
    assert.deepEqual(paths(fromValue), paths(fromText));
    assert.ok(fromValue.every(({ position }) => position === undefined));
  });

  const syntax: [what: string, text: string, line: number, column: number, expected: string, found: string][] = [
    ['a comma too many', '{\n  "a": 1,\n}', 3, 1, 'another value: the comma before this is one too many', '"}"'],
    ['a missing comma', '{\n  "a": 1\n  "b": 2\n}', 3, 3, 'a comma or }', '"\\"b\\": 2"'],
    ['single quotes', "{ 'a': 1 }", 1, 3, 'a name in double quotes', `"'a': 1 }"`],
    ['an open text', '["abc', 1, 2, 'text that ends with a double quote on the same line', '"\\"abc"'],
    ['an end too soon', '{ "a": [1, 2', 1, 13, 'a comma or ]', 'the end of the file'],
    ['nothing', '', 1, 1, 'a value', 'the end of the file'],
    ['words after the end', '{}\n{}', 2, 1, 'the end of the file', '"{}"'],
    ['a comment', '// hello\n{}', 1, 1, 'a value', '"// hello"'],
  ];
  for (const [what, text, line, column, expected, found] of syntax) {
    it(`say where ${what} stands`, () => {
      const [fault, ...others] = faultsOf(text);
      assert.deepEqual(others, []);
      assert.deepEqual(
        [fault?.code, fault?.position, fault?.expected, fault?.found],
        ['json.syntax', { line, column }, expected, found],
      );
    });
  }

  it('say that a web page is no credential', () => {
    const [fault] = faultsOf('<!doctype html>\n<title>Not found</title>');
    assert.equal(fault?.remedy, 'This is a web page, not a JSON file. Check the address.');
  });

  it('say what to do about an unknown format, and nothing else', () => {
    const one = (input: unknown) => {
      const faults = faultsOf(input);
      assert.equal(faults.length, 1);
      return [faults[0]!.code, faults[0]!.path, faults[0]!.found];
    };
    assert.deepEqual(one({ format: 'mc-credential/2' }), ['format.unknown', 'format', '"mc-credential/2"']);
    assert.match(faultsOf({ format: 'mc-credential/2' })[0]!.remedy, /Update the library/);
    assert.deepEqual(one({ format: 'mc-affiliate/1' }), ['format.unknown', 'format', '"mc-affiliate/1"']);
    assert.match(faultsOf({ format: 'mc-affiliate/1' })[0]!.remedy, /another kind/);
    assert.deepEqual(one({ title: 'x' }), ['format.missing', 'format', 'nothing']);
    assert.deepEqual(one([1, 2]), ['type.wrong', '', 'a list of 2']);
    assert.deepEqual(one('null'), ['type.wrong', '', 'null']);
  });

  it('name an empty list of parts, and a missing one', () => {
    const { parts, ...rest } = generateCredential({ outcomes: 1, detailsPerOutcome: 1 });
    assert.ok(parts.length > 0);
    assert.deepEqual(
      faultsOf({ ...rest, rubric: undefined, parts: [] }).map(({ path, expected }) => [path, expected]),
      [['parts', 'a list with 1 or more in it']],
    );
    assert.deepEqual(
      faultsOf({ ...rest, rubric: undefined }).map(({ code, path, expected, remedy }) => [
        code,
        path,
        expected,
        remedy,
      ]),
      [['value.missing', 'parts', 'a list in [ ]', 'Add "parts": a list in [ ].']],
    );
  });

  it('do not follow from one another: a lost id is one fault', () => {
    const input = generateCredential({ outcomes: 2, detailsPerOutcome: 2 }) as unknown as {
      outcomes: { details: Record<string, unknown>[] }[];
    };
    delete input.outcomes[0]!.details[0]!['id'];
    assert.deepEqual(
      faultsOf(input).map(({ path }) => path),
      ['outcomes[0].details[0].id'],
    );
  });

  it('ask a criterion for what it judges', () => {
    for (const target of [{}, { prompt: 'm-next' }, { detail: 'd', prompt: 'm-next' }]) {
      const input = generateCredential({ outcomes: 1, detailsPerOutcome: 1 });
      input.rubric!.criteria[0]!.target = target;
      assert.ok(
        faultsOf(input).some(({ path }) => path === 'rubric.criteria[0].target'),
        JSON.stringify(target),
      );
    }
  });

  it('forgive a byte order mark', () => {
    assert.deepEqual(
      faultsOf(`\uFEFF${JSON.stringify(generateCredential({ outcomes: 1, detailsPerOutcome: 1 }))}`),
      [],
    );
  });

  it('are none in the samples', () => {
    for (const [folder, parse] of [
      ['credentials', parseCredential],
      ['affiliates', parseAffiliate],
    ] as const) {
      for (const name of readdirSync(join(root, 'demo', folder)).filter((one) => one.endsWith('.json'))) {
        const parsed = parse(readFileSync(join(root, 'demo', folder, name), 'utf8'));
        assert.ok(parsed.ok, `${name}: ${JSON.stringify(parsed)}`);
      }
    }
  });
});

describe('reading', () => {
  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.string(),
          fc.json(),
          fc.anything({ withBigInt: true, withDate: true, withMap: true }),
        ),
        (input) => {
          for (const parse of Object.values(readers)) {
            const parsed = parse(input);
            assert.ok(parsed.ok || parsed.faults.length > 0);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never throws on a document that is wrong somewhere', () => {
    const credential = JSON.stringify(generateCredential({ outcomes: 2, detailsPerOutcome: 1 }));
    const paths = [...(scanOffsets(credential) ?? [])];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const input = JSON.parse(credential) as unknown;
        const steps = JSON.parse(path) as (string | number)[];
        const owner = steps
          .slice(0, -1)
          .reduce((here, step) => (here as Record<string | number, unknown>)[step], input) as Record<
          string | number,
          unknown
        >;
        owner[steps.at(-1)!] = value;
        for (const { path: place, expected, found, remedy, position } of faultsOf(JSON.stringify(input))) {
          assert.ok(typeof place === 'string' && expected && found && remedy && position);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('finds a place in every text that JSON itself refuses, and none in others', () => {
    const credential = JSON.stringify(generateCredential({ outcomes: 1, detailsPerOutcome: 1 }), null, 1);
    const broken = fc
      .tuple(fc.nat(credential.length), fc.nat(3), fc.string({ maxLength: 3 }))
      .map(([at, cut, put]) => credential.slice(0, at) + put + credential.slice(at + cut));
    fc.assert(
      fc.property(fc.oneof(broken, fc.string(), fc.json()), (text) => {
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        assert.equal(scanJson(text).ok, valid);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses nesting that no document has, and cycles', () => {
    const cycle: Record<string, unknown> = { format: 'mc-credential/1' };
    cycle['outcomes'] = [cycle];
    let deep: unknown = {};
    for (let n = 0; n < 20000; n += 1) deep = [deep];
    for (const input of [
      cycle,
      { format: 'mc-portfolio/1', narratives: deep },
      '['.repeat(200000),
      `${'['.repeat(5000)}${']'.repeat(5000)}`,
    ]) {
      for (const parse of Object.values(readers)) assert.ok(!parse(input).ok);
    }
  });

  it('gives back every generated document as it was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.nat(3),
        fc.nat(500),
        fc.boolean(),
        (outcomes, detailsPerOutcome, seed, complete) => {
          const credential = parseCredential(JSON.stringify(generateCredential({ outcomes, detailsPerOutcome, seed })));
          assert.ok(credential.ok);
          assert.deepEqual(parseCredential(JSON.stringify(credential.value)), credential);
          const portfolio = generatePortfolio(credential.value, {
            words: 40,
            artifacts: 2,
            pointersPerDetail: 1,
            complete,
            seed,
          });
          const plain = JSON.parse(JSON.stringify(portfolio)) as unknown;
          assert.deepEqual(parsePortfolio(JSON.stringify(portfolio)), { ok: true, value: plain });
          const applicant = generateApplicant(portfolio);
          assert.deepEqual(parseApplicant(JSON.stringify(applicant)), {
            ok: true,
            value: JSON.parse(JSON.stringify(applicant)) as unknown,
          });
        },
      ),
      { numRuns: 50 },
    );
  });

  it('keeps fields that it does not know, wherever they stand, and so does a change', () => {
    const mark = { 'x-later': { kept: [1, 'two', null] } };
    const input = {
      ...mark,
      format: 'mc-portfolio/1',
      id: 'pf',
      credential: { ...pin, ...mark },
      narratives: [
        {
          ...mark,
          part: 'p',
          seen: {},
          text: {
            ...mark,
            type: 'doc',
            content: [
              {
                ...mark,
                type: 'paragraph',
                id: 'b',
                content: [{ ...mark, type: 'text', text: 'x', marks: [{ ...mark, type: 'em' }] }],
              },
              {
                ...mark,
                type: 'bullet-list',
                id: 'l',
                items: [{ ...mark, content: [{ ...mark, type: 'paragraph', content: [] }] }],
              },
            ],
          },
        },
      ],
      artifacts: [
        { ...mark, id: 'a', part: 'p', title: '', file: { ...mark, id: 'f', name: 'f', type: 't/t', size: 1 } },
      ],
      evidence: [
        {
          ...mark,
          id: 'e',
          detail: 'd',
          explanation: '',
          pointers: [{ ...mark, id: 'n', artifact: 'a', locators: [{ ...mark, kind: 'whole' }] }],
        },
      ],
      attestations: [{ ...mark, attestation: 't', signed: false, at: '2026-11-22T14:03:00Z' }],
      selfAssessments: [{ ...mark, criterion: 'k' }],
      setAside: [],
    };
    const parsed = parsePortfolio(JSON.stringify(input));
    assert.ok(parsed.ok);
    assert.deepEqual(parsed.value, input);
    const changed = [
      made('1', { kind: 'self-assess', criterion: 'k', level: 'l' }),
      made('2', { kind: 'attestation-sign', attestation: 't', signed: true }),
      made('3', { kind: 'evidence-explain', evidence: 'e', detail: 'd', text: 'x' }),
      made('4', { kind: 'artifact-measure', artifact: 'a', file: 'f', facts: { pages: 1 } }),
    ].reduce(apply, parsed.value);
    const count = (value: unknown) => JSON.stringify(value).split('x-later').length;
    assert.equal(count(changed), count(input));
  });
});

function scanOffsets(text: string): Iterable<string> | undefined {
  const scan = scanJson(text);
  return scan.ok ? [...scan.offsets.keys()].filter((path) => path !== '[]') : undefined;
}
