/** What is kept with a version beside it. */
export type KeptKind = 'change' | 'portfolio' | 'credential' | 'applicant' | 'record';

/** One step from a version to the next: for each kind whose form changed, a pure function from the old to the new. */
export type Migration = Partial<Record<KeptKind, (old: unknown) => unknown>>;

/** The step at place n leads from version n + 1 to n + 2. Version 1 is the first, so that there is none yet. */
export const migrations: readonly Migration[] = [];

/** The version that this library writes. */
export const keptVersion = migrations.length + 1;

/** What was kept under `v` as this version knows it; `newer` where only a newer library can tell. */
export type Migrated = { state: 'read'; value: unknown } | { state: 'newer' } | { state: 'unknown-version' };

/** Leads a kept value through every step from its version to the last of `chain`. */
export function migrate(kind: KeptKind, v: unknown, kept: unknown, chain = migrations): Migrated {
  if (typeof v !== 'number' || !Number.isInteger(v) || v < 1) return { state: 'unknown-version' };
  if (v > chain.length + 1) return { state: 'newer' };
  return {
    state: 'read',
    value: chain.slice(v - 1).reduce((value, { [kind]: step }) => (step ? step(value) : value), kept),
  };
}
