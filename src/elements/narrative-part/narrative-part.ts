import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import { MessagesController } from '../../context/messages-controller.js';
import { StoreController } from '../../context/store-controller.js';
import { narrativeMessages } from '../../locales/narrative.js';
import type { NarrativePart } from '../../model/credential.js';
import { base } from '../../theme/base.js';
import { downIcon } from '../../theme/icons.js';
import { tokens } from '../../theme/tokens.js';
import { heading } from '../heading.js';
import { ownWords } from '../own-words.js';
import { answersOf } from './answers.js';
import { styles } from './narrative-part.styles.js';

/**
 * One part of the form that is written: what is asked, and the text or texts. The questions stand beside the text when
 * there is room, else above it behind a button. A form that shows them in a column of its own hides these here.
 *
 * @summary A narrative part: questions and text.
 * @slot companion - What else should be at hand beside the text, such as the rubric.
 * @csspart title - The part's title.
 * @csspart questions - The questions beside or above the text.
 * @cssprop --mc-narrative-part-questions - `none` hides the questions, where they stand elsewhere (`block`).
 */
export class McNarrativePart extends LitElement {
  static override styles = [tokens, base, styles];

  /** The id of the part. */
  @property({ attribute: 'part-id' }) partId = '';
  /** Level of the title. */
  @property({ attribute: false }) headingLevel = 3;

  @state() private open = false;
  /** Something of this part was set aside since it is shown. */
  @state() private aside = false;

  private messages = new MessagesController(this, narrativeMessages);
  private credential = new StoreController(this, (form) => form.credential);
  private answered = new StoreController(this, ({ credential, portfolio }) => {
    const part = credential.parts.find(({ id }) => id === this.partId);
    if (part?.kind !== 'narrative' || part.layout !== 'single') return 0;
    return answersOf(part, portfolio.narratives).filter((answer) => answer.state === 'done').length;
  });
  private setAside = new StoreController(this, ({ portfolio }) => portfolio.setAside);
  /** Whether it is true that words are kept as they are typed. */
  private kept = new StoreController(
    this,
    ({ saving, readOnly }) => saving.place === 'device' && !saving.problem && !readOnly,
  );

  /** Focus goes to the title, so that a reader hears where they are. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.title')?.focus(options);
  }

  /** Puts the caret into the text, or into the text of a prompt. */
  focusText(prompt?: string): void {
    const editors = Array.from(this.renderRoot.querySelectorAll('mc-narrative-editor'));
    const editor = editors.find((one) => one.prompt === prompt) ?? editors[0];
    editor?.focus();
    editor?.scrollIntoView({ block: 'nearest' });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('partId')) {
      this.open = false;
      this.aside = false;
    }
    if (
      !this.aside &&
      this.setAside.value?.some(({ reason, where }) => reason === 'two-versions' && where.part === this.partId)
    ) {
      this.aside = true;
      // Rare, so it is loaded when there is something to choose; until then the checklist says that there is.
      import('../set-aside/mc-set-aside.js').catch(() => (this.aside = false));
    }
  }

  override render() {
    const parts = this.credential.value?.parts ?? [];
    const at = parts.findIndex(({ id }) => id === this.partId);
    const part = parts[at];
    if (part?.kind !== 'narrative') return nothing;
    const { say } = this.messages;
    const single = part.layout === 'single';
    const lead = this.#lead(part);
    const language = this.credential.value?.language ?? nothing;
    return html`<div class="layout">
      <header>
        <p class="kicker">${say.partOf(at + 1, parts.length)}</p>
        ${heading(this.headingLevel, html`<span part="title" lang=${language}>${part.title}</span>`, 'title', undefined, true)}
        ${part.instructions ? html`<p class="lead instructions" lang=${language}>${part.instructions}</p>` : nothing}
        ${lead ? html`<p class="lead figures">${lead}</p>` : nothing}
      </header>
      <aside class="side">
        ${single ? this.#questions(part) : nothing}
        <slot name="companion"></slot>
      </aside>
      <div class="texts">${single ? this.#single(part) : this.#each(part)}</div>
    </div>`;
  }

  /** What is asked in figures; in words too, where the credential does not say it itself. */
  #lead(part: NarrativePart): string {
    const { say } = this.messages;
    const single = part.layout === 'single';
    const asked = part.prompts.filter(({ kind }) => kind !== 'may');
    const questions = asked.every(({ kind }) => kind === 'question');
    const { min, max } = part.words ?? {};
    const task = single
      ? say.leadSingle(asked.length, questions, part.purpose === 'reflection')
      : say.leadEach(asked.length);
    const pieces = [
      ...(part.instructions ? [] : [task]),
      ...(min ? [single ? say.least(min) : say.leastTogether(min)] : []),
      ...(max !== undefined ? [say.most(max)] : []),
    ];
    return [...(pieces.length ? [`${pieces.join(', ')}.`] : []), ...(this.kept.value ? [say.kept] : [])].join(' ');
  }

  #questions(part: NarrativePart) {
    const { say } = this.messages;
    const asked = part.prompts.filter(({ kind }) => kind !== 'may');
    const questions = asked.every(({ kind }) => kind === 'question');
    return html`<div class="questions" part="questions">
      <button class="button toggle" type="button" aria-expanded=${this.open ? 'true' : 'false'} aria-controls="list" @click=${this.#toggle}>
        ${say.toggle(asked.length, this.answered.value ?? 0, questions)} ${downIcon()}
      </button>
      <div id="list" class=${classMap({ list: true, open: this.open })}>
        <mc-prompt-list part-id=${this.partId} .headingLevel=${this.headingLevel + 1}></mc-prompt-list>
      </div>
    </div>`;
  }

  #single(part: NarrativePart) {
    return html`${this.#versions(undefined)}
      <mc-narrative-editor part-id=${this.partId} .label=${part.title} label-hidden .headingLevel=${this.headingLevel + 1}></mc-narrative-editor>`;
  }

  #each(part: NarrativePart) {
    const { say } = this.messages;
    const asked = part.prompts.filter(({ kind }) => kind !== 'may');
    const may = part.prompts.filter(({ kind }) => kind === 'may');
    return html`${repeat(
      asked,
      ({ id }) => id,
      (prompt) => html`<section class="answer">
        ${heading(this.headingLevel + 1, ownWords(prompt.text, this.credential.value?.language), 'question')}
        ${this.#versions(prompt.id)}
        <mc-narrative-editor part-id=${this.partId} .prompt=${prompt.id} .label=${prompt.text} label-hidden
          .headingLevel=${this.headingLevel + 2}></mc-narrative-editor>
      </section>`,
    )}
    ${
      may.length
        ? html`<section class="may">
          ${heading(this.headingLevel + 1, say.mayAlso, 'kicker')}
          <ul>${may.map(({ text }) => html`<li>${ownWords(text, this.credential.value?.language)}</li>`)}</ul>
        </section>`
        : nothing
    }`;
  }

  #versions(prompt: string | undefined) {
    if (!this.aside) return nothing;
    return html`<mc-set-aside part-id=${this.partId} .prompt=${prompt} .headingLevel=${this.headingLevel + 1}></mc-set-aside>`;
  }

  #toggle = () => {
    this.open = !this.open;
  };
}
