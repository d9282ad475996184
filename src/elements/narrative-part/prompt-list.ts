import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { MessagesController } from '../../context/messages-controller.js';
import { StoreController } from '../../context/store-controller.js';
import { RequirementOpenEvent } from '../../events/requirement-open.js';
import { narrativeMessages } from '../../locales/narrative.js';
import type { NarrativePart } from '../../model/credential.js';
import type { PortfolioState } from '../../state/state.js';
import { base } from '../../theme/base.js';
import { stateIcon } from '../../theme/icons.js';
import { tokens } from '../../theme/tokens.js';
import { heading } from '../heading.js';
import { editorOf } from '../narrative/live-editors.js';
import { ownWords } from '../own-words.js';
import { answersOf, keepSame, type Answer } from './answers.js';
import { styles } from './prompt-list.styles.js';

/**
 * The questions of one narrative part, with what is written for each so far. Stands beside the text.
 *
 * @summary What a narrative is asked, and how far each question is answered.
 * @fires {RequirementOpenEvent} mc-requirement-open - Asks for the text of a prompt, where each has its own.
 * @csspart prompt - One question.
 */
export class McPromptList extends LitElement {
  static override styles = [tokens, base, styles];

  /** The id of the part. */
  @property({ attribute: 'part-id' }) partId = '';
  /** Level of the heading over what one may write about as well. */
  @property({ attribute: false }) headingLevel = 4;

  private messages = new MessagesController(this, narrativeMessages);
  private answers = new StoreController(this, (form) => this.#select(form));
  private readOnly = new StoreController(this, (form) => form.readOnly);

  #answers: Answer[] | undefined;

  #select(form: PortfolioState): Answer[] | undefined {
    const part = partOf(form, this.partId);
    this.#answers = part && keepSame(this.#answers, answersOf(part, form.portfolio.narratives));
    return this.#answers;
  }

  override render() {
    const form = this.answers.store?.getState();
    const part = form && partOf(form, this.partId);
    if (!part) return nothing;
    const { say } = this.messages;
    const answers = this.#select(form) ?? [];
    const may = part.prompts.filter(({ kind }) => kind === 'may');
    const unused = part.layout === 'single' && answers.every(({ state }) => state === 'todo');
    return html`
      <ul class="prompts" aria-label=${say.questions}>
        ${repeat(
          answers,
          ({ prompt }) => prompt.id,
          (answer) => this.#item(answer, part),
        )}
      </ul>
      ${unused && !this.readOnly.value ? html`<p class="small hint">${say.headingsHint}</p>` : nothing}
      ${
        may.length
          ? html`${heading(this.headingLevel, say.mayAlso, 'kicker')}
            <ul class="may">${may.map(({ text }) => html`<li>${ownWords(text, this.#language)}</li>`)}</ul>`
          : nothing
      }
    `;
  }

  get #language(): string | undefined {
    return this.answers.store?.getState().credential.language;
  }

  #item({ prompt, state, words, title }: Answer, part: NarrativePart) {
    const { say } = this.messages;
    const enough = state === 'done';
    const line = state === 'todo' ? '' : title ? say.answerUnder(title, words, enough) : say.answerWords(words, enough);
    const single = part.layout === 'single';
    const offered = single ? state === 'todo' && !this.readOnly.value : true;
    return html`<li class="prompt" part="prompt">
      ${stateIcon(state)}
      <div>
        <p>${ownWords(prompt.text, this.#language)}<span class="only-heard"> (${say.states[state]})</span></p>
        ${line ? html`<p class="small figures">${line}</p>` : nothing}
        ${
          offered
            ? html`<button class="button quiet compact" type="button"
              aria-label=${single ? say.insertLabel(prompt.text) : say.goToLabel(prompt.text)}
              @click=${() => (single ? this.#insert(prompt.text) : this.#open(prompt.id))}>${single ? say.insert : say.goTo}</button>`
            : nothing
        }
      </div>
    </li>`;
  }

  #insert(question: string): void {
    const store = this.answers.store;
    const editor = store && editorOf(store, { part: this.partId });
    if (editor) editor.insertParagraph(question);
    else this.#open(undefined);
  }

  #open(prompt: string | undefined): void {
    this.dispatchEvent(new RequirementOpenEvent({ kind: 'narrative', part: this.partId, prompt }));
  }
}

const partOf = (form: PortfolioState, id: string): NarrativePart | undefined => {
  const part = form.credential.parts.find((one) => one.id === id);
  return part?.kind === 'narrative' ? part : undefined;
};
