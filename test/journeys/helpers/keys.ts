/** What somebody without a mouse has: the key Tab, and where the focus is. */
import type { Page } from 'playwright-core';

/** The element that has the focus, through all shadow roots, as `role name` in the words of the page. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return 'nothing';
    const root = element.getRootNode() as Document | ShadowRoot;
    const label = (element as HTMLInputElement).labels?.[0]?.textContent;
    const by = element
      .getAttribute('aria-labelledby')
      ?.split(' ')
      .map((id) => root.getElementById(id)?.textContent)
      .join(' ');
    const name = element.getAttribute('aria-label') ?? by ?? label ?? element.textContent;
    const role = element.getAttribute('role') ?? (element as HTMLInputElement).type ?? element.localName;
    return `${role} ${name?.replace(/\s+/g, ' ').trim() ?? ''}`;
  });

/** Presses Tab until the focus is on what is looked for, and tells everything on the way. */
export async function tabTo(page: Page, wanted: RegExp, { most = 60, key = 'Tab' } = {}): Promise<string[]> {
  const way: string[] = [];
  for (let n = 0; n < most; n += 1) {
    await page.keyboard.press(key);
    way.push(await focused(page));
    if (wanted.test(way.at(-1)!)) return way;
  }
  throw new Error(`${String(wanted)} was not met:\n${way.join('\n')}`);
}

/** Whether the focused element can be seen to have the focus: an outline, or its shape changed. */
export const showsFocus = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    for (let around = element; around; around = around.parentElement) {
      const { outlineStyle, outlineWidth } = getComputedStyle(around);
      if (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) return true;
    }
    return false;
  });
