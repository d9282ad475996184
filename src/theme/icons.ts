import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

/** Our icons: 18 × 18, strokes of 1.75 in the text's colour, round ends. All decorative: words stand beside them. */
const icon = (
  shape: SVGTemplateResult,
): TemplateResult => html`<svg class="icon" viewBox="0 0 18 18" fill="none" stroke="currentColor"
  stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shape}</svg>`;

export const checkIcon = () => icon(svg`<path d="m4 9.5 3.4 3.4L14 5.7"/>`);
export const warnIcon = () => icon(svg`<path d="M9 2.8 16 15H2z"/><path d="M9 7.4v3.4M9 12.9v.1"/>`);
export const infoIcon = () => icon(svg`<circle cx="9" cy="9" r="6.6"/><path d="M9 8.2v4M9 5.7v.1"/>`);
export const flagIcon = () => icon(svg`<path d="M4.5 15.5v-13h8.6l-2 3.4 2 3.4H4.5"/>`);
export const plusIcon = () => icon(svg`<path d="M9 3.8v10.4M3.8 9h10.4"/>`);
export const closeIcon = () => icon(svg`<path d="m4.5 4.5 9 9m0-9-9 9"/>`);
export const moreIcon = () => icon(svg`<path d="M4 9h.01M9 9h.01M14 9h.01" stroke-width="2.6"/>`);
export const downIcon = () => icon(svg`<path d="m4.5 7 4.5 4.5L13.5 7"/>`);
export const forwardIcon = () => icon(svg`<g class="mirrored"><path d="M3.5 9h11m-4.2-4.2L14.5 9l-4.2 4.2"/></g>`);
export const backIcon = () => icon(svg`<g class="mirrored"><path d="m11 4.5-4.5 4.5 4.5 4.5"/></g>`);
export const nextIcon = () => icon(svg`<g class="mirrored"><path d="m7 4.5 4.5 4.5-4.5 4.5"/></g>`);
export const fileIcon = () => icon(svg`<path d="M4.5 2.5h6l3 3v10h-9z"/><path d="M10.5 2.5v3h3"/>`);
export const slidesIcon = () =>
  icon(svg`<rect x="2.5" y="3" width="13" height="9" rx="1.2"/><path d="M9 12v3m-3 0h6M5.500 6h4m-4 2.800h7"/>`);
export const tableIcon = () =>
  icon(
    svg`<rect x="2.5" y="3.500" width="13" height="11" rx="1.2"/><path d="M2.500 7.200h13M2.500 10.900h13M7 3.500v11"/>`,
  );
export const imageIcon = () =>
  icon(
    svg`<rect x="2.5" y="3.5" width="13" height="11" rx="1.5"/><circle cx="6.3" cy="7.2" r="1.1"/><path d="m3 13 4-3.6 2.6 2.1 2.3-2 3.4 3"/>`,
  );
export const videoIcon = () =>
  icon(svg`<rect x="2.5" y="4" width="13" height="10" rx="1.5"/><path d="m7.6 6.8 3.6 2.2-3.6 2.2z"/>`);
export const audioIcon = () => icon(svg`<path d="M3.5 7.2v3.6m3-6v8.4M9.5 6.3v5.4m3-7.4v9.4m3-5.9v2.6"/>`);
export const linkIcon = () =>
  icon(
    svg`<path d="M7.6 10.4a2.9 2.9 0 0 0 4.2 0l2.4-2.4a2.9 2.9 0 0 0-4.2-4.2l-.9.9"/><path d="M10.4 7.6a2.9 2.9 0 0 0-4.2 0L3.8 10A2.9 2.9 0 0 0 8 14.200l.9-.9"/>`,
  );
export const uploadIcon = () => icon(svg`<path d="M9 11.500V3.500m-3 3 3-3 3 3"/><path d="M3.5 11v3.500h11V11"/>`);
export const downloadIcon = () => icon(svg`<path d="M9 3.500v8m-3-3 3 3 3-3"/><path d="M3.5 11v3.500h11V11"/>`);
export const trashIcon = () => icon(svg`<path d="M3.5 5h11M7 5V3.300h4V5m-6 0 .6 9.700h6.800L13 5"/>`);
export const editIcon = () => icon(svg`<path d="m3.5 14.5.8-3.3 7.6-7.6 2.5 2.5-7.6 7.600z"/>`);
export const historyIcon = () =>
  icon(svg`<path d="M3.2 6.300A6.3 6.3 0 1 1 2.7 9"/><path d="M3 3.200v3.200h3.200M9 5.700V9l2.3 1.5"/>`);
export const lockIcon = () =>
  icon(svg`<rect x="4" y="8" width="10" height="7" rx="1.5"/><path d="M6 8V5.700a3 3 0 0 1 6 0V8"/>`);
export const expandIcon = () => icon(svg`<path d="M10.5 3.500h4v4m0-4-4.3 4.300M7.5 14.500h-4v-4m0 4 4.3-4.3"/>`);
export const deviceIcon = () =>
  icon(svg`<rect x="3" y="3.5" width="12" height="8" rx="1.2"/><path d="M1.8 14.500h14.4"/>`);

/**
 * The three shapes a state has: empty ring, half ring, check. Drawn, so that they tell apart without colour.
 * Their words belong beside them.
 */
export function stateIcon(state: 'todo' | 'doing' | 'done'): TemplateResult {
  const shape =
    state === 'done'
      ? svg`<circle cx="9" cy="9" r="9" fill="currentColor" stroke="none"/><path d="m5.3 9.3 2.6 2.6 4.9-5.3" stroke="var(--_surface)"/>`
      : state === 'doing'
        ? svg`<circle cx="9" cy="9" r="7.9"/><path d="M9 4.600a4.4 4.4 0 0 0 0 8.800z" fill="currentColor" stroke="none"/>`
        : svg`<circle cx="9" cy="9" r="7.9"/>`;
  return html`<svg class="icon state-${state}" viewBox="0 0 18 18" fill="none" stroke="currentColor" stroke-width="2"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shape}</svg>`;
}
