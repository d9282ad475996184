/** Spanish of what is seen first, in one chunk. The rest follows at once, so that no screen opens in English. */
export { artifactField } from './artifact-field.js';
export { checklist } from './checklist.js';
export { findings } from './findings.js';
export { form } from './form.js';
export { load } from './load.js';
export { narrative } from './narrative.js';
export { narrativeField } from './narrative-field.js';
export { rubric } from './rubric.js';
export { save } from './save.js';
export { start } from './start.js';

// Where this fails, the rest is asked for again when it is used.
import('./rest.js').catch(() => undefined);
