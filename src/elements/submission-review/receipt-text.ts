import type { Format } from '../../locales/format.js';
import type { ReviewMessages } from '../../locales/review.js';
import type { Credential } from '../../model/credential.js';
import type { Portfolio } from '../../model/portfolio.js';
import type { Receipt } from '../../model/submission.js';
import { linksOf, textFigures } from './what-is-sent.js';

export interface ReceiptParts {
  receipt: Receipt;
  /** Which attempt it was, from 1. */
  attempt: number;
  way: 'endpoint' | 'package';
  credential: Credential;
  portfolio: Portfolio;
  /** Advice that stood open, in words. */
  advice: readonly string[];
}

/** A receipt as plain text, to be kept. It names the work and never the person. */
export function receiptText(
  { receipt, attempt, way, credential, portfolio, advice }: ReceiptParts,
  say: ReviewMessages,
  format: Format,
): string {
  const { profile, texts, total } = textFigures(credential, portfolio);
  const files = receipt.files.map(({ name, size, sha256 }) => `- ${name}, ${format.bytes(size)}\n  SHA-256 ${sha256}`);
  const block = (title: string, lines: readonly string[]) => (lines.length ? [`${title}:\n${lines.join('\n')}`] : []);
  return [
    [
      `${say.receipt.number}: ${receipt.number}`,
      `${way === 'package' ? say.receipt.packedAt : say.receipt.at}: ${format.dateTime(receipt.at)} (${receipt.at})`,
      `${say.receipt.credential}: ${credential.title}, ${say.receipt.version(portfolio.credential.version)}`,
      `${say.receipt.attempt}: ${format.number(attempt)}`,
    ].join('\n'),
    ...block(say.sent.texts, [
      ...texts.map(({ name, words }) => `- ${name}: ${say.sent.words(words)}`),
      `${say.sent.total}: ${say.sent.words(total)}. ${say.sent.profile(profile)}`,
    ]),
    ...block(say.sent.files, files),
    ...block(
      say.sent.links,
      linksOf(portfolio).map(({ title, url }) => `- ${title}: ${url}`),
    ),
    ...block(
      say.receipt.adviceOpen(advice.length),
      advice.map((line) => `- ${line}`),
    ),
    `${say.receipt.whole}:\nSHA-256 ${receipt.digest}`,
  ]
    .join('\n\n')
    .concat('\n');
}
