import * as v from 'valibot';
import { Id, Link, open, Words } from './base.js';

export const affiliateFormat = 'mc-affiliate/1';

/** Something the affiliate needs to know about the person, and what for. */
export const ApplicantField = open({
  id: Id,
  label: Words,
  type: v.picklist(['text', 'email', 'tel', 'date', 'choice']),
  required: v.optional(v.boolean(), false),
  /** Why it is asked, in words the person reads under the field. */
  purpose: Words,
  options: v.optional(v.array(Words)),
});
export type ApplicantField = v.InferOutput<typeof ApplicantField>;

export const Price = open({
  label: Words,
  amount: v.pipe(v.number(), v.minValue(0)),
  /** ISO 4217, such as `USD`. */
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'a currency code such as "USD"')),
  per: v.optional(v.picklist(['year', 'credential'])),
  note: v.optional(Words),
});
export type Price = v.InferOutput<typeof Price>;

/** Who offers a credential locally: support, price, purchase steps, credit statement, brand. */
export const Affiliate = open({
  format: v.literal(affiliateFormat),
  id: Id,
  name: Words,
  notice: v.optional(Words),
  brand: v.optional(
    open({
      color: v.optional(v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i, 'a colour such as "#2f68b3"'))),
      logo: v.optional(Link),
    }),
  ),
  support: open({
    email: v.optional(v.pipe(v.string(), v.email())),
    phone: v.optional(Words),
    url: v.optional(Link),
    note: v.optional(Words),
  }),
  /** The library of credentials that the start screen leads back to. */
  libraryUrl: v.optional(Link),
  creditStatement: v.optional(Words),
  pdHours: v.optional(v.pipe(v.number(), v.minValue(0))),
  purchaseSteps: v.optional(v.array(open({ text: Words, url: v.optional(Link) })), []),
  orderForm: v.optional(open({ title: Words, url: Link })),
  companionCourse: v.optional(open({ title: Words, url: Link, note: v.optional(Words) })),
  prices: v.optional(v.array(Price), []),
  applicantFields: v.optional(v.array(ApplicantField), []),
});
export type Affiliate = v.InferOutput<typeof Affiliate>;
