import { en, type Messages } from './en/package.js';
import type { Area } from './locale.js';

export type PackageMessages = Messages;
export const packageMessages: Area<Messages> = {
  en,
  others: { es: () => import('./es/rest.js').then((m) => m.packagePage) },
};
