import { en, type Messages } from './en/remedies.js';
import type { Area } from './locale.js';

export type RemedyMessages = Messages;
export const remedyMessages: Area<Messages> = {
  en,
  others: { es: () => import('./es/rest.js').then((m) => m.remedies) },
};
