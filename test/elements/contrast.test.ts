import { expect, fixture, html } from '@open-wc/testing';
import { css, LitElement } from 'lit';
import { tokens } from '../../src/theme/tokens.js';

/** Stands for any element of ours: it has the tokens, and nothing else. */
class TokenBearer extends LitElement {
  static override styles = [tokens, css``];
}
customElements.define('token-bearer', TokenBearer);

const surfaces = ['surface', 'ground'];
/** What is written where, and what only stands out: every pair that the styles use. */
const text: [string, string[]][] = [
  ['ink', [...surfaces, 'accent-soft', 'good-soft', 'warn-soft', 'bad-soft']],
  ['ink-2', [...surfaces, 'accent-soft', 'good-soft']],
  ['accent', [...surfaces, 'accent-soft']],
  ['on-accent', ['accent']],
  ['good', [...surfaces, 'good-soft']],
  ['warn', [...surfaces, 'warn-soft']],
  ['bad', [...surfaces, 'bad-soft']],
];
const shapes: [string, string[]][] = [['outline', [...surfaces, 'accent-soft']]];

/** The colour that a token comes to here, as the screen shows it. */
function shown(element: Element, token: string): [number, number, number] {
  const probe = document.createElement('span');
  probe.style.color = `var(--_${token})`;
  element.shadowRoot!.append(probe);
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  canvas.fillStyle = getComputedStyle(probe).color;
  canvas.fillRect(0, 0, 1, 1);
  probe.remove();
  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
  return [red!, green!, blue!];
}

function luminance(color: [number, number, number]): number {
  const [red, green, blue] = color.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: [number, number, number], other: [number, number, number]): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

describe('tokens', () => {
  for (const scheme of ['light', 'dark']) {
    // The accent is derived from the brand: it must hold for whatever colour an affiliate brings within reason.
    for (const brand of ['', '#2f68b3', '#7a1f5c', '#1d6b45', '#8a3b12', '#ffcc00', '#00b8d9']) {
      it(`contrast enough in ${scheme}${brand && `, with the brand ${brand}`}`, async () => {
        const element = await fixture(html`<token-bearer></token-bearer>`);
        (element as HTMLElement).style.colorScheme = scheme;
        if (brand) (element as HTMLElement).style.setProperty('--mc-brand', brand);
        const weak: string[] = [];
        for (const [pairs, least] of [
          [text, 4.5],
          [shapes, 3],
        ] as const) {
          for (const [token, behind] of pairs) {
            for (const surface of behind) {
              const ratio = contrast(shown(element, token), shown(element, surface));
              if (ratio < least) weak.push(`${token} on ${surface}: ${ratio.toFixed(2)}`);
            }
          }
        }
        expect(weak).to.deep.equal([]);
      });
    }
  }
});
