import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/earlier-versions/mc-earlier-versions.js';
import type { McEarlierVersions } from '../../src/elements/earlier-versions/earlier-versions.js';
import type { AnnounceEvent } from '../../src/events/announce.js';
import { narrativeAt } from '../../src/model/portfolio.js';
import { plainText } from '../../src/model/rich-text.js';
import { StorageProblem, type DraftStorage } from '../../src/state/ports.js';
import type { LiveStore } from '../../src/state/store.js';
import { createMemoryStorage } from '../../src/storage/memory.js';
import { openForm, type OpenForm } from './helpers/form.js';

const words = (node: Element | null | undefined) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const part = 'part-overview';

describe('mc-earlier-versions', () => {
  let form: OpenForm;
  let storage: DraftStorage;
  beforeEach(async () => {
    storage = createMemoryStorage();
    form = await openForm({ storage });
  });
  afterEach(() => form.close());

  const write = (text: string) =>
    form.store.apply({
      kind: 'narrative',
      part,
      remove: [],
      base: {},
      put: [{ block: { type: 'paragraph', id: 'a', content: [{ type: 'text', text }] } }],
    });
  const written = () => plainText(narrativeAt(form.store.getState().portfolio, { part })!.text);
  const keep = (at: string, why: 'interval' | 'before-change') =>
    storage.open(form.store.getState().draft).addRestorePoint(form.store.getState().portfolio, at, why);

  async function open() {
    const element = await form.render<McEarlierVersions>(html`<mc-earlier-versions></mc-earlier-versions>`);
    const root = element.shadowRoot!;
    await waitUntil(() => root.querySelector('li, .empty, .note'));
    return {
      element,
      root,
      dialog: root.querySelector('dialog')!,
      goBack: () => root.querySelectorAll<HTMLButtonElement>('li button'),
    };
  }

  it('says when there are none, and nothing outside of a form', async () => {
    const { element, root } = await open();
    expect(words(root.querySelector('.empty'))).to.contain('There are no earlier versions yet.');
    await expect(element).to.be.accessible();
    const alone = await fixture<McEarlierVersions>(html`<mc-earlier-versions></mc-earlier-versions>`);
    expect(alone.shadowRoot!.querySelector('*')).to.equal(null);
  });

  it('lists them newest first, with time, reason and size', async () => {
    write('First');
    await keep('2026-11-20T10:00:00Z', 'interval');
    write('Second');
    await keep('2026-11-21T10:00:00Z', 'before-change');
    const { element, root, goBack } = await open();
    const [newest, oldest] = Array.from(root.querySelectorAll('li'), words);
    expect(newest).to.match(/Nov 21, 2026.+Before a large change · \d/);
    expect(oldest).to.match(/Nov 20, 2026.+While you were working · \d/);
    expect(goBack()[1]!.getAttribute('aria-label')).to.match(/^Go back to this: Nov 20, 2026/);
    await expect(element).to.be.accessible();
  });

  it('goes back by keyboard after asking, keeps the present version, says so and closes', async () => {
    write('First');
    await keep('2026-11-20T10:00:00Z', 'interval');
    write('Second');
    const { element, root, dialog, goBack } = await open();
    const heard: string[] = [];
    element.addEventListener('mc-announce', (event: AnnounceEvent) => heard.push(event.words));
    let closed = 0;
    element.parentElement!.addEventListener('close', () => (closed += 1));

    goBack()[0]!.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => dialog.open);
    expect(words(dialog)).to.contain('The present version is kept as a restore point');
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !dialog.open);
    expect(written()).to.equal('Second');
    expect(closed).to.equal(0);
    await waitUntil(() => root.activeElement === goBack()[0], 'focus was lost');

    await sendKeys({ press: 'Enter' });
    await waitUntil(() => dialog.open);
    expect(words(root.activeElement)).to.equal('Stay with the present version');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => closed === 1);
    expect(written()).to.equal('First');
    expect(heard[0]).to.match(/^Your work is as it was Nov 20, 2026/);
    await waitUntil(() => root.querySelectorAll('li').length === 2, 'the present version was not kept');
  });

  it('goes back once, however often it is pressed', async () => {
    write('First');
    await keep('2026-11-20T10:00:00Z', 'interval');
    write('Second');
    const { root, dialog, goBack } = await open();
    goBack()[0]!.click();
    await waitUntil(() => dialog.open);
    const yes = dialog.querySelector<HTMLButtonElement>('.main')!;
    yes.click();
    yes.click();
    await waitUntil(() => root.querySelectorAll('li').length === 2);
    expect((await form.services.restorePoints()).length).to.equal(2);
  });

  it('says what happened when it cannot go back, and changes nothing', async () => {
    write('First');
    await keep('2026-11-20T10:00:00Z', 'interval');
    write('Second');
    const { dialog, goBack } = await open();
    await storage.remove(form.store.getState().draft);
    goBack()[0]!.click();
    await waitUntil(() => dialog.open);
    dialog.querySelector<HTMLButtonElement>('.main')!.click();
    await waitUntil(() => dialog.querySelector('[role="alert"]') !== null);
    expect(words(dialog.querySelector('[role="alert"]'))).to.equal(
      'It did not work, and nothing was changed. Try again.',
    );
    expect(written()).to.equal('Second');
  });

  it('tries again where they cannot be read', async () => {
    await form.close();
    let broken = true;
    const memory = createMemoryStorage();
    storage = {
      ...memory,
      open(id) {
        const draft = memory.open(id);
        const points = draft.restorePoints.bind(draft);
        draft.restorePoints = () => (broken ? Promise.reject(new StorageProblem('failed')) : points());
        return draft;
      },
    };
    form = await openForm({ storage });
    const { root } = await open();
    expect(words(root.querySelector('.note'))).to.contain('cannot be read just now');
    broken = false;
    root.querySelector<HTMLButtonElement>('.note button')!.click();
    await waitUntil(() => root.querySelector('.empty') !== null);
  });

  it('offers no way back while the work cannot be changed', async () => {
    write('First');
    await keep('2026-11-20T10:00:00Z', 'interval');
    const { root, goBack } = await open();
    (form.store as LiveStore).set({ stage: 'submitted' });
    await waitUntil(() => goBack().length === 0);
    expect(words(root.querySelector('.lead'))).to.equal(
      'Your work cannot be changed now, so you cannot go back either.',
    );
  });

  it('is the same after being moved about', async () => {
    write('First');
    await keep('2026-11-20T10:00:00Z', 'interval');
    const { element, root } = await open();
    const home = element.parentElement!;
    for (let n = 0; n < 3; n += 1) {
      element.remove();
      home.append(element);
      await element.updateComplete;
    }
    expect(root.querySelectorAll('li').length).to.equal(1);
  });
});
