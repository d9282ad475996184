import type { Credential, EvidencePart, NarrativePart, Rubric, WordLimits } from './credential.js';
import { printPath, type Located, type Path } from './fault.js';
import { evidenceTargets } from './targets.js';

/** The rules that a schema cannot say: ids that are unique, references that exist, minimum ≤ maximum, whole rubrics. */
export function checkCredential(credential: Credential): Located[] {
  const faults: Located[] = [];
  const outcomes = new Set(credential.outcomes.map(({ id }) => id));
  const references = new Set(credential.references.map(({ id }) => id));

  faults.push(...uniqueIds(credential));
  credential.outcomes.forEach((outcome, o) => {
    faults.push(...dangling(outcome.references, references, ['outcomes', o, 'references'], 'references'));
    outcome.details.forEach((detail, d) =>
      faults.push(...dangling(detail.references ?? [], references, ['outcomes', o, 'details', d, 'references'], 'references')),
    );
  });
  credential.parts.forEach((part, p) => {
    const path = ['parts', p];
    faults.push(...(part.kind === 'narrative' ? checkNarrative(part, path, outcomes) : checkEvidence(part, path, outcomes)));
  });
  if (credential.rubric) faults.push(...checkRubric(credential.rubric, credential));
  return faults;
}

/** Outcomes and details share one namespace, since evidence names either; so do parts; prompts are unique in their part. */
function uniqueIds(credential: Credential): Located[] {
  const targets = credential.outcomes.flatMap((outcome, o): [string, Path][] => [
    [outcome.id, ['outcomes', o, 'id']],
    ...outcome.details.map((detail, d): [string, Path] => [detail.id, ['outcomes', o, 'details', d, 'id']]),
  ]);
  const list = (items: readonly { id: string }[], ...path: Path) => items.map(({ id }, n): [string, Path] => [id, [...path, n, 'id']]);
  return [
    ...duplicates(targets),
    ...duplicates(list(credential.parts, 'parts')),
    ...credential.parts.flatMap((part, p) => (part.kind === 'narrative' ? duplicates(list(part.prompts, 'parts', p, 'prompts')) : [])),
    ...duplicates(list(credential.attestations, 'attestations')),
    ...duplicates(list(credential.references, 'references')),
    ...duplicates(list(credential.rubric?.levels ?? [], 'rubric', 'levels')),
    ...duplicates(list(credential.rubric?.criteria ?? [], 'rubric', 'criteria')),
  ];
}

function duplicates(ids: [string, Path][]): Located[] {
  const first = new Map<string, Path>();
  return ids.flatMap(([id, path]): Located[] => {
    const earlier = first.get(id);
    if (!earlier) {
      first.set(id, path);
      return [];
    }
    return [{
      code: 'id.duplicate', path, expected: 'an id that nothing else here has', found: `"${id}", which stands already at ${printPath(earlier)}`,
      remedy: 'Give one of the two another id. Keep the older one: drafts refer to it.',
    }];
  });
}

function checkNarrative(part: NarrativePart, path: Path, outcomes: ReadonlySet<string>): Located[] {
  return [
    ...reversed(part.words, [...path, 'words']),
    ...part.prompts.flatMap((prompt, n) => [
      ...reversed(prompt.words, [...path, 'prompts', n, 'words']),
      ...dangling(prompt.outcomes ?? [], outcomes, [...path, 'prompts', n, 'outcomes'], 'outcomes'),
    ]),
  ];
}

function checkEvidence(part: EvidencePart, path: Path, outcomes: ReadonlySet<string>): Located[] {
  return [
    ...dangling(part.outcomes ?? [], outcomes, [...path, 'outcomes'], 'outcomes'),
    ...reversed(part.artifacts, [...path, 'artifacts']),
    ...reversed(part.evidence, [...path, 'evidence']),
    ...reversed(part.evidence.explanation, [...path, 'evidence', 'explanation']),
  ];
}

