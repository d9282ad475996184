/** Text that is markup already. Only `markup` makes it. */
class Markup {
  constructor(readonly text: string) {}
}
export type { Markup };

type Value = string | number | undefined | false | Markup | readonly Value[];

/**
 * A template of markup. Every value is escaped, in text and in quoted attributes, unless a template made it: the one
 * way in which this library writes HTML as text.
 */
export function markup(texts: TemplateStringsArray, ...values: Value[]): Markup {
  return new Markup(texts.map((text, at) => text + print(values[at])).join(''));
}

function print(value: Value): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(print).join('');
  return String(value).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
