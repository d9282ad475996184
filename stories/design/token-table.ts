import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { base } from '../../src/theme/base.js';
import { tokens } from '../../src/theme/tokens.js';
import { props } from '../helpers/props.js';

type Kind = 'colours' | 'type' | 'shape';

interface Token {
  /** As elements use it: `--_accent`. */
  name: string;
  /** As a host sets it: `--mc-accent`; some follow from others and cannot be set. */
  host: string | undefined;
}

/** The tokens as the library's own sheet declares them. */
const declared: Token[] = [...tokens.cssText.matchAll(/(--_[a-z0-9-]+)\s*:\s*(?:var\(\s*(--mc-[a-z0-9-]+))?/g)].map(
  ([, name, host]) => ({ name: name!, host }),
);

/**
 * The live tokens: every value is read from the browser as an element would have it, under the scheme of the place.
 * Contrast is computed from what the browser paints.
 */
export class TokenTable extends LitElement {
  static override styles = [
    tokens,
    base,
    css`
      :host {
        display: block;
        background: var(--_surface);
      }
      .probe {
        position: absolute;
        inline-size: 0;
        overflow: hidden;
        visibility: hidden;
      }
      .colours {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(190px, 1fr));
        gap: 16px;
      }
      .swatch {
        block-size: 64px;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--sample);
      }
      .rows {
        display: grid;
        gap: 20px;
      }
      .sample {
        font-size: var(--sample);
        line-height: 1.3;
      }
      .corner {
        inline-size: 96px;
        block-size: 64px;
        border: 1px solid var(--_outline);
        border-radius: var(--sample);
        background: var(--_accent-soft);
      }
      .name {
        margin-block-start: 6px;
        font-size: var(--_text-m);
        font-weight: 600;
      }
    `,
  ];
  static override properties = { kind: {}, scheme: {} };

  declare kind: Kind;
  /** Only tells that the values have to be read anew. */
  declare scheme: string;

  #probe: HTMLElement | null = null;

  override render(): TemplateResult {
    return html`<div class="probe" aria-hidden="true"></div>
      ${this.hasUpdated ? this.#table() : nothing}`;
  }

  protected override firstUpdated(): void {
    this.#probe = this.renderRoot.querySelector('.probe');
    this.requestUpdate();
  }

  #table(): TemplateResult {
    if (this.kind === 'type') return this.#type();
    return this.kind === 'shape' ? this.#shape() : this.#colours();
  }

  #colours(): TemplateResult {
    const colours = declared.filter(({ name }) => this.#colour(name) !== undefined);
    return html`<div class="colours">
      ${colours.map(
        (token) =>
          html`<div>
            <div class="swatch" ${props({ '--sample': `var(${token.name})` })}></div>
            ${this.#caption(token)}
            <p class="small figures">${this.#contrasts(token.name)}</p>
          </div>`,
      )}
    </div>`;
  }

  #type(): TemplateResult {
    const sizes = declared.filter(({ name }) => /text|title/.test(name));
    return html`<div class="rows">
      ${sizes.map(
        (token) =>
          html`<div>
            <p class="sample" ${props({ '--sample': `var(${token.name})` })}>One click from claim to proof</p>
            ${this.#caption(token)}
            <p class="small figures">${this.#length(token.name)}</p>
          </div>`,
      )}
    </div>`;
  }

  #shape(): TemplateResult {
    const corners = declared.filter(({ name }) => name.includes('radius'));
    return html`<div class="colours">
      ${corners.map(
        (token) =>
          html`<div>
            <div class="corner" ${props({ '--sample': `var(${token.name})` })}></div>
            ${this.#caption(token)}
            <p class="small figures">${this.#length(token.name)}</p>
          </div>`,
      )}
    </div>`;
  }

  #caption({ name, host }: Token): TemplateResult {
    return html`<p class="name">${host ?? name}</p>
      ${host ? nothing : html`<p class="small">follows from others</p>`}`;
  }

  /** Against the surface; a tint against the text that stands on it. */
  #contrasts(name: string): string {
    const on = (front: string, back: string): string | undefined => {
      const [a, b] = [this.#colour(front), this.#colour(back)];
      return a && b ? `${contrast(a, b).toFixed(1)} : 1` : undefined;
    };
    if (name.endsWith('-soft')) return `${on(name.replace(/-soft$/, ''), name) ?? '–'} with its text`;
    if (name.startsWith('--_on-')) return `${on(name, name.replace('--_on-', '--_')) ?? '–'} on its ground`;
    return `${on(name, '--_surface')} on the surface`;
  }

  #colour(name: string): Colour | undefined {
    const probe = this.#probe;
    if (!probe) return undefined;
    probe.style.backgroundColor = 'transparent';
    probe.style.backgroundColor = `var(${name})`;
    const { backgroundColor } = getComputedStyle(probe);
    return backgroundColor === 'rgba(0, 0, 0, 0)' ? undefined : painted(backgroundColor);
  }

  #length(name: string): string {
    const probe = this.#probe;
    if (!probe) return '';
    probe.style.blockSize = `var(${name})`;
    return getComputedStyle(probe).blockSize;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    'token-table': TokenTable;
  }
}

type Colour = readonly [red: number, green: number, blue: number];

/** What the browser paints for a colour, however it is written. */
function painted(colour: string): Colour {
  const context = new OffscreenCanvas(1, 1).getContext('2d')!;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** By WCAG 2.2, from 1 to 21. */
function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
