const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** The CRC-32 of ZIP, going on from `crc` of the bytes before. */
export function crc32(bytes: Uint8Array, crc = 0): number {
  let state = ~crc;
  for (let at = 0; at < bytes.length; at += 1) state = (state >>> 8) ^ (table[(state ^ bytes[at]!) & 0xff] as number);
  return ~state >>> 0;
}
