/**
 * The one fixture that every story shows: the sample credential, its affiliate, and somebody's work on it, not begun,
 * partly done and complete. No figure on the screen is written by hand; each follows from these.
 */
import type { Affiliate } from '../../src/model/affiliate.js';
import type { Credential, CredentialInput } from '../../src/model/credential.js';
import { apply } from '../../src/model/apply.js';
import { parseAffiliate, parseCredential } from '../../src/model/parse.js';
import type { Evidence, Portfolio } from '../../src/model/portfolio.js';
import { blockText, type Block } from '../../src/model/rich-text.js';
import { evidenceTargets } from '../../src/model/targets.js';
import { generateCredential, generatePortfolio, generatedAt } from '../../test/fixtures/generate.js';
import affiliateSource from '../../demo/affiliates/prairie-state-principals.json' with { type: 'json' };
import credentialSource from '../../demo/credentials/collaborative-leadership.json' with { type: 'json' };
import severalTextsSource from '../../demo/credentials/trust-and-collegiality.json' with { type: 'json' };

export const readCredential = (input: unknown): Credential => {
  const parsed = parseCredential(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
};
function readAffiliate(input: unknown): Affiliate {
  const parsed = parseAffiliate(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
}

export const credential: Credential = readCredential(credentialSource);
/** A credential with a text for each question. */
export const severalTexts: Credential = readCredential(severalTextsSource);
export const affiliate: Affiliate = readAffiliate(affiliateSource);

/** Where things are in the credential. */
export const overview = credential.parts.find(({ kind }) => kind === 'narrative')!;
export const evidencePart = credential.parts.find((part) => part.kind === 'evidence')!;
const targets = evidenceTargets(credential.outcomes);

/** Everything done; only the person's own fields are filled in elsewhere. */
export const complete: Portfolio = generatePortfolio(credential, {
  words: 1000,
  artifacts: 4,
  pointersPerDetail: 1,
  complete: true,
});

/**
 * Half-way: the overview written in part, the first outcomes proved, one detail in each of the ways it can be
 * unfinished, three rows of the rubric read for oneself, nothing signed.
 */
export const partly: Portfolio = {
  ...complete,
  narratives: complete.narratives
    .filter(({ part }) => part === overview.id)
    .map((text) => ({ ...text, text: { ...text.text, content: shortened(text.text.content) } })),
  evidence: complete.evidence
    .slice(0, Math.ceil(targets.length / 2))
    .map((evidence, n, { length }) => unfinished(evidence, length - n)),
  attestations: [],
  selfAssessments: complete.selfAssessments.slice(0, 3).map((mark, n) => ({
    ...mark,
    level: credential.rubric?.levels[n % credential.rubric.levels.length]?.id,
  })),
};

/** Of the answer to each question the first paragraph. */
function shortened(blocks: readonly Block[]): Block[] {
  return blocks.filter((block, n) => block.type === 'heading' || blocks[n - 1]?.type === 'heading');
}

/** The last but one lacks the place in its artifact, the last one what shows it. */
function unfinished(evidence: Evidence, fromEnd: number): Evidence {
  if (fromEnd === 2)
    return { ...evidence, pointers: evidence.pointers.map((pointer) => ({ ...pointer, locators: [] })) };
  if (fromEnd === 1) return { ...evidence, pointers: [] };
  return evidence;
}

/** A place that its file does not have: a page after the last one. */
export const outOfRange: Portfolio = (() => {
  const pdf = complete.artifacts.find(({ file }) => file?.pages !== undefined)!;
  const [first, ...others] = complete.evidence;
  if (!first) throw new Error('the sample asks for evidence');
  const pointer = {
    id: `${first.id}-beyond`,
    artifact: pdf.id,
    file: pdf.file!.id,
    locators: [{ kind: 'page' as const, page: pdf.file!.pages! + 1 }],
  };
  return { ...complete, evidence: [{ ...first, pointers: [pointer] }, ...others] };
})();

/** The same paragraph was written in two places; one version was set aside by the model's own rule. */
export const twoVersions: Portfolio = (() => {
  const text = partly.narratives[0]!;
  const block = text.text.content.find(({ type }) => type === 'paragraph')!;
  const other: Block = {
    type: 'paragraph',
    id: block.id,
    content: [{ type: 'text', text: blockText(block).split('. ').toReversed().join('. ') }],
  };
  const change = { kind: 'narrative' as const, part: text.part, put: [{ block: other }], remove: [], at: generatedAt };
  return apply(partly, { ...change, id: 'ch-elsewhere', base: {}, device: 'phone' });
})();

/** The next version of the credential: one detail reworded, one gone, one new. */
export const revised: Credential = readCredential({
  ...credential,
  version: `${Number.parseInt(credential.version, 10) + 1}.0.0`,
  outcomes: credential.outcomes.map((outcome, n) => {
    if (n > 0) return outcome;
    const [first, second, ...others] = outcome.details;
    return {
      ...outcome,
      details: [
        { ...first!, statement: `${first!.statement} and reviews it each semester` },
        ...others,
        { ...second!, id: `${second!.id}-new`, statement: `${second!.statement} and shares the result` },
      ],
    };
  }),
  // A criterion of a detail that is gone would point nowhere.
  rubric: credential.rubric && {
    ...credential.rubric,
    criteria: credential.rubric.criteria.filter(
      ({ target }) => target.detail !== credential.outcomes[0]?.details[1]?.id,
    ),
  },
});

/** A file with mistakes in it, as its author wrote it. */
export const faulty: string = JSON.stringify(
  {
    ...credentialSource,
    outcomes: credentialSource.outcomes.map((outcome, n) =>
      n === 1 ? { ...outcome, id: credential.outcomes[0]!.id } : outcome,
    ),
    estimatedHours: 'about forty',
    issuer: {},
  },
  undefined,
  2,
);

/** A large rubric: sixty criteria of five levels. */
export const large: Credential = readCredential(
  generateCredential({ outcomes: 10, detailsPerOutcome: 6, levels: 5 } satisfies Parameters<
    typeof generateCredential
  >[0]) satisfies CredentialInput,
);

const longWord = 'Zusammenarbeitsvereinbarungsbesprechungsprotokoll';

/** Names and statements much longer than anybody expects, one of them without a place to break. */
export const longText: Credential = readCredential({
  ...credential,
  title: `${credential.title}: ${credential.overview} ${longWord}`,
  outcomes: credential.outcomes.map((outcome) => ({
    ...outcome,
    title: `${outcome.title ?? ''} ${outcome.statement} ${longWord}`.trim(),
    details: outcome.details.map((detail) => ({
      ...detail,
      statement: `${detail.statement} ${longWord} ${outcome.statement}`,
    })),
  })),
});
