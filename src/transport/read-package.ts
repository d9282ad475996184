import * as v from 'valibot';
import { digestOf } from '../model/digest.js';
import type { Applicant } from '../model/applicant.js';
import type { Credential } from '../model/credential.js';
import type { Fault } from '../model/fault.js';
import { parseApplicant, parseCredential, parsePortfolio, parseSubmission, type Parsed } from '../model/parse.js';
import type { Portfolio } from '../model/portfolio.js';
import { Receipt, type Submission } from '../model/submission.js';
import { fileOfMember, Manifest, packageFormat } from './package-format.js';
import { readDirectory, type ZipCode, type ZipEntry } from './zip-directory.js';
import { salvagePortfolio } from './salvage-portfolio.js';
import { damagedBytes, openMember, ZipProblem } from './zip-member.js';
import { salvage } from './zip-salvage.js';

/**
 * What is wrong with a package, besides the archive's own faults:
 * - `package.manifest-missing`: it does not say that it is a package;
 * - `package.newer-version`: a newer library wrote it; what is known is read;
 * - `package.member-missing`: a document that belongs in it is not there;
 * - `package.document-invalid`: a document is not as it should be; `faults` say where;
 * - `package.file-missing`: the work names a file whose bytes are not in it;
 * - `package.file-size`: the bytes of a file are not as many as the work says; it is not read.
 */
export type PackageCode =
  | ZipCode
  | 'package.manifest-missing'
  | 'package.newer-version'
  | 'package.member-missing'
  | 'package.document-invalid'
  | 'package.file-missing'
  | 'package.file-size';

export interface PackageFault {
  code: PackageCode;
  member?: string | undefined;
  /** Id of the file that the member is. */
  file?: string | undefined;
  faults?: Fault[] | undefined;
}

/** Bytes in a package. */
export interface PackageFile {
  id: string;
  name: string;
  /** Its place in the package. */
  member: string;
  size: number;
  /** Reads and checks them. Rejects with a ZipProblem if they are not those that were packed. */
  open(): Promise<Blob>;
  /** The bytes as they stand, unchecked: to be set aside where `open` rejects. */
  raw(): Promise<Blob>;
}

/** Bytes that could not be read, or only in part, by the name under which they are to be saved. */
export interface UnreadPart {
  member: string;
  bytes: Blob;
}

/**
 * All that could be read. With faults some of it may be missing, or, where a member stands in `unread`, be a part of
 * what was packed. Credential, receipt and files are whole or not there.
 */
export interface PackageContent {
  kind?: Manifest['kind'] | undefined;
  manifest?: Manifest | undefined;
  credential?: Credential | undefined;
  portfolio?: Portfolio | undefined;
  submission?: Submission | undefined;
  applicant?: Applicant | undefined;
  receipt?: Receipt | undefined;
  files: PackageFile[];
  /** Everything that is damaged or not as it should be, also where a part of it was read: kept to be saved. */
  unread: UnreadPart[];
  faults: PackageFault[];
}

/** A document larger than this was not written here, and would fill the memory. */
const mostDocumentBytes = 64 * 1024 * 1024;

/**
 * Reads a package, also one that was unpacked and packed again by another program. Bytes of files stay where they are
 * until they are opened. Never rejects for what is in the archive: whatever is wrong stands in `faults`.
 */
export async function readPackage(blob: Blob): Promise<PackageContent> {
  const content: PackageContent = { files: [], unread: [], faults: [] };
  const entries = inFolder(await entriesOf(blob, content.faults));
  if (entries.size === 0) return content;

  const reader = new DocumentReader(blob, entries, content);
  await reader.read('manifest', parseManifest);
  await reader.read('credential', parseCredential);
  await reader.read('applicant', parseApplicant);
  await reader.read('portfolio', parsePortfolio);
  await reader.read('submission', parseSubmission);
  await reader.read('receipt', bySchema(Receipt));
  content.kind = content.manifest?.kind ?? (entries.has('submission.json') ? 'submission' : 'draft');
  reader.require(['manifest', 'credential', content.kind === 'draft' ? 'portfolio' : 'submission']);
  await addFiles(blob, entries, content);
  return content;
}

async function entriesOf(blob: Blob, faults: PackageFault[]): Promise<ZipEntry[]> {
  const directory = await readDirectory(blob);
  if (directory?.entries.some(isManifest)) {
    faults.push(...directory.faults);
    return directory.entries;
  }
  const saved = await salvage(blob);
  // A package that was cut off may end in a file that is an archive itself (.docx): its directory is not ours.
  if (directory && !saved.some(isManifest)) {
    faults.push(...directory.faults);
    return directory.entries.length ? directory.entries : saved;
  }
  faults.push({ code: saved.length ? 'package.truncated' : 'package.not-a-zip' });
  return saved;
}

const isManifest = ({ name }: ZipEntry): boolean => /(^|\/)manifest\.json$/.test(name) && !name.startsWith('__MACOSX/');

/** Members by name, without the folder that a program may have put around them all. */
function inFolder(entries: ZipEntry[]): Map<string, ZipEntry> {
  const manifest = entries
    .filter(isManifest)
    .map(({ name }) => name)
    .sort((a, b) => a.length - b.length)[0];
  const folder = manifest?.slice(0, -'manifest.json'.length) ?? '';
  return new Map(
    entries.filter(({ name }) => name.startsWith(folder)).map((entry) => [entry.name.slice(folder.length), entry]),
  );
}

type DocumentName = 'manifest' | 'credential' | 'portfolio' | 'submission' | 'applicant' | 'receipt';

