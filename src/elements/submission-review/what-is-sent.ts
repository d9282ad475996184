import { html, nothing, type TemplateResult } from 'lit';
import type { Format } from '../../locales/format.js';
import type { ReviewMessages } from '../../locales/review.js';
import type { Credential } from '../../model/credential.js';
import type { Portfolio } from '../../model/portfolio.js';
import { countPortfolio } from '../../model/submit.js';

/** A text by its name, and its words. */
export interface TextFigure {
  name: string;
  words: number;
}

/** Every text of a portfolio with its words, in the order of the credential, and the profile they are counted by. */
export function textFigures(
  credential: Credential,
  portfolio: Portfolio,
): { profile: string; texts: TextFigure[]; total: number } {
  const { profile, counts } = countPortfolio(credential, portfolio);
  const texts = counts.map(({ part: id, prompt, words }) => {
    const part = credential.parts.find((each) => each.id === id);
    const asked = part?.kind === 'narrative' ? part.prompts.find((each) => each.id === prompt) : undefined;
    return { name: asked?.text ?? part?.title ?? id, words };
  });
  return { profile, texts, total: texts.reduce((sum, { words }) => sum + words, 0) };
}

/** Links are handed in as addresses. */
export const linksOf = ({ artifacts }: Portfolio): { title: string; url: string }[] =>
  artifacts.flatMap(({ title, url, file }) => (url !== undefined && !file ? [{ title, url }] : []));

/** The texts with their words, their sum, and how they are counted. */
export function textTable(credential: Credential, portfolio: Portfolio, say: ReviewMessages): TemplateResult {
  const { profile, texts, total } = textFigures(credential, portfolio);
  if (texts.length === 0) return html`<p class="small">${say.sent.nothingWritten}</p>`;
  return html`<dl class="figures-list figures">
      ${texts.map(({ name, words }) => html`<div><dt lang=${credential.language}>${name}</dt><dd>${say.sent.words(words)}</dd></div>`)}
      ${
        texts.length > 1
          ? html`<div class="total"><dt>${say.sent.total}</dt><dd>${say.sent.words(total)}</dd></div>`
          : nothing
      }
    </dl>
    <p class="small">${say.sent.profile(profile)}</p>`;
}

/** How many files and how large, in one line. */
export function filesLine(files: readonly { size: number }[], say: ReviewMessages, format: Format): string {
  if (files.length === 0) return say.sent.noFiles;
  return say.sent.filesTotal(files.length, format.bytes(files.reduce((sum, { size }) => sum + size, 0)));
}
