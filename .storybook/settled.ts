interface Updating extends Element {
  isUpdatePending?: boolean;
}

function* within(root: ParentNode): Generator<Updating> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* within(element.shadowRoot);
  }
}

const isBusy = (element: Updating): boolean =>
  element.localName.includes('-') &&
  (!customElements.get(element.localName) || element.isUpdatePending === true || element.matches(':state(loading)'));

/** Milliseconds without news, and the most that is waited for. */
const quiet = 200;
const most = 5_000;

/** Resolves when what a story loads by and by is there: accessibility is judged by what the person gets. */
export async function settled(root: ParentNode): Promise<void> {
  const begun = performance.now();
  let since = begun;
  let count = -1;
  while (performance.now() - since < quiet && performance.now() - begun < most) {
    await new Promise((resolve) => setTimeout(resolve, 40));
    const all = [...within(root)];
    if (all.length === count && !all.some(isBusy)) continue;
    count = all.length;
    since = performance.now();
  }
}
