import { css, html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { MessagesController } from '../../context/messages-controller.js';
import { loadMessages } from '../../locales/load.js';
import type { Fault } from '../../model/fault.js';
import type { StorageProblem } from '../../state/ports.js';
import { base } from '../../theme/base.js';
import { warnIcon } from '../../theme/icons.js';
import { tokens } from '../../theme/tokens.js';
import { heading } from '../heading.js';

/** Why a document could not be loaded. */
interface LoadFailure {
  reason: 'not-found' | 'timeout' | 'html' | 'unreachable-or-cors' | 'offline' | 'server';
  status?: number;
  params: { url: string; crossOrigin: boolean };
}

export type LoadProblem =
  | { kind: 'unreachable'; what: 'credential' | 'affiliate'; problem: LoadFailure }
  | { kind: 'faults'; what: 'credential' | 'affiliate'; url: string | undefined; faults: readonly Fault[] }
  | { kind: 'failed'; problem: StorageProblem };

/**
 * Why the form cannot begin, in one readable panel: what could not be loaded and why, or every fault of a file with
 * its place, what was expected, what was found and what to do.
 *
 * @summary What stands in the way of the form, and the remedy.
 * @fires {Event} mc-load-retry - The person wants it tried again.
 */
export class McLoadProblem extends LitElement {
  static override styles = [
    tokens,
    base,
    css`
      :host {
        display: block;
        container: mc-load / inline-size;
      }
      .panel {
        display: grid;
        gap: 16px;
        max-inline-size: 880px;
        margin-inline: auto;
        padding: clamp(20px, 5cqi, 40px);
        border: 1px solid var(--_line);
        border-radius: var(--_radius-l);
        background: var(--_surface);
      }
      .title {
        display: flex;
        gap: 12px;
        align-items: baseline;
      }
      .title .icon {
        color: var(--_warn);
        flex: none;
        translate: 0 2px;
      }
      code {
        font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
        font-size: 0.9em;
        overflow-wrap: anywhere;
      }
      .faults {
        display: grid;
        border-block-start: 1px solid var(--_line);
      }
      .faults > li {
        display: grid;
        gap: 6px;
        padding-block: 16px;
        border-block-end: 1px solid var(--_line);
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 4px 16px;
        font-size: var(--_text-m);
      }
      dt {
        color: var(--_ink-2);
      }
      .place {
        font-weight: 600;
      }
      @container mc-load (inline-size < 420px) {
        dl {
          grid-template-columns: 1fr;
        }
        dd {
          margin-block-end: 6px;
        }
      }
    `,
  ];

  @property({ attribute: false }) problem: LoadProblem | undefined;
  @property({ type: Number }) headingLevel = 2;
  private messages = new MessagesController(this, loadMessages);

  /** Focus goes to the way to try again. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.button')?.focus(options);
  }

  override render() {
    const { problem } = this;
    if (!problem) return nothing;
    const { say } = this.messages;
    const title =
      problem.kind === 'faults' ? say.faultsTitle(say.document[problem.what], problem.faults.length) : say.title;
    return html`<div class="panel" role="alert">
      ${heading(this.headingLevel, html`${warnIcon()}<span>${title}</span>`, 'title')} ${this.#content(problem)}
      <p class="small">${say.safe}</p>
      <div><button type="button" class="button" @click=${() => this.dispatchEvent(new Event('mc-load-retry'))}>${say.tryAgain}</button></div>
    </div>`;
  }

  #content(problem: LoadProblem) {
    const { say } = this.messages;
    if (problem.kind === 'failed') return html`<p>${say.storage[problem.problem.reason]}</p>`;
    if (problem.kind === 'unreachable') {
      const { reason, status, params } = problem.problem;
      const remedy =
        reason === 'unreachable-or-cors'
          ? params.crossOrigin
            ? say.remedies.crossOrigin
            : say.remedies.sameOrigin
          : say.remedies[reason];
      return html`<p>${say.reasons[reason]} ${status ? say.status(status) : nothing} ${remedy}</p>
        <p class="small">${say.address}: <code>${params.url}</code></p>`;
    }
    return html`<p class="small">${say.faultsLead} ${problem.url ? html`<code>${problem.url}</code>` : nothing}</p>
      <ol class="faults">
        ${problem.faults.map(
          ({ path, position, expected, found, remedy }) => html`<li>
            <p class="place"><code>${path || say.whole}</code> ${position ? html`<span class="small">${say.line(position.line, position.column)}</span>` : nothing}</p>
            <dl>
              <dt>${say.expected}</dt>
              <dd>${expected}</dd>
              <dt>${say.found}</dt>
              <dd><code>${found}</code></dd>
              <dt>${say.remedy}</dt>
              <dd>${remedy}</dd>
            </dl>
          </li>`,
        )}
      </ol>`;
  }
}
