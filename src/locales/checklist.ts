import { en, type Messages } from './en/checklist.js';
import type { Area } from './locale.js';

export type ChecklistMessages = Messages;
export const checklistMessages: Area<Messages> = { en, others: {} };
