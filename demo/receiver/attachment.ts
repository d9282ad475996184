/** Bytes from a stranger, given out so that no browser runs them: to be saved, under no type but "bytes". */
export function attachment(
  bytes: ReadableStream<Uint8Array>,
  { name, size }: { name: string; size: number },
): Response {
  return new Response(bytes, {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(size),
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeRfc8187(name)}`,
      'Content-Security-Policy': 'sandbox',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
}

const encodeRfc8187 = (name: string) =>
  encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
