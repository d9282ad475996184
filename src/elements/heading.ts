import { html, nothing, type TemplateResult } from 'lit';

/**
 * A heading of a level that is known only when it is rendered. Levels outside 1 to 6 become the nearest of them.
 * `focusable` lets scripts move focus to it: it takes focus by `focus()`, never by Tab.
 */
export function heading(
  level: number,
  content: unknown,
  className = '',
  id?: string,
  focusable = false,
): TemplateResult {
  const name = className || nothing;
  const own = id ?? nothing;
  const tab = focusable ? -1 : nothing;
  switch (Math.min(6, Math.max(1, Math.round(level) || 2))) {
    case 1:
      return html`<h1 class=${name} id=${own} tabindex=${tab}>${content}</h1>`;
    case 2:
      return html`<h2 class=${name} id=${own} tabindex=${tab}>${content}</h2>`;
    case 3:
      return html`<h3 class=${name} id=${own} tabindex=${tab}>${content}</h3>`;
    case 4:
      return html`<h4 class=${name} id=${own} tabindex=${tab}>${content}</h4>`;
    case 5:
      return html`<h5 class=${name} id=${own} tabindex=${tab}>${content}</h5>`;
    default:
      return html`<h6 class=${name} id=${own} tabindex=${tab}>${content}</h6>`;
  }
}
