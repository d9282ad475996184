/** Spanish of what is opened later, in one chunk. */
export { artifacts } from './artifacts.js';
export { evidence } from './evidence.js';
export { packagePage } from './package.js';
export { remedies } from './remedies.js';
export { review } from './review.js';
export { revision } from './revision.js';
export { setAside } from './set-aside.js';
export { versions } from './versions.js';
