import type { ChangeDraft, NarrativeChange } from './change.js';
import { narrativeAt, type NarrativeText, type Portfolio } from './portfolio.js';
import { sameJson } from './same-json.js';

/**
 * The changes that lead from one state of a portfolio to another: for going back to an earlier version, and for taking
 * in a copy. They are ordinary changes with their bases, so what another tab wrote meanwhile is set aside, not lost.
 * Signatures are not taken over, only the words beside them: a changed work is attested anew. What is set aside in
 * either stays set aside.
 */
export function changesBetween(from: Portfolio, to: Portfolio): ChangeDraft[] {
  return [
    ...narratives(from, to),
    ...artifacts(from, to),
    ...evidence(from, to),
    ...selfAssessments(from, to),
    ...attestationTexts(from, to),
    ...setAside(from, to),
  ];
}

function narratives(from: Portfolio, to: Portfolio): ChangeDraft[] {
  const places = new Map<string, NarrativeText>();
  for (const text of [...from.narratives, ...to.narratives]) places.set(`${text.part}/${text.prompt ?? ''}`, text);
  return [...places.values()].flatMap(({ part, prompt }) => {
    const before = narrativeAt(from, { part, prompt });
    const after = narrativeAt(to, { part, prompt });
    const place = { part, ...(prompt !== undefined && { prompt }) };
    const edit = between(before, after);
    const drafts: ChangeDraft[] =
      edit.put.length || edit.remove.length ? [{ kind: 'narrative', ...place, ...edit }] : [];
    if (after?.language && after.language !== before?.language) {
      drafts.push({ kind: 'narrative-language', ...place, language: after.language });
    }
    return drafts;
  });
}

function between(
  from: NarrativeText | undefined,
  to: NarrativeText | undefined,
): Pick<NarrativeChange, 'put' | 'remove' | 'base'> {
  const before = from?.text.content ?? [];
  const after = to?.text.content ?? [];
  const kept = new Set(after.map(({ id }) => id));
  const remove = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  const known = new Map(before.map((block) => [block.id, block]));
  const moved = isReordered(before, after);
  const put = after.flatMap((block, n) => {
    const old = known.get(block.id);
    if (old && !moved && sameJson(old, block)) return [];
    return [{ block, after: after[n - 1]?.id ?? null }];
  });
  const base: Record<string, string> = {};
  for (const id of [...remove, ...put.map(({ block }) => block.id)]) {
    const seen = from?.seen[id];
    if (seen !== undefined) base[id] = seen;
  }
  return { put, remove, base };
}

function artifacts(from: Portfolio, to: Portfolio): ChangeDraft[] {
  const before = new Map(from.artifacts.map((artifact) => [artifact.id, artifact]));
  const after = new Set(to.artifacts.map(({ id }) => id));
  const drafts: ChangeDraft[] = from.artifacts
    .filter(({ id }) => !after.has(id))
    .map(({ id }) => ({ kind: 'artifact-remove', artifact: id }));
  const moved = isReordered(from.artifacts, to.artifacts);
  to.artifacts.forEach((artifact, n) => {
    const place = to.artifacts[n - 1]?.id ?? null;
    if (!sameJson(before.get(artifact.id), artifact)) drafts.push({ kind: 'artifact-add', artifact, after: place });
    else if (moved) drafts.push({ kind: 'artifact-move', artifact: artifact.id, after: place });
  });
  return drafts;
}

function evidence(from: Portfolio, to: Portfolio): ChangeDraft[] {
  const details = new Set([...from.evidence, ...to.evidence].map(({ detail }) => detail));
  return [...details].flatMap((detail) => {
    const before = from.evidence.find((entry) => entry.detail === detail);
    const after = to.evidence.find((entry) => entry.detail === detail);
    const id = before?.id ?? after?.id ?? detail;
    const drafts: ChangeDraft[] = [];
    if ((before?.explanation ?? '') !== (after?.explanation ?? '')) {
      drafts.push({
        kind: 'evidence-explain',
        evidence: id,
        detail,
        text: after?.explanation ?? '',
        ...(before?.seen && { base: before.seen }),
      });
    }
    const [old, fresh] = [before?.pointers ?? [], after?.pointers ?? []];
    // A pointer that is put goes to the end: from the first that has another place on, all are put anew.
    const inPlace = fresh.findIndex(({ id }, n) => old[n]?.id !== id);
    const settled = new Set((inPlace < 0 ? fresh : fresh.slice(0, inPlace)).map(({ id }) => id));
    for (const { id: pointer } of old)
      if (!settled.has(pointer)) drafts.push({ kind: 'pointer-remove', detail, pointer });
    fresh.forEach((pointer, n) => {
      if (!settled.has(pointer.id) || !sameJson(old[n], pointer))
        drafts.push({ kind: 'pointer-put', evidence: id, detail, pointer });
    });
    return drafts;
  });
}

function selfAssessments(from: Portfolio, to: Portfolio): ChangeDraft[] {
  const criteria = new Set([...from.selfAssessments, ...to.selfAssessments].map(({ criterion }) => criterion));
  return [...criteria].flatMap((criterion): ChangeDraft[] => {
    const before = from.selfAssessments.find((mark) => mark.criterion === criterion);
    const after = to.selfAssessments.find((mark) => mark.criterion === criterion);
    if (before?.level === after?.level && before?.why === after?.why) return [];
    return [{ kind: 'self-assess', criterion, level: after?.level, why: after?.why }];
  });
}

const attestationTexts = (from: Portfolio, to: Portfolio): ChangeDraft[] =>
  to.attestations.flatMap(({ attestation, text }): ChangeDraft[] => {
    const before = from.attestations.find((entry) => entry.attestation === attestation);
    return text === undefined || text === before?.text
      ? []
      : [{ kind: 'attestation-sign', attestation, signed: false, text }];
  });

const setAside = (from: Portfolio, to: Portfolio): ChangeDraft[] =>
  to.setAside
    .filter(({ id }) => !from.setAside.some((entry) => entry.id === id))
    .map((entry) => ({ kind: 'set-aside-add', entry }));

/** Whether what stands in both lists comes in another order. */
function isReordered(from: readonly { id: string }[], to: readonly { id: string }[]): boolean {
  const stays = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));
  const [before, after] = [stays(from), stays(to)];
  const order = to.filter(({ id }) => before.has(id));
  return from.filter(({ id }) => after.has(id)).some(({ id }, n) => id !== order[n]?.id);
}
