import type { Credential, Outcome } from '../model/credential.js';
import { directionOf } from '../model/direction.js';
import { printLocator } from '../model/locator-text.js';
import type { Locator } from '../model/locator.js';
import type { Artifact, Evidence, NarrativeText, Pointer, Portfolio } from '../model/portfolio.js';
import type { Block, Inline, List, Mark } from '../model/rich-text.js';
import { markup, type Markup } from './markup.js';
import { memberOfFile } from './package-format.js';

/** The page's own words, in the language of the credential. */
export interface PageWords {
  explanationMissing: string;
  placesMissing: string;
  textMissing: string;
  files: string;
  filesMissing: string;
  notInPackage: string;
  attestations: string;
  confirmed: string;
  notConfirmed: string;
  selfAssessment: string;
}

export interface PageContent {
  credential: Credential;
  portfolio: Portfolio;
  /** Ids of files whose bytes are not in the package. */
  missing: readonly string[];
  words: PageWords;
}

/**
 * The work as one static page beside the files of a package: titles, texts, evidence with links into the files. No
 * script, nothing loaded from elsewhere, and nothing of the applicant, since the folder may be passed on to assessors.
 */
export function readablePage(page: PageContent): string {
  const { credential } = page;
  const { language } = credential;
  return markup`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${credential.title}</title>
<style>${styles}</style>
</head>
<body>
<main>
<h1>${credential.title}</h1>
${credential.notice && markup`<p>${credential.notice}</p>`}
<p>${credential.issuer.name} · ${credential.id} · ${credential.version}</p>
${credential.parts.map((part) => {
  if (part.kind === 'narrative') return narrativePart(page, part.id, part.title);
  const asked = credential.outcomes.filter(({ id }) => !part.outcomes || part.outcomes.includes(id));
  return evidencePart(page, part.title, asked);
})}
${selfAssessments(page)}
${attestations(page)}
${fileList(page)}
</main>
</body>
</html>
`.text;
}

const styles = markup`
:root { color-scheme: light dark; }
body { margin: 0; font: 1rem/1.6 system-ui, sans-serif; }
main { max-inline-size: 46rem; margin-inline: auto; padding: 2rem 1rem 4rem; overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.3; }
h2 { margin-block-start: 3rem; border-block-start: 1px solid; padding-block-start: 1rem; }
blockquote { margin-inline: 1.5rem 0; border-inline-start: 3px solid; padding-inline-start: 1rem; }
.words { white-space: pre-wrap; }
.state { font-style: italic; }
@media print { h2, h3, h4 { break-after: avoid; } }
`;

function narrativePart({ credential, portfolio, words }: PageContent, id: string, title: string): Markup {
  const part = credential.parts.find((one) => one.id === id);
  const prompts = part?.kind === 'narrative' ? part.prompts : [];
  const texts = portfolio.narratives.filter((text) => text.part === id && text.text.content.length > 0);
  return markup`<section><h2>${title}</h2>
${texts.length === 0 && markup`<p class="state">${words.textMissing}</p>`}
${inOrderOf(prompts, texts).map((text) => {
  const prompt = prompts.find((one) => one.id === text.prompt);
  const language = text.language ?? credential.language;
  return markup`${prompt && markup`<h3>${prompt.text}</h3>`}
<div lang="${language}" dir="${directionOf(language)}">${text.text.content.map(block)}</div>`;
})}
</section>`;
}

function inOrderOf(prompts: { id: string }[], texts: NarrativeText[]): NarrativeText[] {
  const place = ({ prompt }: NarrativeText) => prompts.findIndex(({ id }) => id === prompt);
  return [...texts].sort((a, b) => place(a) - place(b));
}

function block(node: Block): Markup {
  switch (node.type) {
    case 'paragraph':
      return markup`<p>${node.content.map(inline)}</p>`;
    case 'heading':
      return node.level === 1
        ? markup`<h3>${node.content.map(inline)}</h3>`
        : markup`<h4>${node.content.map(inline)}</h4>`;
    case 'quote':
      return markup`<blockquote>${node.content.map(({ content }) => markup`<p>${content.map(inline)}</p>`)}</blockquote>`;
    case 'bullet-list':
    case 'numbered-list':
      return list(node);
    default:
      return markup``;
  }
}

function list(node: List): Markup {
  const items = node.items.map(
    ({ content }) =>
      markup`<li>${content.map((child) => (child.type === 'paragraph' ? markup`<p>${child.content.map(inline)}</p>` : list(child)))}</li>`,
  );
  return node.type === 'numbered-list' ? markup`<ol>${items}</ol>` : markup`<ul>${items}</ul>`;
}

function inline(node: Inline): Markup {
  if (node.type === 'hard-break') return markup`<br>`;
  return (node.marks ?? []).reduceRight(marked, markup`${node.text}`);
}

function marked(inner: Markup, mark: Mark): Markup {
  switch (mark.type) {
    case 'strong':
      return markup`<strong>${inner}</strong>`;
    case 'em':
      return markup`<em>${inner}</em>`;
    case 'underline':
      return markup`<u>${inner}</u>`;
    case 'link':
      return link(mark.href, inner);
    default:
      return inner;
  }
}

