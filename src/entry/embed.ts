/**
 * The one-tag file: `<script type="module" src="…/mc-portfolio.js"></script>`. Defines the form and loads the rest when
 * it is used. A second copy on the page, of whatever version, leaves the work to the first.
 */
import '../elements/portfolio/mc-portfolio.js';
import '../elements/narrative-editor/mc-narrative-editor.js';
import '../elements/artifact-library/mc-artifact-library.js';
import { warnOnce } from '../elements/warn.js';
import { load as loadHere, watch } from './tags.js';
import { version } from './version.js';

interface Copy {
  version: string;
  load(root: ParentNode): Promise<void>;
}

const page = globalThis as unknown as Record<symbol, Copy | undefined>;
const name = Symbol.for('mc-portfolio');
const first = page[name];
if (first)
  warnOnce(
    'second-copy',
    `mc-portfolio ${first.version} is on this page already and does the work; this copy (${version}) is not needed.`,
  );
else {
  page[name] = { version, load: loadHere };
  watch(document);
}

/** Loads our elements in a tree that the page's own document does not show, such as a shadow root. */
export const load = (root: ParentNode): Promise<void> => (first ?? { load: loadHere }).load(root);