class DocumentReader {
  constructor(
    private readonly blob: Blob,
    private readonly entries: Map<string, ZipEntry>,
    private readonly content: PackageContent,
  ) {}

  async read<Name extends DocumentName>(
    name: Name,
    parse: (text: string) => Parsed<NonNullable<PackageContent[Name]>>,
  ): Promise<void> {
    const member = `${name}.json`;
    const entry = this.entries.get(member);
    if (!entry) return;
    const found = await this.bytes(entry, member);
    if (!found) return;
    const text = await found.bytes.text();
    const parsed = parse(text);
    if (found.problem) {
      const faults = parsed.ok ? undefined : parsed.faults;
      this.content.faults.push({ code: found.problem, member, ...(faults && { faults }) });
    } else if (!parsed.ok) {
      const code = name === 'manifest' && isNewer(parsed.faults) ? 'package.newer-version' : 'package.document-invalid';
      this.content.faults.push({ code, member, faults: parsed.faults });
    }
    if (found.problem || !parsed.ok) this.content.unread.push({ member, bytes: found.bytes });
    // A few wrong letters in the work are better than no work. In the credential they would be other rules.
    if (parsed.ok && (!found.problem || !mustBeWhole.has(name))) this.content[name] = parsed.value;
    if (name !== 'portfolio' || (parsed.ok && !found.problem)) return;
    await this.mendPortfolio(text);
  }

  /** Of a damaged portfolio: the items that are as they should be, under the pin of the credential beside it. */
  private async mendPortfolio(text: string): Promise<void> {
    const { credential, applicant } = this.content;
    const pin = credential && { id: credential.id, version: credential.version, digest: await digestOf(credential) };
    if (this.content.portfolio) {
      if (pin) this.content.portfolio = { ...this.content.portfolio, credential: pin };
      return;
    }
    const salvaged = salvagePortfolio(text, { id: applicant?.portfolio, pin });
    if (!salvaged) return;
    this.content.portfolio = salvaged.portfolio;
    const bytes = new Blob([JSON.stringify(salvaged.leftOut, undefined, 2)]);
    this.content.unread.push({ member: 'portfolio-left-out.json', bytes });
  }

  /** Documents without which the package is not whole. A manifest that cannot be read has said so already. */
  require(names: DocumentName[]): void {
    for (const name of names) {
      const member = `${name}.json`;
      if (this.entries.has(member)) continue;
      this.content.faults.push(
        name === 'manifest' ? { code: 'package.manifest-missing' } : { code: 'package.member-missing', member },
      );
    }
  }

  private async bytes(entry: ZipEntry, member: string): Promise<{ bytes: Blob; problem?: PackageCode } | undefined> {
    if (entry.size > mostDocumentBytes) {
      this.content.faults.push({ code: 'package.too-large', member });
      return undefined;
    }
    try {
      return { bytes: await openMember(this.blob, entry) };
    } catch (problem) {
      if (!(problem instanceof ZipProblem)) throw problem;
      return { bytes: await damagedBytes(this.blob, entry), problem: problem.code };
    }
  }
}

/** Documents that say what others agreed on: with one changed letter they are nobody's. */
const mustBeWhole: ReadonlySet<DocumentName> = new Set(['credential', 'receipt']);

const isNewer = (faults: Fault[]): boolean => faults.some(({ code }) => code === 'format.unknown');

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function parseManifest(text: string): Parsed<Manifest> {
  const value = jsonOr(text);
  const format = (value as { format?: unknown } | null)?.format;
  if (typeof format === 'string' && format.startsWith('mc-package/') && format !== packageFormat) {
    const remedy = 'Update the library, or save the file again where it was made.';
    return {
      ok: false,
      faults: [
        { code: 'format.unknown', path: 'format', expected: `"${packageFormat}"`, found: `"${format}"`, remedy },
      ],
    };
  }
  return bySchema(Manifest)(text);
}

/** Reading by schema alone, for documents that have no rules besides. */
function bySchema<T>(schema: v.GenericSchema<unknown, T>): (text: string) => Parsed<T> {
  return (text) => {
    const result = v.safeParse(schema, jsonOr(text));
    if (result.success) return { ok: true, value: result.output };
    const faults = result.issues.map((issue): Fault => {
      const path = v.getDotPath(issue) ?? '';
      return {
        code: 'value.wrong',
        path,
        expected: issue.expected ?? issue.type,
        found: issue.received,
        remedy: 'Save the package again.',
      };
    });
    return { ok: false, faults };
  };
}

/** Files by the work that names them; bytes that no work names are listed too, so that none is lost. */
async function addFiles(blob: Blob, entries: Map<string, ZipEntry>, content: PackageContent): Promise<void> {
  const portfolio = content.portfolio ?? content.submission?.portfolio;
  const named = [
    ...(content.submission?.files ?? []),
    ...(portfolio?.artifacts.flatMap(({ file }) => file ?? []) ?? []),
  ];
  const sizes = new Map(named.map(({ id, size }) => [id, size]));
  for (const [member, entry] of entries) {
    const file = fileOfMember(member);
    if (!file) continue;
    const expected = sizes.get(file.id);
    sizes.delete(file.id);
    const raw = () => damagedBytes(blob, entry);
    if (expected !== undefined && expected !== entry.size) {
      content.faults.push({ code: 'package.file-size', member, file: file.id });
      content.unread.push({ member, bytes: await raw() });
    } else content.files.push({ ...file, member, size: entry.size, open: () => openMember(blob, entry), raw });
  }
  for (const id of sizes.keys()) content.faults.push({ code: 'package.file-missing', member: id });
}
