import { en, type Messages } from './en/set-aside.js';
import type { Area } from './locale.js';

export type SetAsideMessages = Messages;
export const setAsideMessages: Area<Messages> = {
  en,
  others: { es: () => import('./es/rest.js').then((m) => m.setAside) },
};
