/** What is used of the surroundings; the model is compiled without DOM types. `subtle` is absent on plain http pages. */
const host = globalThis as unknown as {
  TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> };
  crypto?: { subtle?: { digest(name: 'SHA-256', bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> } };
};

/**
 * A value as JSON in the one form that RFC 8785 gives it: members sorted by UTF-16 code units, no white space, numbers
 * and strings as `JSON.stringify` prints them. As there, members that are `undefined` are left out, and an item of a
 * list that is `undefined` or not a number is `null`. Two documents that say the same have the same canonical JSON.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** The SHA-256 of a value's canonical JSON in UTF-8, in lower-case hexadecimal. */
export async function digestOf(value: unknown): Promise<string> {
  const bytes = new host.TextEncoder().encode(canonicalJson(value));
  const subtle = host.crypto?.subtle;
  const hash = subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : await digestWithout(bytes);
  return toHex(hash);
}

/** Bytes as lower-case hexadecimal. */
export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

async function digestWithout(bytes: Uint8Array): Promise<Uint8Array> {
  const { sha256 } = await import('@noble/hashes/sha2.js');
  return sha256(bytes);
}
