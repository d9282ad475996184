import { en, type LoadMessages } from './en/load.js';
import type { Area } from './locale.js';

export const loadMessages: Area<LoadMessages> = { en, others: {} };
