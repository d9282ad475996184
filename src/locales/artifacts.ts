import { en, type Messages } from './en/artifacts.js';
import type { Area } from './locale.js';

export type ArtifactMessages = Messages;
export const artifactMessages: Area<Messages> = {
  en,
  others: { es: () => import('./es/rest.js').then((m) => m.artifacts) },
};
