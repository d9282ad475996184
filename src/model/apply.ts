/**
 * What a change does to a portfolio. Pure: same portfolio and change, same result; untouched parts are shared.
 *
 * Any change may arrive after others that its writer had not seen. The later one takes the place; a block of a
 * narrative or an explanation that it would silently overwrite is set aside until the person decides.
 */
import type { Change } from './change.js';
import { applyNarrative, emptyNarrative, withNarrative } from './apply-narrative.js';
import {
  narrativeAt,
  type Artifact,
  type Evidence,
  type Portfolio,
  type SelfAssessment,
  type SetAside,
} from './portfolio.js';
import { sameJson } from './same-json.js';
import { setAsideGone } from './set-aside.js';

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;

/** Applies one change. A change that fits nowhere (an artifact that never was) leaves the portfolio as it is. */
export function apply(portfolio: Portfolio, change: Change): Portfolio {
  const changed = applyContent(portfolio, change);
  return changed === portfolio || !isWork(change) ? changed : clearSignatures(changed, change);
}

/** Applies changes in order. */
export const applyAll = (portfolio: Portfolio, changes: readonly Change[]): Portfolio =>
  changes.reduce(apply, portfolio);

function applyContent(portfolio: Portfolio, change: Change): Portfolio {
  switch (change.kind) {
    case 'narrative':
      return applyNarrative(portfolio, change);
    case 'narrative-language': {
      const before = narrativeAt(portfolio, change) ?? emptyNarrative(change);
      return before.language === change.language
        ? portfolio
        : withNarrative(portfolio, before, { ...before, language: change.language });
    }
    case 'artifact-add':
      return placeArtifact(portfolio, change.artifact, change.after);
    case 'artifact-edit':
      return editArtifact(portfolio, change.artifact, (artifact) => ({ ...artifact, ...change.set }));
    case 'artifact-replace':
      return editArtifact(portfolio, change.artifact, (artifact) => ({ ...artifact, file: change.file }));
    case 'artifact-measure':
      return editArtifact(portfolio, change.artifact, (artifact) =>
        artifact.file?.id === change.file ? { ...artifact, file: { ...artifact.file, ...change.facts } } : artifact,
      );
    case 'artifact-move': {
      const artifact = portfolio.artifacts.find(({ id }) => id === change.artifact);
      return artifact ? placeArtifact(portfolio, artifact, change.after) : portfolio;
    }
    case 'artifact-remove': {
      const artifacts = without(portfolio.artifacts, change.artifact);
      return artifacts.length === portfolio.artifacts.length ? portfolio : { ...portfolio, artifacts };
    }
    case 'evidence-explain':
      return explain(portfolio, change);
    case 'pointer-put':
      return editEvidence(portfolio, change.detail, change.evidence, (evidence) => ({
        ...evidence,
        pointers: replaceOrAdd(
          evidence.pointers,
          evidence.pointers.findIndex(({ id }) => id === change.pointer.id),
          change.pointer,
        ),
      }));
    case 'pointer-remove':
      return editEvidence(portfolio, change.detail, undefined, (evidence) =>
        evidence.pointers.some(({ id }) => id === change.pointer)
          ? { ...evidence, pointers: without(evidence.pointers, change.pointer) }
          : evidence,
      );
    case 'attestation-sign':
      return sign(portfolio, change);
    case 'self-assess':
      return selfAssess(portfolio, change);
    case 'set-aside-add':
      return portfolio.setAside.some(({ id }) => id === change.entry.id)
        ? portfolio
        : { ...portfolio, setAside: [...portfolio.setAside, change.entry] };
    case 'set-aside-settle': {
      const setAside = without(portfolio.setAside, change.setAside);
      return setAside.length === portfolio.setAside.length ? portfolio : { ...portfolio, setAside };
    }
    case 'credential-revise':
      return setAsideGone({ ...portfolio, credential: change.credential }, change);
  }
}

/** Whether a change alters what the attestations speak of. Measuring a file or assessing oneself does not. */
const notWork = new Set<Change['kind']>([
  'attestation-sign',
  'artifact-measure',
  'self-assess',
  'narrative-language',
  'artifact-move',
  'set-aside-add',
  'set-aside-settle',
]);
const isWork = (change: Change) => !notWork.has(change.kind);

function clearSignatures(portfolio: Portfolio, change: Change): Portfolio {
  if (!portfolio.attestations.some(({ signed }) => signed)) return portfolio;
  return {
    ...portfolio,
    attestations: portfolio.attestations.map((entry) =>
      entry.signed ? { ...entry, signed: false, cleared: change.at } : entry,
    ),
  };
}

