/** What a person does with the form, by the names and roles that everyone is given. */
import type { Locator, Page } from 'playwright-core';
import type { Portfolio } from '../../../src/model/portfolio.js';
import { paragraphs, seededRandom } from '../../fixtures/prose.js';

/** Prose of exactly so many words. */
export const prose = (words: number, seed = 1): string => paragraphs(seededRandom(seed), words).join('\n\n');

/** The list of what is asked, which is the navigation. */
export const contents = (page: Page): Locator => page.getByRole('navigation', { name: 'What is asked' });

/** Goes to a place by its row in the list. */
export async function goTo(page: Page, row: string | RegExp): Promise<void> {
  await contents(page).getByRole('button', { name: row }).first().click();
}

export const begin = (page: Page): Promise<void> => page.getByRole('button', { name: 'Begin', exact: true }).click();

/** Opens a saved draft file on the first screen. */
export const openDraftFile = (page: Page, file: Chosen): Promise<void> =>
  page.getByLabel('Open a saved draft file').first().setInputFiles(file);

/** The work as the page has it: the element's own public property. */
export const workOf = async (page: Page, nth = 0): Promise<Portfolio> =>
  (await page.evaluate(
    (at) => (document.querySelectorAll('mc-portfolio')[at] as unknown as { portfolio?: Portfolio }).portfolio,
    nth,
  ))!;

/** A file as a chooser or a drop hands it over. */
export interface Chosen {
  name: string;
  mimeType: string;
  buffer: Buffer<ArrayBuffer>;
}

export const chosen = ({ name, type, bytes }: { name: string; type: string; bytes: Uint8Array }): Chosen => ({
  name,
  mimeType: type,
  buffer: Buffer.from(bytes),
});

/** Presses "Add files" and chooses in the browser's own window. */
export async function chooseFiles(page: Page, files: Chosen[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add files' }).first().click();
  await (await chooser).setFiles(files);
}

/** Lets files go over an element, as after dragging them from a folder. */
export async function dropFiles(target: Locator, files: Chosen[]): Promise<void> {
  const data = await target.page().evaluateHandle(
    (given) => {
      const transfer = new DataTransfer();
      for (const { name, mimeType, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type: mimeType }));
      }
      return transfer;
    },
    files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString('base64') })),
  );
  for (const event of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(event, { dataTransfer: data });
}

export interface Proof {
  /** `2.b`. */
  code: string;
  artifact: string;
  /** As a person types it: `p. 2`. */
  place: string;
  explanation: string;
}

/** Proves the detail that is open: chooses the artifact, says where to look, and how that proves it. */
export async function proveOpenDetail(
  page: Page,
  { artifact, place, explanation }: Omit<Proof, 'code'>,
): Promise<void> {
  await page.getByRole('button', { name: 'Choose an artifact' }).click();
  await page.getByRole('radio', { name: artifact }).check();
  await page.getByRole('button', { name: 'Use this artifact' }).click();
  await page.getByRole('textbox', { name: 'Page', exact: true }).fill(place);
  await page.getByRole('button', { name: /^Done/ }).click();
  await page.getByRole('textbox', { name: 'How does this prove it?' }).fill(explanation);
}

/** Fills in who hands in, for the sample affiliates. */
export async function fillApplicant(page: Page, { name, email }: { name: string; email: string }): Promise<void> {
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(email);
  const role = page.getByRole('combobox', { name: 'Your role' });
  if (await role.count()) await role.selectOption('Principal');
}

/** Confirms every statement, and says how AI tools were used. */
export async function confirmAll(page: Page): Promise<void> {
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByRole('textbox', { name: /^How AI tools were used/ }).fill('Not used.');
}
