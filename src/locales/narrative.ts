import { en, type Messages } from './en/narrative.js';
import type { Area } from './locale.js';

export type NarrativeMessages = Messages;
export const narrativeMessages: Area<Messages> = {
  en,
  others: { es: () => import('./es/first.js').then((m) => m.narrative) },
};
