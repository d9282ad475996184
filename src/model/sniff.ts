import { fileTypes } from './file-types.js';

export const unknownType = 'application/octet-stream';

/** What a file's first bytes say. `runs`: a browser or a computer could run it. */
interface Content {
  type: string;
  runs?: boolean;
}

/** Codes of the first bytes as one character each, so that signatures can be written as texts. */
const ascii = (bytes: Uint8Array, from = 0, to = bytes.length): string =>
  Array.from(bytes.subarray(from, to), (byte) => String.fromCharCode(byte)).join('');

/** The media type that content says; the ending tells apart types that begin alike. */
export function typeByContent(head: Uint8Array, ending: string): Content {
  const start = ascii(head, 0, 64);
  const program = programType(start, head);
  if (program) return { type: program, runs: true };
  const binary = binaryType(start, head, ending);
  if (binary) return { type: binary };
  const text = asText(head, ending);
  return text === undefined ? { type: unknownType } : typeOfText(text, ending);
}

function programType(start: string, head: Uint8Array): string | undefined {
  if (start.startsWith('\x7fELF')) return 'application/x-elf';
  if (/^(\xfe\xed\xfa[\xce\xcf]|[\xce\xcf]\xfa\xed\xfe|\xca\xfe\xba\xbe)/.test(start))
    return 'application/x-mach-binary';
  if (start.startsWith('#!')) return 'application/x-sh';
  // Prose may begin with these two letters; a program's header has control bytes.
  if (start.startsWith('MZ') && hasControls(ascii(head))) return 'application/x-msdownload';
  return undefined;
}

function binaryType(start: string, head: Uint8Array, ending: string): string | undefined {
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (/^GIF8[79]a/.test(start)) return 'image/gif';
  if (start.startsWith('PK\x03\x04')) return zipType(head, ending);
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return oldOfficeType(ending);
  if (start.startsWith('{\\rtf')) return 'application/rtf';
  if (start.startsWith('RIFF')) return riffTypes[start.slice(8, 12)];
  if (start.startsWith('\x1a\x45\xdf\xa3')) return matroskaType(start, ending);
  if (start.startsWith('fLaC')) return 'audio/flac';
  if (start.startsWith('OggS')) return /\x80theora/.test(ascii(head)) || ending === 'ogv' ? 'video/ogg' : 'audio/ogg';
  if (start.startsWith('ID3')) return 'audio/mpeg';
  if (start.slice(4, 8) === 'ftyp') return brandType(start, head, ending);
  // QuickTime of before there were brands.
  if (/^(moov|mdat|wide|pnot)$/.test(start.slice(4, 8))) return 'video/quicktime';
  if (/^\xff[\xe2\xe3\xf2\xf3\xfa\xfb]/.test(start)) return 'audio/mpeg';
  if (/^\xff[\xf0\xf1\xf8\xf9]/.test(start)) return 'audio/aac';
  // Readers of PDF allow other bytes before it; markup there would be a page that pretends.
  const pdf = ascii(head, 0, 1024).indexOf('%PDF-');
  if (pdf === 0 || (pdf > 0 && !isMarkup(ascii(head)))) return 'application/pdf';
  return undefined;
}

const riffTypes: Record<string, string> = { WEBP: 'image/webp', WAVE: 'audio/wav', 'AVI ': 'video/x-msvideo' };

function oldOfficeType(ending: string): string | undefined {
  if (/^(doc|dot)$/.test(ending)) return 'application/msword';
  if (/^(ppt|pps)$/.test(ending)) return 'application/vnd.ms-powerpoint';
  return /^(xls|xlt)$/.test(ending) ? 'application/vnd.ms-excel' : undefined;
}

function matroskaType(start: string, ending: string): string {
  if (!start.includes('webm')) return 'video/x-matroska';
  return ending === 'weba' ? 'audio/webm' : 'video/webm';
}

/** ISO base media files (MP4 and its kin) name their brand, and then those they agree with. */
function brandType(start: string, head: Uint8Array, ending: string): string | undefined {
  const length = Math.min(new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(0), 64);
  const major = start.slice(8, 12);
  const agreed = start.slice(16, Math.max(length, 16));
  if (/^avi[fs]/.test(major)) return 'image/avif';
  if (/^(hei[cxms]|hev[cxms])/.test(major)) return 'image/heic';
  if (/^(mif1|msf1)/.test(major)) {
    if (/avi[fs]/.test(agreed)) return 'image/avif';
    return /hei[cx]/.test(agreed) ? 'image/heic' : 'image/heif';
  }
  if (major === 'qt  ') return 'video/quicktime';
  if (/^3g/.test(major)) return 'video/3gpp';
  return /^M4[AB]/.test(major) || /^m4[ab]$/.test(ending) ? 'audio/mp4' : 'video/mp4';
}

