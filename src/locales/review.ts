import { en, type Messages } from './en/review.js';
import type { Area } from './locale.js';

export type ReviewMessages = Messages;
export const reviewMessages: Area<Messages> = {
  en,
  others: { es: () => import('./es/rest.js').then((m) => m.review) },
};
