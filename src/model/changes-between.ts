import type { ChangeDraft, NarrativeChange } from './change.js';
import { narrativeAt, type Artifact, type NarrativeText, type Portfolio } from './portfolio.js';

/**
 * The changes that lead from one state of a portfolio to another: for going back to an earlier version, and for taking
 * in a copy. They are ordinary changes with their bases, so what another tab wrote meanwhile is set aside, not lost.
 */
export function changesBetween(from: Portfolio, to: Portfolio): ChangeDraft[] {
  return [...narratives(from, to), ...artifacts(from, to), ...evidence(from, to), ...selfAssessments(from, to)];
}

function narratives(from: Portfolio, to: Portfolio): ChangeDraft[] {
  const places = new Map<string, NarrativeText>();
  for (const text of [...from.narratives, ...to.narratives]) places.set(`${text.part}/${text.prompt ?? ''}`, text);
  return [...places.values()].flatMap(({ part, prompt }) => {
    const before = narrativeAt(from, { part, prompt });
    const after = narrativeAt(to, { part, prompt });
    const place = { part, ...(prompt !== undefined && { prompt }) };
    const edit = between(before, after);
    const drafts: ChangeDraft[] = edit.put.length || edit.remove.length ? [{ kind: 'narrative', ...place, ...edit }] : [];
    if (after?.language && after.language !== before?.language) {
      drafts.push({ kind: 'narrative-language', ...place, language: after.language });
    }
    return drafts;
  });
}

function between(from: NarrativeText | undefined, to: NarrativeText | undefined): Pick<NarrativeChange, 'put' | 'remove' | 'base'> {
  const before = from?.text.content ?? [];
  const after = to?.text.content ?? [];
  const kept = new Set(after.map(({ id }) => id));
  const remove = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  const known = new Map(before.map((block) => [block.id, block]));
  const remaining = before.filter(({ id }) => kept.has(id)).map(({ id }) => id);
  const moved = remaining.some((id, n) => id !== after.filter((block) => known.has(block.id))[n]?.id);
  const put = after.flatMap((block, n) => {
    const old = known.get(block.id);
    if (old && !moved && JSON.stringify(old) === JSON.stringify(block)) return [];
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
  const drafts: ChangeDraft[] = from.artifacts.filter(({ id }) => !after.has(id)).map(({ id }) => ({ kind: 'artifact-remove', artifact: id }));
  const same = (one: Artifact | undefined, other: Artifact) => JSON.stringify(one) === JSON.stringify(other);
  const order = from.artifacts.filter(({ id }) => after.has(id)).map(({ id }) => id);
  const moved = order.some((id, n) => id !== to.artifacts.filter((artifact) => before.has(artifact.id))[n]?.id);
  to.artifacts.forEach((artifact, n) => {
    if (!moved && same(before.get(artifact.id), artifact)) return;
    drafts.push({ kind: 'artifact-add', artifact, after: to.artifacts[n - 1]?.id ?? null });
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
      drafts.push({ kind: 'evidence-explain', evidence: id, detail, text: after?.explanation ?? '', ...(before?.seen && { base: before.seen }) });
    }
    const kept = new Set(after?.pointers.map((pointer) => pointer.id));
    for (const pointer of before?.pointers ?? []) if (!kept.has(pointer.id)) drafts.push({ kind: 'pointer-remove', detail, pointer: pointer.id });
    for (const pointer of after?.pointers ?? []) {
      const old = before?.pointers.find((one) => one.id === pointer.id);
      if (JSON.stringify(old) !== JSON.stringify(pointer)) drafts.push({ kind: 'pointer-put', evidence: id, detail, pointer });
    }
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
