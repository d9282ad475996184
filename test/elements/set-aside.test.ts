import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/set-aside/mc-set-aside.js';
import type { McSetAside } from '../../src/elements/set-aside/set-aside.js';
import { evidenceFor, narrativeAt } from '../../src/model/portfolio.js';
import { plainText } from '../../src/model/rich-text.js';
import { openForm, type OpenForm } from './helpers/form.js';
import type { LiveStore } from '../../src/state/store.js';

const text = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const part = 'part-overview';

describe('mc-set-aside', () => {
  let form: OpenForm;
  beforeEach(async () => {
    form = await openForm();
  });
  afterEach(() => form.close());

  const setAside = () => form.store.getState().portfolio.setAside;
  const written = () => plainText(narrativeAt(form.store.getState().portfolio, { part })!.text);
  const put = (id: string, words: string, base: Record<string, string> = {}) =>
    form.store.apply({
      kind: 'narrative',
      part,
      remove: [],
      base,
      put: [{ block: { type: 'paragraph', id, content: [{ type: 'text', text: words }] } }],
    });
  const twoVersions = () => {
    put('a', 'Mine');
    put('z', 'After it');
    put('a', 'From elsewhere', { a: 'older' });
  };
  const open = async (template = html`<mc-set-aside part-id=${part}></mc-set-aside>`) => {
    const element = await form.render<McSetAside>(template);
    const root = element.shadowRoot!;
    const button = (words: string, n = 0) =>
      Array.from(root.querySelectorAll('button')).filter((one) => text(one) === words)[n]!;
    return { element, root, button };
  };

  it('is empty while there is nothing, and outside of a form', async () => {
    const { root } = await open();
    expect(text(root.querySelector('*'))).to.equal('');
    const alone = await fixture<McSetAside>(html`<mc-set-aside part-id=${part}></mc-set-aside>`);
    expect(alone.shadowRoot!.querySelector('section')).to.equal(null);
  });

  it('shows both versions in full, by keyboard and with names', async () => {
    twoVersions();
    const { element, root } = await open();
    expect(Array.from(root.querySelectorAll('.version .reading'), text)).to.deep.equal(['From elsewhere', 'Mine']);
    expect(text(root.querySelector('h4'))).to.equal('Two versions of this paragraph');
    const names = Array.from(
      root.querySelectorAll('button'),
      (button) => button.getAttribute('aria-label') ?? text(button),
    );
    expect(new Set(names).size).to.equal(3);
    await expect(element).to.be.accessible();
  });

  it('keeps the present one', async () => {
    twoVersions();
    const { root, button } = await open();
    button('Keep this one', 0).focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => setAside().length === 0);
    expect(written()).to.equal('From elsewhere\n\nAfter it');
    await waitUntil(() => root.activeElement?.classList.contains('note'), 'focus was lost');
    expect(text(root.activeElement)).to.equal('The version in your text stays.');
  });

  it('takes the other one', async () => {
    twoVersions();
    const { button } = await open();
    button('Keep this one', 1).click();
    await waitUntil(() => setAside().length === 0);
    expect(written()).to.equal('Mine\n\nAfter it');
  });

  it('keeps both, one after the other', async () => {
    twoVersions();
    const { root, button } = await open();
    button('Keep both').click();
    await waitUntil(() => setAside().length === 0);
    expect(written()).to.equal('From elsewhere\n\nMine\n\nAfter it');
    await waitUntil(() => root.activeElement?.classList.contains('note'));
  });

  it('says so where the present one was removed', async () => {
    put('a', 'Mine');
    form.store.apply({ kind: 'narrative', part, put: [], remove: ['a'], base: { a: 'older' } });
    const { root, button } = await open();
    expect(text(root.querySelector('.version'))).to.contain('removed');
    expect(button('Keep both')).to.equal(undefined);
    button('Keep this one').click();
    await waitUntil(() => setAside().length === 0);
    expect(written()).to.equal('Mine');
  });

  it('does the same for an explanation', async () => {
    const explain = (words: string, base?: string) =>
      form.store.apply({
        kind: 'evidence-explain',
        evidence: 'e',
        detail: 'd-protocol',
        text: words,
        ...(base && { base }),
      });
    explain('Mine');
    explain('From elsewhere', 'older');
    const { root, button } = await open(html`<mc-set-aside detail="d-protocol"></mc-set-aside>`);
    expect(text(root.querySelector('h4'))).to.equal('Two versions of this explanation');
    button('Keep both').click();
    await waitUntil(() => setAside().length === 0);
    expect(evidenceFor(form.store.getState().portfolio, 'd-protocol')!.explanation).to.equal('From elsewhere\n\nMine');
  });

  it('shows versions of its own place only, and no choice once handed in', async () => {
    twoVersions();
    const other = await open(html`<mc-set-aside part-id="part-reflection"></mc-set-aside>`);
    expect(other.root.querySelector('section')).to.equal(null);
    const { element, root } = await open();
    (form.store as LiveStore).set({ stage: 'handed-over' });
    await element.updateComplete;
    expect(root.querySelectorAll('.version')).to.have.length(2);
    expect(root.querySelector('button')).to.equal(null);
  });

  it('keeps what lost its place until the person removes it', async () => {
    put('a', 'Words of the old overview');
    form.store.apply({ kind: 'evidence-explain', evidence: 'e', detail: 'd-protocol', text: 'How it proves' });
    const { portfolio } = form.store.getState();
    form.store.apply({
      kind: 'credential-revise',
      credential: portfolio.credential,
      gone: { parts: [part], prompts: [], details: ['d-protocol'], criteria: [], attestations: [] },
    });
    const { element, root, button } = await open(html`<mc-set-aside></mc-set-aside>`);
    expect(root.querySelectorAll('.entry')).to.have.length(2);
    expect(root.textContent).to.contain('Words of the old overview').and.to.contain('How it proves');
    await expect(element).to.be.accessible();
    button('Remove from here').click();
    await waitUntil(() => setAside().length === 1);
    await waitUntil(() => root.querySelectorAll('.entry').length === 1);
  });

  it('selects the words where the browser does not let it copy', async () => {
    put('a', 'Words to copy');
    form.store.apply({
      kind: 'credential-revise',
      credential: form.store.getState().portfolio.credential,
      gone: { parts: [part], prompts: [], details: [], criteria: [], attestations: [] },
    });
    const { root, button } = await open(html`<mc-set-aside></mc-set-aside>`);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    try {
      button('Copy').click();
      await waitUntil(() => root.querySelector('textarea'));
      const area = root.querySelector('textarea')!;
      await waitUntil(() => area.selectionEnd === area.value.length && area.value !== '');
      expect(area.value.slice(area.selectionStart, area.selectionEnd)).to.equal('Words to copy');
    } finally {
      delete (navigator as unknown as Record<string, unknown>).clipboard;
    }
  });
});
