/** Public elements that are loaded when their tag is met. Those that take part in forms are defined from the first moment. */
export const lazyTags: Readonly<Record<string, () => Promise<unknown>>> = {
  'mc-requirement-checklist': () => import('../elements/requirement-checklist/mc-requirement-checklist.js'),
  'mc-evidence-mapper': () => import('../elements/evidence-mapper/mc-evidence-mapper.js'),
  'mc-rubric-viewer': () => import('../elements/rubric-viewer/mc-rubric-viewer.js'),
  'mc-submission-review': () => import('../elements/submission-review/mc-submission-review.js'),
  'mc-save-status': () => import('../elements/save-status/mc-save-status.js'),
  'mc-narrative-part': () => import('../elements/narrative-part/mc-narrative-part.js'),
  'mc-prompt-list': () => import('../elements/narrative-part/mc-prompt-list.js'),
  'mc-set-aside': () => import('../elements/set-aside/mc-set-aside.js'),
  'mc-start-screen': () => import('../elements/start-screen/mc-start-screen.js'),
};

/** Loads every element of ours in a tree, such as a shadow root, that is not defined yet. */
export async function load(root: ParentNode): Promise<void> {
  const tags = new Set(Array.from(root.querySelectorAll(':not(:defined)'), ({ localName }) => localName));
  await Promise.all(Array.from(tags, (tag) => lazyTags[tag]?.()));
}

/** Loads our elements as their tags appear in the document. */
export function watch(page: Document): void {
  // A tag that cannot be loaded now is met again when the page changes next.
  const look = () => void load(page).catch(() => undefined);
  new MutationObserver((records) => {
    if (records.some(({ addedNodes }) => addedNodes.length)) look();
  }).observe(page, { childList: true, subtree: true });
  look();
}
