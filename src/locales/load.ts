import { en, type LoadMessages } from './en/load.js';
import type { Area } from './locale.js';

export const loadMessages: Area<LoadMessages> = {
  en,
  others: { es: () => import('./es/first.js').then((m) => m.load) },
};
