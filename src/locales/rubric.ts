import { en, type Messages } from './en/rubric.js';
import type { Area } from './locale.js';

export type RubricMessages = Messages;
export const rubricMessages: Area<Messages> = {
  en,
  others: { es: () => import('./es/first.js').then((m) => m.rubric) },
};
