import { ContextConsumer } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { servicesContext } from '../../context/keys.js';
import { MessagesController } from '../../context/messages-controller.js';
import { StoreController } from '../../context/store-controller.js';
import { setAsideMessages } from '../../locales/set-aside.js';
import { narrativeAt, evidenceFor, type SetAside } from '../../model/portfolio.js';
import { newId } from '../../state/ids.js';
import { base } from '../../theme/base.js';
import { checkIcon } from '../../theme/icons.js';
import { tokens } from '../../theme/tokens.js';
import { heading } from '../heading.js';
import { renderBlock, renderRichText } from '../narrative/rich-text.js';
import { richTextStyles } from '../narrative/rich-text.styles.js';
import { styles } from './set-aside.styles.js';
import { keepBothChanges, presentVersion, versionsAt, withoutPlace, wordsOf, type VersionsPlace } from './versions.js';

/**
 * What was set aside. With `part` (and `prompt`) or `detail`: the versions of one place to choose from. Without: what a
 * revised credential has no place for. Renders nothing while there is nothing.
 *
 * @summary Two versions to choose from, and work that lost its place.
 * @csspart entry - One thing set aside.
 */
export class McSetAside extends LitElement {
  static override styles = [tokens, base, richTextStyles, styles];

  /** The id of the narrative part. */
  @property({ attribute: 'part-id' }) partId: string | undefined;
  /** The id of the prompt, where each has a text of its own. */
  @property() prompt: string | undefined;
  /** The id of the detail that is explained. */
  @property() detail: string | undefined;
  /** Level of the headings. */
  @property({ attribute: false }) headingLevel = 4;

  /** What the person has just decided, in words. */
  @state() private done = '';
  @state() private failed = '';
  /** The entry whose words the browser would not copy. */
  @state() private byHand = '';

