import { en, type Messages } from './en/revision.js';
import type { Area } from './locale.js';

export type RevisionMessages = Messages;
export const revisionMessages: Area<Messages> = {
  en,
  others: { es: () => import('./es/rest.js').then((m) => m.revision) },
};
