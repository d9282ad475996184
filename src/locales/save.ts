import { en, type Messages } from './en/save.js';
import type { Area } from './locale.js';

export type SaveMessages = Messages;
export const saveMessages: Area<Messages> = {
  en,
  others: { es: () => import('./es/first.js').then((m) => m.save) },
};
