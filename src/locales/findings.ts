import { en, type Messages } from './en/findings.js';
import type { Area } from './locale.js';

export type FindingMessages = Messages;
export const findingMessages: Area<Messages> = {
  en,
  others: { es: () => import('./es/first.js').then((m) => m.findings) },
};
