import { en, type Messages } from './en/evidence.js';
import type { Area } from './locale.js';

export type EvidenceMessages = Messages;
export const evidenceMessages: Area<Messages> = {
  en,
  others: { es: () => import('./es/rest.js').then((m) => m.evidence) },
};