function checkRubric(rubric: Rubric, credential: Credential): Located[] {
  const levels = new Set(rubric.levels.map(({ id }) => id));
  const criteria = new Set(rubric.criteria.map(({ id }) => id));
  const details = new Set(evidenceTargets(credential.outcomes).map(({ id }) => id));
  const parts = new Map(credential.parts.map((part) => [part.id, part]));
  const faults: Located[] = [];
  if (!rubric.levels.some(({ meets }) => meets)) {
    faults.push({
      code: 'rubric.incomplete', path: ['rubric', 'levels'], expected: 'at least one level with "meets": true', found: 'none',
      remedy: 'Say which level is enough by "meets": true.',
    });
  }
  rubric.criteria.forEach((criterion, c) => {
    const path = ['rubric', 'criteria', c];
    const { detail, part, prompt } = criterion.target;
    if (detail === undefined && part === undefined) {
      faults.push({
        code: 'value.missing', path: [...path, 'target'], expected: 'a "detail", or a "part", or a "part" and a "prompt"', found: '{}',
        remedy: 'Say what the criterion judges.',
      });
    }
    if (detail !== undefined) faults.push(...dangling([detail], details, [...path, 'target', 'detail'], 'details', true));
    if (part !== undefined) faults.push(...dangling([part], new Set(parts.keys()), [...path, 'target', 'part'], 'parts', true));
    if (prompt !== undefined) {
      const owner = part === undefined ? undefined : parts.get(part);
      const prompts = new Set(owner?.kind === 'narrative' ? owner.prompts.map(({ id }) => id) : []);
      faults.push(...dangling([prompt], prompts, [...path, 'target', 'prompt'], "the part's prompts", true));
    }
    criterion.levels.forEach(({ level }, n) => faults.push(...dangling([level], levels, [...path, 'levels', n, 'level'], 'rubric.levels', true)));
    const described = new Set(criterion.levels.map(({ level }) => level));
    for (const { id, title } of rubric.levels) {
      if (described.has(id)) continue;
      faults.push({
        code: 'rubric.incomplete', path: [...path, 'levels'], expected: `a description of every level, "${id}" among them`, found: 'none of it',
        remedy: `Add { "level": "${id}", "description": "…" } and say what ${title} looks like here.`,
      });
    }
  });
  if (rubric.pass.kind === 'groups') {
    rubric.pass.groups.forEach((group, g) => {
      const path = ['rubric', 'pass', 'groups', g];
      faults.push(...dangling(group.criteria, criteria, [...path, 'criteria'], 'rubric.criteria'));
      if (group.minimumMet > group.criteria.length) {
        faults.push({
          code: 'range.reversed', path: [...path, 'minimumMet'], expected: `${group.criteria.length} or less, the criteria of the group`,
          found: String(group.minimumMet), remedy: 'Lower it, or add criteria to the group.',
        });
      }
    });
  }
  return faults;
}

function dangling(ids: readonly string[], known: ReadonlySet<string>, path: Path, where: string, single = false): Located[] {
  return ids.flatMap((id, n): Located[] =>
    known.has(id)
      ? []
      : [{
          code: 'reference.dangling', path: single ? path : [...path, n], expected: `the id of one of ${where}`, found: `"${id}"`,
          remedy: known.size ? `Use one of: ${[...known].slice(0, 6).join(', ')}${known.size > 6 ? ', …' : ''}.` : `Add it to ${where}, or take this out.`,
        }],
  );
}

function reversed(limits: WordLimits | undefined, path: Path): Located[] {
  if (limits?.min === undefined || limits.max === undefined || limits.min <= limits.max) return [];
  return [{
    code: 'range.reversed', path: [...path, 'max'], expected: `${limits.min} or more, the minimum`, found: String(limits.max),
    remedy: 'Raise the maximum or lower the minimum.',
  }];
}