const openXml = 'application/vnd.openxmlformats-officedocument.';

/** Office files are ZIP archives; their first members tell which. */
function zipType(head: Uint8Array, ending: string): string | undefined {
  const members = zipMembers(head);
  const [first] = members;
  if (first?.name === 'mimetype') {
    const type = /^application\/[\w.+-]+/.exec(first.content)?.[0];
    return type && type in fileTypes ? type : undefined;
  }
  const has = (prefix: string) => members.some(({ name }) => name.startsWith(prefix));
  if (has('word/')) return `${openXml}wordprocessingml.document`;
  if (has('ppt/')) return `${openXml}presentationml.presentation`;
  if (has('xl/')) return `${openXml}spreadsheetml.sheet`;
  // The telling member lies further on than was read: the ending decides among formats that are archives.
  return zipped.find((type) => fileTypes[type]?.endings.includes(ending));
}

const zipped = Object.keys(fileTypes).filter((type) => /openxmlformats|apple\./.test(type));

/** Names of the members whose headers lie in the head, with the first characters of their content. */
function zipMembers(head: Uint8Array): { name: string; content: string }[] {
  const text = ascii(head);
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const members = [];
  let at = 0;
  while (at >= 0 && at + 30 <= head.length) {
    const nameLength = view.getUint16(at + 26, true);
    const begin = at + 30 + nameLength + view.getUint16(at + 28, true);
    // A size of 0 may mean that it stands behind the content: then that ends at the next header.
    const next = text.indexOf('PK\x03\x04', begin + view.getUint32(at + 18, true));
    members.push({
      name: text.slice(at + 30, at + 30 + nameLength),
      content: text.slice(begin, Math.min(begin + 80, next < 0 ? begin + 80 : next)),
    });
    at = next;
  }
  return members;
}

/** `TextDecoder` is in every engine and in Node; the model is compiled without DOM types. */
const { TextDecoder: Decoder } = globalThis as unknown as {
  TextDecoder: new (
    encoding: string,
    options: { fatal: boolean },
  ) => { decode(bytes: Uint8Array, options: { stream: boolean }): string };
};

/**
 * The head as text, or undefined. Without a byte order mark it is UTF-8; a name that says text is believed for older
 * encodings, as spreadsheets save them.
 */
function asText(head: Uint8Array, ending: string): string | undefined {
  const start = ascii(head, 0, 2);
  const encodings = start === '\xff\xfe' ? ['utf-16le'] : start === '\xfe\xff' ? ['utf-16be'] : ['utf-8'];
  if (
    encodings[0] === 'utf-8' &&
    Object.entries(fileTypes).some(([type, { endings }]) => type.startsWith('text/') && endings.includes(ending))
  )
    encodings.push('windows-1252');
  for (const encoding of encodings) {
    try {
      // `stream`: the head may end within a character.
      const text = new Decoder(encoding, { fatal: true }).decode(head, { stream: true });
      if (!hasControls(text)) return text;
    } catch {
      // Not this encoding.
    }
  }
  return undefined;
}

/** Control characters that no text has; tab, line feed, form feed and carriage return are text. */
const hasControls = (text: string): boolean => /[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]/.test(text);

function typeOfText(text: string, ending: string): Content {
  if (isMarkup(text)) return { type: /<svg[\s>]/i.test(text) ? 'image/svg+xml' : 'text/html', runs: true };
  const named = Object.keys(fileTypes).find(
    (type) => type.startsWith('text/') && fileTypes[type]?.endings.includes(ending),
  );
  return { type: named ?? 'text/plain' };
}

/** Text that browsers take for a page or a drawing by how it begins (WHATWG MIME Sniffing, section 7.1, and SVG). */
const isMarkup = (text: string): boolean =>
  /^[\s\ufeff]*<(!--|!doctype|\?xml|(html|head|body|script|iframe|style|title|svg|math|div|font|table|h1|a|b|br|p|img|link|meta|base|form|object|embed)[\s/>])/i.test(
    text,
  );
