import { en, type Messages } from './en/versions.js';
import type { Area } from './locale.js';

export type VersionMessages = Messages;
export const versionMessages: Area<Messages> = {
  en,
  others: { es: () => import('./es/rest.js').then((m) => m.versions) },
};
