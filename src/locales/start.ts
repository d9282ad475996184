import { en, type StartMessages } from './en/start.js';
import type { Area } from './locale.js';

export const startMessages: Area<StartMessages> = {
  en,
  others: { es: () => import('./es/first.js').then((m) => m.start) },
};