function sign(portfolio: Portfolio, change: Of<'attestation-sign'>): Portfolio {
  const at = portfolio.attestations.findIndex(({ attestation }) => attestation === change.attestation);
  const { cleared, ...before } = portfolio.attestations[at] ?? {};
  const entry = {
    ...before,
    attestation: change.attestation,
    signed: change.signed,
    at: change.at,
    ...(change.text !== undefined && { text: change.text }),
    // Typing the words that go with a cleared statement does not hide that it was cleared.
    ...(!change.signed && cleared && { cleared }),
  };
  return { ...portfolio, attestations: replaceOrAdd(portfolio.attestations, at, entry) };
}

function selfAssess(portfolio: Portfolio, { criterion, level, why }: Of<'self-assess'>): Portfolio {
  const marks = portfolio.selfAssessments;
  const at = marks.findIndex((mark) => mark.criterion === criterion);
  if (level === undefined && !why)
    return at < 0 ? portfolio : { ...portfolio, selfAssessments: marks.toSpliced(at, 1) };
  const mark: SelfAssessment = { ...marks[at], criterion };
  delete mark.level;
  delete mark.why;
  if (level !== undefined) mark.level = level;
  if (why) mark.why = why;
  return { ...portfolio, selfAssessments: replaceOrAdd(marks, at, mark) };
}

function explain(portfolio: Portfolio, change: Of<'evidence-explain'>): Portfolio {
  const before = portfolio.evidence.find(({ detail }) => detail === change.detail);
  if (before?.seen === change.id) return portfolio;
  const changed = editEvidence(portfolio, change.detail, change.evidence, (evidence) => ({
    ...evidence,
    explanation: change.text,
    seen: change.id,
  }));
  const setAside = withoutSuperseded(portfolio.setAside, change);
  if (
    !before?.seen ||
    before.seen === change.base ||
    before.explanation.trim() === '' ||
    before.explanation === change.text
  ) {
    return setAside === portfolio.setAside ? changed : { ...changed, setAside };
  }
  const kept: SetAside = {
    id: `${change.id}/${change.detail}`,
    reason: 'two-versions',
    where: { detail: change.detail },
    content: { kind: 'text', text: before.explanation },
    seen: before.seen,
    at: change.at,
    ...(change.device && { device: change.device }),
  };
  return { ...changed, setAside: [...setAside, kept] };
}

/** What was set aside and then written on by its own writer lives on in what they wrote. */
function withoutSuperseded(setAside: SetAside[], { base, detail }: Of<'evidence-explain'>): SetAside[] {
  const isSuperseded = ({ content, where, seen }: SetAside) =>
    content.kind === 'text' && where.detail === detail && seen !== undefined && seen === base;
  return setAside.some(isSuperseded) ? setAside.filter((entry) => !isSuperseded(entry)) : setAside;
}

function editArtifact(portfolio: Portfolio, id: string, edit: (artifact: Artifact) => Artifact): Portfolio {
  const at = portfolio.artifacts.findIndex((artifact) => artifact.id === id);
  const before = portfolio.artifacts[at];
  if (!before) return portfolio;
  const after = edit(before);
  return sameJson(after, before) ? portfolio : { ...portfolio, artifacts: portfolio.artifacts.with(at, after) };
}

/** Places an artifact, new or known, after another. */
function placeArtifact(portfolio: Portfolio, artifact: Artifact, after: string | null | undefined): Portfolio {
  const artifacts = insertAfter(without(portfolio.artifacts, artifact.id), artifact, after);
  return sameJson(artifacts, portfolio.artifacts) ? portfolio : { ...portfolio, artifacts };
}

/** Edits the evidence for a detail, which begins under `newId` if there is none. */
function editEvidence(
  portfolio: Portfolio,
  detail: string,
  newId: string | undefined,
  edit: (evidence: Evidence) => Evidence,
): Portfolio {
  const at = portfolio.evidence.findIndex((evidence) => evidence.detail === detail);
  const before = portfolio.evidence[at];
  if (before) {
    const after = edit(before);
    return sameJson(after, before) ? portfolio : { ...portfolio, evidence: portfolio.evidence.with(at, after) };
  }
  if (!newId) return portfolio;
  return {
    ...portfolio,
    evidence: [...portfolio.evidence, edit({ id: newId, detail, explanation: '', pointers: [] })],
  };
}

const without = <T extends { id: string }>(list: T[], id: string): T[] => list.filter((item) => item.id !== id);

/** `at`: where the item stands now, or -1. */
const replaceOrAdd = <T>(list: T[], at: number, item: T): T[] => (at < 0 ? [...list, item] : list.with(at, item));

function insertAfter<T extends { id: string }>(list: T[], item: T, after: string | null | undefined): T[] {
  if (after === null) return [item, ...list];
  const at = after === undefined ? -1 : list.findIndex(({ id }) => id === after);
  return at < 0 ? [...list, item] : list.toSpliced(at + 1, 0, item);
}
