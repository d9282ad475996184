import { html, nothing, type TemplateResult } from 'lit';

/**
 * Words that are not the form's but a document's, in the language of that document (`language`): they are read aloud
 * by its voice and run in its direction, whatever language the form speaks.
 */
export const ownWords = (words: unknown, language: string | undefined): TemplateResult =>
  html`<bdi lang=${language ?? nothing}>${words}</bdi>`;
