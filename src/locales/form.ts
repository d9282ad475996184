import { en, type FormMessages } from './en/form.js';
import type { Area } from './locale.js';

export const formMessages: Area<FormMessages> = { en, others: {} };
