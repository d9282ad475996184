import { en, type Messages } from './en/artifact-field.js';
import type { Area } from './locale.js';

export type ArtifactFieldMessages = Messages;
export const artifactFieldMessages: Area<Messages> = {
  en,
  others: { es: () => import('./es/first.js').then((m) => m.artifactField) },
};