/** Addresses of other kinds than these stay words: a document from elsewhere may hold anything. */
const link = (url: string, inner: Markup): Markup =>
  /^(https?:\/\/|mailto:)/i.test(url) ? markup`<a href="${url}" rel="noreferrer">${inner}</a>` : inner;

function evidencePart(page: PageContent, title: string, outcomes: Outcome[]): Markup {
  return markup`<section><h2>${title}</h2>
${outcomes.map(
  (outcome) => markup`<h3>${outcome.code} ${outcome.title ?? outcome.statement}</h3>
${outcome.title && markup`<p>${outcome.statement}</p>`}
${outcome.details.length === 0 && evidence(page, outcome.id)}
${outcome.details.map(
  (detail) => markup`<h4>${detail.code} ${detail.title ?? detail.statement}</h4>
${detail.title && markup`<p>${detail.statement}</p>`}
${evidence(page, detail.id)}`,
)}`,
)}
</section>`;
}

function evidence(page: PageContent, detail: string): Markup {
  const { portfolio, words } = page;
  const found: Evidence | undefined = portfolio.evidence.find((one) => one.detail === detail);
  return markup`${
    found?.explanation.trim()
      ? markup`<p class="words">${found.explanation}</p>`
      : markup`<p class="state">${words.explanationMissing}</p>`
  }
${
  found?.pointers.length
    ? markup`<ul>${found.pointers.map((pointer) => pointerItem(page, pointer))}</ul>`
    : markup`<p class="state">${words.placesMissing}</p>`
}`;
}

function pointerItem(page: PageContent, pointer: Pointer): Markup {
  const artifact = page.portfolio.artifacts.find(({ id }) => id === pointer.artifact);
  const title = artifact ? titleOf(artifact) : pointer.artifact;
  const places = pointer.locators.map(
    (locator) => markup` · ${toFile(page, artifact, markup`${printLocator(locator)}`, locator)}`,
  );
  return markup`<li>${toFile(page, artifact, markup`${title}`)}${places}
${pointer.note?.trim() ? markup`<p class="words">${pointer.note}</p>` : ''}</li>`;
}

const titleOf = (artifact: Artifact): string =>
  artifact.title.trim() || artifact.file?.name || artifact.url || artifact.id;

/** Words that lead to an artifact, at a place in it where browsers can open one. */
function toFile(
  { missing, words }: PageContent,
  artifact: Artifact | undefined,
  inner: Markup,
  locator?: Locator,
): Markup {
  const { file, url } = artifact ?? {};
  if (!file) return url ? link(url, inner) : inner;
  if (missing.includes(file.id)) return locator ? inner : markup`${inner} (${words.notInPackage})`;
  const path = memberOfFile(file.id, file.name).split('/').map(encodeURIComponent).join('/');
  return markup`<a href="${path}${locator ? fragment(locator) : ''}">${inner}</a>`;
}

function fragment(locator: Locator): string {
  switch (locator.kind) {
    case 'page':
      return `#page=${locator.page}`;
    case 'time':
      return `#t=${locator.start}${locator.end === undefined ? '' : `,${locator.end}`}`;
    case 'region':
      return locator.page === undefined ? `#xywh=percent:${locator.xywh.join(',')}` : `#page=${locator.page}`;
    case 'quote':
      return locator.page === undefined ? '' : `#page=${locator.page}`;
    default:
      return '';
  }
}

function selfAssessments({ credential: { rubric }, portfolio, words }: PageContent): Markup | '' {
  if (!rubric || portfolio.selfAssessments.length === 0) return '';
  return markup`<section><h2>${words.selfAssessment}</h2><ul>
${portfolio.selfAssessments.map(({ criterion, level, why }) => {
  const title = rubric.criteria.find(({ id }) => id === criterion)?.title ?? criterion;
  const reached = rubric.levels.find(({ id }) => id === level)?.title;
  return markup`<li>${title}${reached && `: ${reached}`}${why?.trim() ? markup`<p class="words">${why}</p>` : ''}</li>`;
})}</ul></section>`;
}

function attestations({ credential, portfolio, words }: PageContent): Markup | '' {
  if (credential.attestations.length === 0) return '';
  return markup`<section><h2>${words.attestations}</h2><ul>
${credential.attestations.map(({ id, statement }) => {
  const signed = portfolio.attestations.find(({ attestation }) => attestation === id);
  return markup`<li>${statement} – ${signed?.signed ? words.confirmed : words.notConfirmed}
${signed?.text?.trim() ? markup`<p class="words">${signed.text}</p>` : ''}</li>`;
})}</ul></section>`;
}

function fileList(page: PageContent): Markup {
  const { portfolio, words } = page;
  return markup`<section><h2>${words.files}</h2>
${portfolio.artifacts.length === 0 && markup`<p class="state">${words.filesMissing}</p>`}
<ul>${portfolio.artifacts.map(
    (artifact) => markup`<li>${toFile(page, artifact, markup`${titleOf(artifact)}`)}
${artifact.note?.trim() ? markup`<p class="words">${artifact.note}</p>` : ''}</li>`,
  )}</ul></section>`;
}
