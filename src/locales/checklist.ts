import { en, type Messages } from './en/checklist.js';
import type { Area } from './locale.js';

export type ChecklistMessages = Messages;
export const checklistMessages: Area<Messages> = {
  en,
  others: { es: () => import('./es/first.js').then((m) => m.checklist) },
};
