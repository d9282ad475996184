import { en, type Messages } from './en/narrative-field.js';
import type { Area } from './locale.js';

export type NarrativeFieldMessages = Messages;
export const narrativeFieldMessages: Area<Messages> = {
  en,
  others: { es: () => import('./es/first.js').then((m) => m.narrativeField) },
};
