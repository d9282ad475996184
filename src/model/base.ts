import * as v from 'valibot';

/**
 * An object that keeps fields it does not know and passes them on, as every document must. Typed by the known fields
 * alone, so that a misspelt one is still an error to the compiler.
 */
/* @__NO_SIDE_EFFECTS__ */
export function open<const E extends v.ObjectEntries>(entries: E): v.ObjectSchema<E, undefined> {
  return v.looseObject(entries) as unknown as v.ObjectSchema<E, undefined>;
}

// The message of a pattern says in words what is expected: `fault.ts` shows it to the author of a file.

/** An opaque name: never a position, never shown to people. */
export const Id = v.pipe(v.string(), v.nonEmpty());

/** Words for a reader; empty ones would leave a hole on the screen. */
export const Words = v.pipe(v.string(), v.nonEmpty());

/** A moment in UTC, `2026-11-22T14:03:00Z`, with or without milliseconds. */
export const Instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/, 'a time in UTC such as "2026-11-22T14:03:00Z"'),
);
export type Instant = v.InferOutput<typeof Instant>;

/** A day in the affiliate's calendar, `2026-11-22`. */
export const CalendarDate = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as "2026-11-22"'));

/** BCP 47, checked for shape only: engines know different languages. */
export const LanguageTag = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'a language tag such as "en" or "es-MX"'),
);

/** Addresses that may become a link. Anything else (`javascript:`, `data:`) is refused where it enters. */
export const Link = v.pipe(
  v.string(),
  v.regex(/^(https?:\/\/[^\s]+|mailto:[^\s]+)$/i, 'an address that begins with https://, http:// or mailto:'),
);

export const WholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Lower-case hexadecimal SHA-256. */
export const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in 64 lower-case hexadecimal digits'));

/** Which credential a document speaks of, exactly: id, version, and the digest of its canonical JSON. */
export const CredentialPin = open({ id: Id, version: Words, digest: Sha256 });
export type CredentialPin = v.InferOutput<typeof CredentialPin>;
