import { ContextConsumer } from '@lit/context';
import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { servicesContext } from '../../context/keys.js';
import { MessagesController } from '../../context/messages-controller.js';
import { StoreController } from '../../context/store-controller.js';
import { AnnounceEvent } from '../../events/announce.js';
import { findingMessages } from '../../locales/findings.js';
import { reviewMessages } from '../../locales/review.js';
import type { Affiliate } from '../../model/affiliate.js';
import type { PortfolioState } from '../../state/state.js';
import { base } from '../../theme/base.js';
import { downloadIcon } from '../../theme/icons.js';
import { tokens } from '../../theme/tokens.js';
import { heading } from '../heading.js';
import { saveFile } from '../save-file.js';
import { receiptText, type ReceiptParts } from './receipt-text.js';
import { styles } from './receipt.styles.js';
import { adviceRows } from './what-remains.js';
import { filesLine, linksOf, textTable } from './what-is-sent.js';

/**
 * The proof that work was handed in: number, time, what was sent, and what happens next. For a package also how to send
 * it, to save it again, and to take the work up again.
 *
 * @summary The receipt of work that was handed in.
 * @fires {AnnounceEvent} mc-announce - Something was copied or saved.
 * @csspart number - The receipt number.
 */
export class McReceipt extends LitElement {
  static override styles = [tokens, base, styles];

  /** Level of the headings. */
  @property({ type: Number }) headingLevel = 4;

  @state() private failed = false;

