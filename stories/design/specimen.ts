import { css, html, LitElement, type TemplateResult } from 'lit';
import { base } from '../../src/theme/base.js';
import * as icons from '../../src/theme/icons.js';
import { tokens } from '../../src/theme/tokens.js';

const { stateIcon, ...drawn } = icons;

/** Shared parts as they look inside an element: the sheet that all elements adopt is adopted here too. */
export class ThemeSpecimen extends LitElement {
  static override styles = [
    tokens,
    base,
    css`
      :host {
        display: block;
        background: var(--_surface);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 12px 24px;
        align-items: center;
      }
      .stack {
        display: grid;
        gap: 12px;
        max-inline-size: 640px;
      }
      .icons {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(120px, 1fr));
        gap: 16px;
      }
      .pair {
        display: flex;
        gap: 10px;
        align-items: center;
      }
    `,
  ];
  static override properties = { show: {} };

  declare show: 'states' | 'icons' | 'controls';

  override render(): TemplateResult {
    if (this.show === 'icons') return this.#icons();
    return this.show === 'controls' ? this.#controls() : this.#states();
  }

  #states(): TemplateResult {
    return html`<div class="stack">
      <div class="row">
        <span class="pair">${stateIcon('todo')} not begun</span>
        <span class="pair">${stateIcon('doing')} begun</span>
        <span class="pair">${stateIcon('done')} complete</span>
      </div>
      <p class="note">${icons.infoIcon()}<span>Something to know.</span></p>
      <p class="note good">${icons.checkIcon()}<span>It worked, or nothing is missing.</span></p>
      <p class="note warn">${icons.warnIcon()}<span>Worth a look. It can wait.</span></p>
      <p class="note bad">${icons.warnIcon()}<span>It failed, or contradicts a fact.</span></p>
    </div>`;
  }

  #icons(): TemplateResult {
    return html`<div class="icons">
      ${Object.entries(drawn).map(
        ([name, draw]) => html`<span class="pair">${draw()} ${name.replace(/Icon$/, '')}</span>`,
      )}
    </div>`;
  }

  #controls(): TemplateResult {
    return html`<div class="stack">
      <div class="row">
        <button type="button" class="button main">Main</button>
        <button type="button" class="button">Plain</button>
        <button type="button" class="button quiet">Quiet</button>
        <button type="button" class="button compact">Compact</button>
        <button type="button" class="button" disabled>Disabled</button>
        <button type="button" class="link">As a link</button>
      </div>
      <div class="field">
        <label for="field">A field</label>
        <input class="input" id="field" aria-describedby="hint" />
        <span class="hint" id="hint">What helps to fill it in.</span>
      </div>
      <div class="field">
        <label for="wrong">A field with a fault</label>
        <input class="input" id="wrong" aria-invalid="true" aria-describedby="error" />
        <span class="error" id="error">What is wrong, and what to do.</span>
      </div>
      <label class="pair"><input type="checkbox" checked /> A box that is ticked</label>
      <label class="pair"><input type="radio" checked /> A choice that is made</label>
    </div>`;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    'theme-specimen': ThemeSpecimen;
  }
}
