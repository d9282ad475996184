/** Numbers, plurals, dates and sizes in one language. */
export interface Format {
  /** A language tag, such as `en` or `es-US`. */
  readonly language: string;
  number(value: number): string;
  /** The form for a number: `plural(2, { one: 'word', other: 'words' })`. */
  plural(value: number, forms: { one?: string; two?: string; few?: string; many?: string; other: string }): string;
  /** 1 kB = 1,000 bytes. */
  bytes(value: number): string;
  /** A moment as people say it near now: "Tuesday 14:03", "3 days ago" by `ago`. */
  dateTime(instant: string): string;
  ago(instant: string, now: number): string;
  list(items: readonly string[]): string;
  currency(amount: number, code: string): string;
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Where a language without a region is most likely read: `es` alone would write a thousand as 1.000 or 1000. */
const likely: Readonly<Record<string, string>> = { es: 'es-US' };

export function createFormat(tag: string): Format {
  const language = likely[tag] ?? tag;
  const number = new Intl.NumberFormat(language);
  const rules = new Intl.PluralRules(language);
  return {
    language,
    number: (value) => number.format(value),
    plural: (value, forms) => forms[rules.select(value) as keyof typeof forms] ?? forms.other,
    bytes(value) {
      let size = value;
      let unit = 0;
      while (size >= 1000 && unit < units.length - 1) {
        size /= 1000;
        unit += 1;
      }
      const digits = unit === 0 || size >= 100 ? 0 : 1;
      return new Intl.NumberFormat(language, {
        style: 'unit',
        unit: units[unit] ?? 'byte',
        unitDisplay: unit === 0 ? 'long' : 'short',
        maximumFractionDigits: digits,
      }).format(size);
    },
    dateTime: (instant) =>
      new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant)),
    ago(instant, now) {
      const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
      const minutes = Math.round((new Date(instant).getTime() - now) / 60_000);
      if (minutes > -60) return relative.format(Math.min(0, minutes), 'minute');
      if (minutes > -60 * 24) return relative.format(Math.round(minutes / 60), 'hour');
      return relative.format(Math.round(minutes / 60 / 24), 'day');
    },
    list: (items) => new Intl.ListFormat(language, { type: 'conjunction' }).format(items),
    currency: (amount, code) =>
      new Intl.NumberFormat(language, {
        style: 'currency',
        currency: code,
        minimumFractionDigits: Number.isInteger(amount) ? 0 : 2,
      }).format(amount),
  };
}
