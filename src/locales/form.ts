import { en, type FormMessages } from './en/form.js';
import type { Area } from './locale.js';

export const formMessages: Area<FormMessages> = {
  en,
  others: { es: () => import('./es/first.js').then((m) => m.form) },
};
