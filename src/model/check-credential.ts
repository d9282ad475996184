import { printFound, printPath, type Located, type Path } from './fault.js';

/**
 * The rules that a schema cannot say: ids that are unique, references that exist, minimum ≤ maximum, whole rubrics.
 * Takes any value, since these faults are told together with those of the schema: what is not there or has the wrong
 * type is passed over here.
 */
export function checkCredential(credential: unknown): Located[] {
  const outcomes = list(credential, 'outcomes');
  const parts = list(credential, 'parts');
  return [
    ...uniqueIds(credential),
    ...referencesOf(outcomes, idsOf(credential, 'references')),
    ...parts.flatMap((part, p) => checkPart(part, ['parts', p], idsOf(credential, 'outcomes'))),
    ...checkRubric(credential),
  ];
}

/** Outcomes and details share one namespace, since evidence names either; prompts are unique in their part. */
function uniqueIds(credential: unknown): Located[] {
  const parts = list(credential, 'parts');
  const rubric = get(credential, 'rubric');
  const named = (items: unknown[], ...path: Path) =>
    items.map((item, n): [unknown, Path] => [get(item, 'id'), [...path, n, 'id']]);
  const outcomes = list(credential, 'outcomes');
  return [
    ...duplicates([
      ...named(outcomes, 'outcomes'),
      ...outcomes.flatMap((outcome, o) => named(list(outcome, 'details'), 'outcomes', o, 'details')),
    ]),
    ...duplicates(named(parts, 'parts')),
    ...parts.flatMap((part, p) => duplicates(named(list(part, 'prompts'), 'parts', p, 'prompts'))),
    ...duplicates(named(list(credential, 'attestations'), 'attestations')),
    ...duplicates(named(list(credential, 'references'), 'references')),
    ...duplicates(named(list(rubric, 'levels'), 'rubric', 'levels')),
    ...duplicates(named(list(rubric, 'criteria'), 'rubric', 'criteria')),
  ];
}

function duplicates(ids: [unknown, Path][]): Located[] {
  const first = new Map<unknown, Path>();
  return ids.flatMap(([id, path]): Located[] => {
    const earlier = first.get(id);
    if (typeof id !== 'string' || !earlier) {
      first.set(id, path);
      return [];
    }
    return [
      {
        code: 'id.duplicate',
        path,
        expected: 'an id that nothing else here has',
        found: `${printFound(id)}, which stands already at ${printPath(earlier)}`,
        remedy: 'Give one of the two another id. Keep the older one: drafts refer to it.',
      },
    ];
  });
}

const referencesOf = (outcomes: unknown[], references: Known): Located[] =>
  outcomes.flatMap((outcome, o) => [
    ...dangling(outcome, 'references', references, ['outcomes', o], 'references'),
    ...list(outcome, 'details').flatMap((detail, d) =>
      dangling(detail, 'references', references, ['outcomes', o, 'details', d], 'references'),
    ),
  ]);

function checkPart(part: unknown, path: Path, outcomes: Known): Located[] {
  const evidence = get(part, 'evidence');
  return [
    ...dangling(part, 'outcomes', outcomes, path, 'outcomes'),
    ...reversed(get(part, 'words'), [...path, 'words']),
    ...list(part, 'prompts').flatMap((prompt, n) => [
      ...reversed(get(prompt, 'words'), [...path, 'prompts', n, 'words']),
      ...dangling(prompt, 'outcomes', outcomes, [...path, 'prompts', n], 'outcomes'),
    ]),
    ...reversed(get(part, 'artifacts'), [...path, 'artifacts']),
    ...reversed(evidence, [...path, 'evidence']),
    ...reversed(get(evidence, 'explanation'), [...path, 'evidence', 'explanation']),
  ];
}

function checkRubric(credential: unknown): Located[] {
  const rubric = get(credential, 'rubric');
  const levels = list(rubric, 'levels');
  const criteria = list(rubric, 'criteria');
  const faults = criteria.flatMap((criterion, c) => checkCriterion(criterion, ['rubric', 'criteria', c], credential));
  if (levels.length && !levels.some((level) => get(level, 'meets') !== false)) {
    faults.push({
      code: 'rubric.incomplete',
      path: ['rubric', 'levels'],
      expected: 'at least one level with "meets": true',
      found: 'none',
      remedy: 'Say which level is enough by "meets": true.',
    });
  }
  list(get(rubric, 'pass'), 'groups').forEach((group, g) => {
    const path = ['rubric', 'pass', 'groups', g];
    faults.push(...dangling(group, 'criteria', idsOf(rubric, 'criteria'), path, 'rubric.criteria'));
    const most = list(group, 'criteria').length;
    const minimum = get(group, 'minimumMet');
    if (typeof minimum === 'number' && minimum > most) {
      faults.push({
        code: 'range.reversed',
        path: [...path, 'minimumMet'],
        expected: `${most} or less, the criteria of the group`,
        found: String(minimum),
        remedy: 'Lower it, or add criteria to the group.',
      });
    }
  });
  return faults;
}