  private messages = new MessagesController(this, setAsideMessages);
  private setAside = new StoreController(this, ({ portfolio }) => portfolio.setAside);
  private readOnly = new StoreController(this, (form) => form.readOnly);
  private narrative = new StoreController(this, ({ portfolio }) =>
    this.partId == null ? undefined : narrativeAt(portfolio, { part: this.partId, prompt: this.prompt ?? undefined }),
  );
  private evidence = new StoreController(this, ({ portfolio }) =>
    this.detail == null ? undefined : evidenceFor(portfolio, this.detail),
  );
  private services = new ContextConsumer(this, { context: servicesContext, subscribe: true });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('partId') || changed.has('prompt') || changed.has('detail'))
      this.done = this.failed = this.byHand = '';
  }

  override render() {
    const all = this.setAside.value;
    if (!all) return nothing;
    const place = this.#place();
    const entries = place ? versionsAt(all, place) : withoutPlace(all);
    if (!entries.length && !this.done) return nothing;
    const { say } = this.messages;
    return html`
      ${this.done ? html`<p class="note good" tabindex="-1">${checkIcon()}<span>${this.done}</span></p>` : nothing}
      ${this.failed ? html`<p class="note bad" role="alert">${this.failed}</p>` : nothing}
      ${
        !place && entries.length
          ? html`<header>${heading(this.headingLevel, say.noPlace, 'name')}<p class="lead">${say.noPlaceReason}</p></header>`
          : nothing
      }
      ${repeat(
        entries,
        ({ id }) => id,
        (entry) => (place ? this.#versions(entry) : this.#lost(entry)),
      )}
    `;
  }

  #place(): VersionsPlace | undefined {
    if (this.detail != null) return { detail: this.detail };
    return this.partId == null ? undefined : { part: this.partId, prompt: this.prompt ?? undefined };
  }

  #versions(entry: SetAside) {
    const { say } = this.messages;
    const portfolio = this.setAside.store!.getState().portfolio;
    const present = presentVersion(portfolio, entry);
    const editable = !this.readOnly.value;
    return html`<section class="entry" part="entry">
      ${heading(this.headingLevel, entry.content.kind === 'text' ? say.twoVersions.text : say.twoVersions.block, 'name')}
      <p class="lead">${say.reason}</p>
      <div class="two">
        <div class="version">
          <p class="kicker">${say.present}</p>
          ${present ? this.#words(present) : html`<p class="small">${say.presentGone}</p>`}
          ${
            editable
              ? html`<button class="button" type="button" aria-label=${present ? say.keepPresentLabel : nothing}
            @click=${() => this.#settle(entry, false, say.keptPresent)}>${present ? say.keepThis : say.keepRemoved}</button>`
              : nothing
          }
        </div>
        <div class="version">
          <p class="kicker">${say.other(entry.at)}</p>
          ${this.#words(entry.content)}
          ${
            editable
              ? html`<button class="button" type="button" aria-label=${say.keepOtherLabel}
            @click=${() => this.#settle(entry, true, say.keptOther)}>${say.keepThis}</button>`
              : nothing
          }
        </div>
      </div>
      ${
        editable && present
          ? html`<button class="button quiet both" type="button" @click=${() => this.#keepBoth(entry)}>${say.keepBoth}</button>`
          : nothing
      }
    </section>`;
  }

  #lost(entry: SetAside) {
    const { say } = this.messages;
    const { text, places } = this.#plain(entry);
    return html`<section class="entry" part="entry">
      <p class="kicker">${say.kinds[entry.content.kind]} · ${say.since(entry.at)}</p>
      ${
        this.byHand === entry.id
          ? html`<p class="small" role="status">${say.copyByHand}</p>
            <textarea class="input" readonly rows="8" dir="auto" aria-label=${say.textToCopy} .value=${this.#copyable(entry)}></textarea>`
          : html`<div class="clip">${this.#words(entry.content)}</div>
            ${places.length ? html`<p class="small">${say.places(places)}</p>` : nothing}
            ${text || places.length ? nothing : html`<p class="small">${say.nothingToRead}</p>`}`
      }
      <div class="actions">
        ${
          text || places.length
            ? html`<button class="button" type="button" @click=${() => this.#copy(entry)}>${say.copy}</button>`
            : nothing
        }
        ${
          this.readOnly.value
            ? nothing
            : html`<button class="button quiet" type="button" @click=${() => this.#settle(entry, false, say.removed)}>${say.remove}</button>`
        }
      </div>
    </section>`;
  }

  #words(content: SetAside['content']) {
    if (content.kind === 'narrative') {
      return html`<div class="reading" lang=${content.narrative.language ?? nothing}>
        ${renderRichText(content.narrative.text, this.headingLevel + 1)}</div>`;
    }
    if (content.kind === 'block')
      return html`<div class="reading">${renderBlock(content.block, this.headingLevel + 1)}</div>`;
    const { text } = wordsOf(content, (id) => id);
    return text ? html`<p class="reading plain" dir="auto">${text}</p>` : nothing;
  }

  #plain(entry: SetAside) {
    const artifacts = this.setAside.store?.getState().portfolio.artifacts ?? [];
    return wordsOf(entry.content, (id) => artifacts.find((artifact) => artifact.id === id)?.title ?? '');
  }

  #copyable(entry: SetAside): string {
    const { text, places } = this.#plain(entry);
    return [text, places.length ? this.messages.say.places(places) : ''].filter(Boolean).join('\n\n');
  }

  async #settle(entry: SetAside, use: boolean, done: string): Promise<void> {
    const { say } = this.messages;
    this.failed = '';
    try {
      if (!this.services.value) throw new Error('There is no form to settle this in.');
      await this.services.value.settle(entry.id, use);
    } catch {
      this.failed = entry.reason === 'no-place' ? say.removeFailed : say.failed;
      return;
    }
    await this.#tell(done);
  }

  async #keepBoth(entry: SetAside): Promise<void> {
    const { store } = this.setAside;
    if (!store) return;
    // At once, so that it cannot be half done. Nothing goes, so no restore point is needed.
    store.apply(...keepBothChanges(store.getState().portfolio, entry, newId), {
      kind: 'set-aside-settle',
      setAside: entry.id,
    });
    await this.#tell(this.messages.say.keptBoth);
  }

  async #copy(entry: SetAside): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.#copyable(entry));
      this.byHand = '';
      await this.#tell(this.messages.say.copied);
    } catch {
      // Not allowed here, or a page without a private connection.
      this.byHand = entry.id;
      await this.updateComplete;
      this.renderRoot.querySelector('textarea')?.select();
    }
  }

  /** Says what came of it in place of the button that was pressed, which may be gone. */
  async #tell(words: string): Promise<void> {
    this.done = words;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.note.good')?.focus();
  }
}
