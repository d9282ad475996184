/** The inside of the library, loaded when it is shown first. */
import './mc-artifact-list.js';

export { OwnLibrary } from './own-library.js';