function checkCriterion(criterion: unknown, path: Path, credential: unknown): Located[] {
  const target = get(criterion, 'target');
  const at = [...path, 'target'];
  const faults: Located[] = [];
  if (
    isObject(target) &&
    target['part'] === undefined &&
    (target['detail'] === undefined || target['prompt'] !== undefined)
  ) {
    faults.push({
      code: 'value.missing',
      path: at,
      expected: 'a "detail", or a "part", or a "part" and a "prompt"',
      found: printFound(target),
      remedy: 'Say what the criterion judges.',
    });
  }
  const part = list(credential, 'parts').find((one) => get(one, 'id') === get(target, 'part'));
  faults.push(
    ...dangling(target, 'detail', targetsOf(credential), at, 'details'),
    ...dangling(target, 'part', idsOf(credential, 'parts'), at, 'parts'),
    ...dangling(target, 'prompt', part === undefined ? undefined : idsOf(part, 'prompts'), at, "the part's prompts"),
  );
  const levels = idsOf(get(credential, 'rubric'), 'levels');
  const described = list(criterion, 'levels');
  described.forEach((entry, n) =>
    faults.push(...dangling(entry, 'level', levels, [...path, 'levels', n], 'rubric.levels')),
  );
  if (described.length === 0) return faults;
  for (const level of levels ?? []) {
    if (described.some((entry) => get(entry, 'level') === level)) continue;
    faults.push({
      code: 'rubric.incomplete',
      path: [...path, 'levels'],
      expected: `a description of every level, "${level}" among them`,
      found: 'no description of it',
      remedy: `Add { "level": "${level}", "description": "…" } and say what it looks like here.`,
    });
  }
  return faults;
}

/** Ids that can be referred to; nothing where one of them is missing, which is a fault of its own and told once. */
type Known = ReadonlySet<string> | undefined;

function known(items: unknown[]): Known {
  const ids = items.map((item) => get(item, 'id')).filter((id) => typeof id === 'string');
  return ids.length === items.length ? new Set(ids) : undefined;
}

/** The ids of a list; an absent list is empty, another value is a fault of its own. */
const idsOf = (value: unknown, name: string): Known =>
  get(value, name) === undefined || Array.isArray(get(value, name)) ? known(list(value, name)) : undefined;

/** What evidence can be mapped to: details, and outcomes that have none. */
const targetsOf = (credential: unknown): Known =>
  known(
    list(credential, 'outcomes').flatMap((outcome) =>
      list(outcome, 'details').length ? list(outcome, 'details') : [outcome],
    ),
  );

/** References of `owner[name]`, one id or a list of them, that lead nowhere. */
function dangling(owner: unknown, name: string, ids: Known, path: Path, where: string): Located[] {
  if (!ids) return [];
  const value = get(owner, name);
  const references: [unknown, Path][] = Array.isArray(value)
    ? value.map((id: unknown, n): [unknown, Path] => [id, [...path, name, n]])
    : [[value, [...path, name]]];
  return references.flatMap(([id, place]): Located[] =>
    typeof id !== 'string' || id === '' || ids.has(id)
      ? []
      : [
          {
            code: 'reference.dangling',
            path: place,
            expected: `the id of one of ${where}`,
            found: printFound(id),
            remedy: ids.size
              ? `Use one of: ${[...ids].slice(0, 6).join(', ')}${ids.size > 6 ? ', …' : ''}.`
              : `Add it to ${where}, or take this out.`,
          },
        ],
  );
}

function reversed(limits: unknown, path: Path): Located[] {
  const min = get(limits, 'min');
  const max = get(limits, 'max');
  if (typeof min !== 'number' || typeof max !== 'number' || min <= max) return [];
  return [
    {
      code: 'range.reversed',
      path: [...path, 'max'],
      expected: `${min} or more, the minimum`,
      found: String(max),
      remedy: 'Raise the maximum or lower the minimum.',
    },
  ];
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const get = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);
const list = (value: unknown, name: string): unknown[] => {
  const items = get(value, name);
  return Array.isArray(items) ? items : [];
};
