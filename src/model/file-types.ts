import type { ArtifactKind } from './credential.js';

/** A kind of artifact that has bytes. */
export type FileKind = Exclude<ArtifactKind, 'link'>;

/**
 * Where a file can be looked at. `shown`: every current browser shows it; `some-browsers`: some do, and an assessor's
 * may not (HEIC, QuickTime, HEVC); `download`: it needs a program of its own.
 */
export type Displayability = 'shown' | 'some-browsers' | 'download';

export interface FileType {
  kind: FileKind;
  /** Lower case, without the dot. An ending may belong to several types (`mp4`, `ogg`). */
  endings: readonly string[];
  display: Displayability;
}

const row = (kind: FileKind, endings: string, display: Displayability): FileType => ({
  kind,
  endings: endings.split(' '),
  display,
});

/** Media types that are accepted at all, by the name they go by. */
export const fileTypes: Readonly<Record<string, FileType>> = {
  'application/pdf': row('pdf', 'pdf', 'shown'),

  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': row('document', 'docx', 'download'),
  'application/msword': row('document', 'doc', 'download'),
  'application/vnd.oasis.opendocument.text': row('document', 'odt', 'download'),
  'application/rtf': row('document', 'rtf', 'download'),
  'application/epub+zip': row('document', 'epub', 'download'),
  'application/vnd.apple.pages': row('document', 'pages', 'download'),

  'application/vnd.openxmlformats-officedocument.presentationml.presentation': row(
    'presentation',
    'pptx ppsx',
    'download',
  ),
  'application/vnd.ms-powerpoint': row('presentation', 'ppt pps', 'download'),
  'application/vnd.oasis.opendocument.presentation': row('presentation', 'odp', 'download'),
  'application/vnd.apple.keynote': row('presentation', 'key', 'download'),

  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': row('spreadsheet', 'xlsx', 'download'),
  'application/vnd.ms-excel': row('spreadsheet', 'xls', 'download'),
  'application/vnd.oasis.opendocument.spreadsheet': row('spreadsheet', 'ods', 'download'),
  'application/vnd.apple.numbers': row('spreadsheet', 'numbers', 'download'),
  'text/csv': row('spreadsheet', 'csv', 'shown'),
  'text/tab-separated-values': row('spreadsheet', 'tsv', 'shown'),

  'image/png': row('image', 'png', 'shown'),
  'image/jpeg': row('image', 'jpg jpeg jfif', 'shown'),
  'image/gif': row('image', 'gif', 'shown'),
  'image/webp': row('image', 'webp', 'shown'),
  'image/avif': row('image', 'avif', 'shown'),
  'image/heic': row('image', 'heic heif hif', 'some-browsers'),
  'image/heif': row('image', 'heif heic hif', 'some-browsers'),

  'audio/mpeg': row('audio', 'mp3', 'shown'),
  'audio/mp4': row('audio', 'm4a m4b mp4', 'shown'),
  'audio/aac': row('audio', 'aac', 'shown'),
  'audio/wav': row('audio', 'wav', 'shown'),
  'audio/ogg': row('audio', 'ogg oga opus', 'shown'),
  'audio/webm': row('audio', 'weba webm', 'shown'),
  'audio/flac': row('audio', 'flac', 'shown'),

  'video/mp4': row('video', 'mp4 m4v', 'shown'),
  'video/quicktime': row('video', 'mov qt', 'some-browsers'),
  'video/webm': row('video', 'webm', 'shown'),
  'video/ogg': row('video', 'ogv ogg', 'some-browsers'),
  'video/x-matroska': row('video', 'mkv', 'some-browsers'),
  'video/3gpp': row('video', '3gp 3g2', 'some-browsers'),
  'video/x-msvideo': row('video', 'avi', 'download'),

  'text/plain': row('text', 'txt text log srt', 'shown'),
  'text/markdown': row('text', 'md markdown', 'shown'),
  'text/vtt': row('text', 'vtt', 'shown'),
};

/** Endings by which a computer or a browser would run a file, whatever stands in it. */
export const runnable: ReadonlySet<string> = new Set(
  (
    'html htm xhtml xht shtml mht mhtml svg svgz xml xsl xslt js mjs cjs wasm swf ' +
    'exe dll com scr pif msi msp bat cmd ps1 psm1 vb vbs vbe wsf wsh hta reg lnk url jar apk app dmg pkg deb rpm ' +
    'sh bash zsh command desktop docm dotm xlsm xltm xlam pptm potm ppsm'
  ).split(' '),
);

/** The ending of a file's name in lower case, without the dot; empty where there is none. */
export const endingOf = (name: string): string => /\.([^./\\\s]+)\s*$/.exec(name)?.[1]?.toLowerCase() ?? '';