  private messages = new MessagesController(this, reviewMessages);
  private findings = new MessagesController(this, findingMessages);
  private form = new StoreController(this, (whole) => whole);
  private services = new ContextConsumer(this, { context: servicesContext, subscribe: true });
  #listening: AbortController | undefined;
  #opened: HTMLDetailsElement[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    // On paper nothing can be unfolded.
    window.addEventListener('beforeprint', this.#unfold, { signal });
    window.addEventListener('afterprint', this.#fold, { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening?.abort();
  }

  override render() {
    const whole = this.form.value;
    const parts = whole && this.#parts(whole);
    if (!whole || !parts) return nothing;
    const { say, format } = this.messages;
    const { receipt, credential, way } = parts;
    return html`<div class="receipt">
      <div class="proof">
        <p class="label" id="number-label">${say.receipt.number}</p>
        <p class="number-line">
          <strong class="number figures" part="number" aria-labelledby="number-label number" id="number">${receipt.number}</strong>
          ${
            navigator.clipboard
              ? html`<button type="button" class="button compact" @click=${() => this.#copy(receipt.number)}>${say.receipt.copy}</button>`
              : nothing
          }
        </p>
        <dl class="facts">
          <div><dt>${way === 'package' ? say.receipt.packedAt : say.receipt.at}</dt><dd><time datetime=${receipt.at}>${format.dateTime(receipt.at)}</time></dd></div>
          <div><dt>${say.receipt.credential}</dt><dd>${credential.title}, ${say.receipt.version(parts.portfolio.credential.version)}</dd></div>
          ${parts.attempt > 1 ? html`<div><dt>${say.receipt.attempt}</dt><dd>${format.number(parts.attempt)}</dd></div>` : nothing}
        </dl>
      </div>
      ${way === 'package' ? this.todo(parts, whole.affiliate) : this.next(parts, whole.affiliate)} ${this.sent(parts)}
      ${this.earlier(whole)}
      <div class="actions">
        <button type="button" class="button" @click=${() => window.print()}>${say.receipt.print}</button>
        <button type="button" class="button quiet" @click=${() => this.#save(parts)}>${downloadIcon()}${say.receipt.save}</button>
      </div>
    </div>`;
  }

  /** A package has not been sent by being made. */
  private todo({ receipt, credential }: ReceiptParts, affiliate: Affiliate | undefined) {
    const { receipt: say } = this.messages.say;
    const email = affiliate?.support.email;
    const mail =
      email && `mailto:${email}?subject=${encodeURIComponent(say.subject(credential.title, receipt.number))}`;
    return html`<section aria-labelledby="next">
      ${heading(this.headingLevel, say.todo, 'section-title', 'next')}
      <p>${say.send(affiliate?.name)}</p>
      ${mail ? html`<p><a href=${mail}>${say.mail(email)}</a></p><p class="small">${say.attach}</p>` : nothing}
      ${this.support(affiliate)}
      <div class="actions">
        <button type="button" class="button" @click=${this.#packageAgain}>${downloadIcon()}${say.again}</button>
        <button type="button" class="button quiet" aria-describedby="change-hint" @click=${() => void this.services.value?.reviseWork()}>${say.change}</button>
      </div>
      ${this.failed ? html`<p class="error">${say.againFailed}</p>` : nothing}
      <p class="small" id="change-hint">${say.changeHint}</p>
    </section>`;
  }

  private next({ credential }: ReceiptParts, affiliate: Affiliate | undefined) {
    const { receipt: say } = this.messages.say;
    const { businessDays, blind } = credential.review;
    const email = affiliate?.support.email;
    return html`<section aria-labelledby="next">
      ${heading(this.headingLevel, say.next, 'section-title', 'next')}
      <p>
        ${businessDays === undefined ? nothing : say.review(businessDays)} ${blind ? say.blind : nothing} ${say.kept}
        ${say.keepNumber}
      </p>
      ${email ? html`<p><a href=${`mailto:${email}`}>${say.mail(email)}</a></p>` : nothing} ${this.support(affiliate)}
    </section>`;
  }

  private support(affiliate: Affiliate | undefined) {
    const { url, phone, note } = affiliate?.support ?? {};
    return html`${url ? html`<p><a href=${url}>${this.messages.say.receipt.help}</a></p>` : nothing}
    ${phone ? html`<p>${phone}</p>` : nothing} ${note ? html`<p class="small">${note}</p>` : nothing}`;
  }

  private sent({ receipt, credential, portfolio, advice }: ReceiptParts) {
    const { say, format } = this.messages;
    const links = linksOf(portfolio);
    return html`<section aria-labelledby="sent">
      ${heading(this.headingLevel, say.sent.titleDone, 'section-title', 'sent')}
      ${textTable(credential, portfolio, say)}
      <dl class="figures-list figures">
        ${receipt.files.map(({ name, size }) => html`<div><dt>${name}</dt><dd>${format.bytes(size)}</dd></div>`)}
        ${
          receipt.files.length === 1
            ? nothing
            : html`<div class="total"><dt>${say.sent.files}</dt><dd>${filesLine(receipt.files, say, format)}</dd></div>`
        }
        ${links.map(({ title, url }) => html`<div><dt>${title}</dt><dd>${url}</dd></div>`)}
      </dl>
      <details>
        <summary>${say.receipt.checksums}</summary>
        <p class="small">${say.receipt.checksumsLead}</p>
        <dl class="sums">
          <div><dt>${say.receipt.whole}</dt><dd>${receipt.digest}</dd></div>
          ${receipt.files.map(({ name, sha256 }) => html`<div><dt>${name}</dt><dd>${sha256}</dd></div>`)}
        </dl>
      </details>
      ${
        advice.length
          ? html`<details>
            <summary>${say.receipt.adviceOpen(advice.length)}</summary>
            <ul class="advice">${advice.map((line) => html`<li>${line}</li>`)}</ul>
          </details>`
          : nothing
      }
    </section>`;
  }

  private earlier({ receipts }: PortfolioState) {
    const { say, format } = this.messages;
    const before = receipts.slice(0, -1).reverse();
    if (before.length === 0) return nothing;
    return html`<details>
      <summary>${say.receipt.earlier(before.length)}</summary>
      <dl class="figures-list figures">
        ${before.map(({ receipt }) => html`<div><dt>${receipt.number}</dt><dd>${format.dateTime(receipt.at)}</dd></div>`)}
      </dl>
    </details>`;
  }

  #parts(whole: PortfolioState): ReceiptParts | undefined {
    const last = whole.receipts.at(-1);
    if (!last) return undefined;
    const { credential, portfolio, receipts } = whole;
    const rows = adviceRows(whole, { review: this.messages.say, finding: this.findings.say });
    const advice = rows.map(({ name, line }) => `${name}: ${line}`);
    return { receipt: last.receipt, way: last.way, attempt: receipts.length, credential, portfolio, advice };
  }

  #copy = async (number: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(number);
      this.dispatchEvent(new AnnounceEvent(this.messages.say.receipt.copied));
    } catch {
      // Where the browser refuses, the number is marked for copying by hand.
      const shown = this.renderRoot.querySelector('#number');
      if (shown) getSelection()?.selectAllChildren(shown);
    }
  };

  #save(parts: ReceiptParts): void {
    const { say, format } = this.messages;
    const blob = new Blob([receiptText(parts, say, format)], { type: 'text/plain;charset=utf-8' });
    saveFile({ name: say.receipt.fileName(parts.receipt.number), blob });
  }

  #packageAgain = async (): Promise<void> => {
    this.failed = false;
    const made = await this.services.value?.packageAgain().catch(() => undefined);
    if (made) saveFile(made);
    this.failed = !made;
    const { receipt: say } = this.messages.say;
    this.dispatchEvent(new AnnounceEvent(made ? say.saved : say.againFailed));
  };

  #unfold = (): void => {
    this.#opened = [...this.renderRoot.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const details of this.#opened) details.open = true;
  };

  #fold = (): void => {
    for (const details of this.#opened) details.open = false;
    this.#opened = [];
  };
}
