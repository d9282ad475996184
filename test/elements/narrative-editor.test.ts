import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/narrative-editor/mc-narrative-editor.js';
import type { McNarrativeEditor } from '../../src/elements/narrative-editor/narrative-editor.js';
import { editorOf } from '../../src/elements/narrative/live-editors.js';
import { AnnounceEvent } from '../../src/events/announce.js';
import { narrativeAt } from '../../src/model/portfolio.js';
import { plainText } from '../../src/model/rich-text.js';
import type { LiveStore } from '../../src/state/store.js';
import trust from '../../demo/credentials/trust-and-collegiality.json' with { type: 'json' };
import { openForm, type OpenForm } from './helpers/form.js';

const areaOf = (editor: McNarrativeEditor) => editor.shadowRoot!.querySelector('textarea')!;
const countOf = (editor: McNarrativeEditor) => editor.shadowRoot!.querySelector('.count')!.textContent!.trim();

/** Key by key: WebKit's driver drops keys that come twice in one command, in any text field. */
async function keys(text: string): Promise<void> {
  for (const key of text) await sendKeys({ type: key });
}

/** What a person's typing does, without the keyboard: the words, then `input`. */
function type(editor: McNarrativeEditor, text: string): void {
  const area = areaOf(editor);
  area.value = text;
  area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

describe('mc-narrative-editor alone', () => {
  const inForm = async (inner: ReturnType<typeof html>) => {
    const form = await fixture<HTMLFormElement>(html`<form>${inner}</form>`);
    const editor = form.querySelector('mc-narrative-editor')!;
    await editor.updateComplete;
    return { form, editor };
  };

  it('gives its text to the form, from the first value on and at every key', async () => {
    const { form, editor } = await inForm(
      html`<mc-narrative-editor name="reflection" value="one two"></mc-narrative-editor>`,
    );
    expect(new FormData(form).get('reflection')).to.equal('one two');
    let inputs = 0;
    form.addEventListener('input', () => {
      inputs += 1;
      expect(new FormData(form).get('reflection')).to.equal(editor.value);
    });
    editor.focus();
    await sendKeys({ press: 'End' });
    await keys(' three');
    expect(editor.value).to.equal('one two three');
    expect(inputs).to.equal(6);
    await editor.updateComplete;
    expect(countOf(editor)).to.equal('3 words');
  });

  it('tells change when it is left', async () => {
    const { form, editor } = await inForm(html`<mc-narrative-editor name="a"></mc-narrative-editor><button>x</button>`);
    let target: EventTarget | null = null;
    form.addEventListener('change', (event) => (target = event.target));
    editor.focus();
    await keys('word');
    areaOf(editor).blur();
    expect(target).to.equal(editor);
  });

  it('is valid by its words, not its letters', async () => {
    const { form, editor } = await inForm(
      html`<mc-narrative-editor name="a" required min-words="3" max-words="4"></mc-narrative-editor>`,
    );
    expect(editor.validity.valueMissing).to.equal(true);
    expect(form.checkValidity()).to.equal(false);
    editor.value = 'one two';
    expect(editor.validity.customError && editor.validity.tooShort).to.equal(true);
    expect(editor.validationMessage).to.equal('Please write at least 3 words. There are 2 now, 1 to go.');
    editor.value = 'one two three';
    expect(editor.checkValidity()).to.equal(true);
    expect(form.checkValidity()).to.equal(true);
    expect(editor.matches(':state(minimum-reached)')).to.equal(true);
    editor.value = 'one two three four five';
    expect(editor.validity.customError && editor.validity.tooLong).to.equal(true);
    expect(editor.matches(':state(over-maximum)')).to.equal(true);
    await editor.updateComplete;
    expect(countOf(editor)).to.equal('5 words · 1 too many');
    editor.required = false;
    editor.value = '';
    expect(editor.validity.valid).to.equal(true);
  });

  it('marks the field as wrong only after the form was sent', async () => {
    const { form, editor } = await inForm(html`<mc-narrative-editor name="a" required></mc-narrative-editor>`);
    expect(areaOf(editor).getAttribute('aria-invalid')).to.equal(null);
    form.checkValidity();
    await editor.updateComplete;
    expect(areaOf(editor).getAttribute('aria-invalid')).to.equal('true');
    type(editor, 'word');
    await editor.updateComplete;
    expect(areaOf(editor).getAttribute('aria-invalid')).to.equal(null);
  });

  it('is reset to what it began with', async () => {
    const { form, editor } = await inForm(html`<mc-narrative-editor name="a" value="first"></mc-narrative-editor>`);
    type(editor, 'second');
    form.reset();
    expect(editor.value).to.equal('first');
    expect(areaOf(editor).value).to.equal('first');
    expect(new FormData(form).get('a')).to.equal('first');
  });

  it('is disabled by itself and by a fieldset', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form><fieldset><mc-narrative-editor name="a" value="word"></mc-narrative-editor></fieldset></form>`,
    );
    const editor = form.querySelector('mc-narrative-editor')!;
    const fieldset = form.querySelector('fieldset')!;
    const shown = async () => {
      await aTimeout(0);
      await editor.updateComplete;
      return areaOf(editor).disabled;
    };
    fieldset.disabled = true;
    expect(await shown()).to.equal(true);
    expect(new FormData(form).has('a')).to.equal(false);
    expect(editor.willValidate).to.equal(false);
    fieldset.disabled = false;
    expect(await shown()).to.equal(false);
    editor.disabled = true;
    expect(await shown()).to.equal(true);
    fieldset.disabled = true;
    editor.disabled = false;
    expect(await shown(), 'still in the fieldset').to.equal(true);
    fieldset.disabled = false;
    expect(await shown()).to.equal(false);
    expect(new FormData(form).get('a')).to.equal('word');
  });

  it('takes back what the browser restores', async () => {
    const { form, editor } = await inForm(html`<mc-narrative-editor name="a"></mc-narrative-editor>`);
    editor.formStateRestoreCallback('kept words');
    expect(new FormData(form).get('a')).to.equal('kept words');
    expect(areaOf(editor).value).to.equal('kept words');
  });

  it('is named and focused by a label of the page', async () => {
    const place = await fixture(
      html`<div><label for="r">My reflection</label><mc-narrative-editor id="r" name="a"></mc-narrative-editor></div>`,
    );
    const editor = place.querySelector('mc-narrative-editor')!;
    expect(editor.labels).to.have.length(1);
    expect(areaOf(editor).getAttribute('aria-label')).to.equal('My reflection');
    place.querySelector('label')!.click();
    expect(editor.shadowRoot!.activeElement).to.equal(areaOf(editor));
    await expect(editor).to.be.accessible();
  });

  it('has the same value set before or after it is attached, and loses nothing when moved', async () => {
    const early = document.createElement('mc-narrative-editor');
    early.value = 'early words';
    early.name = 'a';
    const { form, editor: _ } = await inForm(html`<mc-narrative-editor name="b"></mc-narrative-editor><p></p>`);
    form.append(early);
    await early.updateComplete;
    expect(new FormData(form).get('a')).to.equal('early words');
    expect(areaOf(early).value).to.equal('early words');
    type(early, 'typed words here');
    for (let n = 0; n < 3; n += 1) {
      early.remove();
      form.querySelector('p')!.append(early);
      await early.updateComplete;
    }
    expect(early.value).to.equal('typed words here');
    expect(areaOf(early).value).to.equal('typed words here');
    expect(new FormData(form).get('a')).to.equal('typed words here');
  });

  it('explains its count when asked', async () => {
    const { editor } = await inForm(html`<mc-narrative-editor name="a" label="Text"></mc-narrative-editor>`);
    editor.value = 'one two\n\nthree – four five';
    await editor.updateComplete;
    const button = editor.shadowRoot!.querySelector<HTMLButtonElement>('.why')!;
    expect(editor.shadowRoot!.querySelector('table')).to.equal(null);
    button.click();
    await editor.updateComplete;
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    const cells = Array.from(editor.shadowRoot!.querySelectorAll('tbody td.number'), (cell) => cell.textContent);
    expect(cells).to.deep.equal(['2', '3']);
    expect(editor.shadowRoot!.querySelector('code')!.textContent).to.equal('mc-words/1');
    await expect(editor).to.be.accessible();
  });

  it('says once, after a pause, that a limit was crossed', async () => {
    const { editor } = await inForm(html`<mc-narrative-editor name="a" min-words="2"></mc-narrative-editor>`);
    const status = editor.shadowRoot!.querySelector('[role="status"]')!;
    type(editor, 'one');
    type(editor, 'one two');
    await editor.updateComplete;
    expect(countOf(editor)).to.equal('2 words · minimum reached');
    expect(status.textContent).to.equal('');
    await waitUntil(() => status.textContent !== '', 'nothing was said', { timeout: 4000 });
    expect(status.textContent).to.equal('The minimum of 2 words is reached.');
  });

  it('grows with its text', async () => {
    const { editor } = await inForm(html`<mc-narrative-editor name="a"></mc-narrative-editor>`);
    const before = areaOf(editor).clientHeight;
    type(editor, 'line\n'.repeat(60));
    await editor.updateComplete;
    expect(areaOf(editor).clientHeight).to.be.greaterThan(before);
    expect(areaOf(editor).scrollHeight).to.be.at.most(areaOf(editor).clientHeight + 1);
  });
});

describe('mc-narrative-editor in a form', () => {
  let form: OpenForm;
  const part = 'part-overview';
  const written = () => {
    const narrative = narrativeAt(form.store.getState().portfolio, { part });
    return narrative ? plainText(narrative.text) : undefined;
  };
  const open = () =>
    form.render<McNarrativeEditor>(html`<mc-narrative-editor part-id=${part} label="Overview"></mc-narrative-editor>`);
  /** What another tab did, as it arrives here. */
  const elsewhere = (id: string, text: string, after?: string | null) => {
    const seen = narrativeAt(form.store.getState().portfolio, { part })?.seen[id];
    form.store.apply({
      kind: 'narrative',
      part,
      remove: [],
      base: seen ? { [id]: seen } : {},
      put: [
        { block: { type: 'paragraph', id, content: [{ type: 'text', text }] }, ...(after !== undefined && { after }) },
      ],
    });
  };

  beforeEach(async () => {
    form = await openForm();
  });
  afterEach(() => form.close());

  it('renders nothing without its form, and does not throw', async () => {
    const alone = await fixture<McNarrativeEditor>(html`<mc-narrative-editor part-id="p"></mc-narrative-editor>`);
    expect(alone.shadowRoot!.querySelector('textarea')).to.equal(null);
  });

  it('writes every key into the portfolio at once', async () => {
    const editor = await open();
    editor.focus();
    await keys('Hello you');
    expect(written()).to.equal('Hello you');
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Enter' });
    await keys('Next');
    expect(written()).to.equal('Hello you\n\nNext');
    expect(areaOf(editor).value).to.equal('Hello you\n\nNext');
    await editor.updateComplete;
    expect(countOf(editor)).to.equal('3 words · 997 to go');
  });

  it('shows what is there, and takes in what is written elsewhere around the caret', async () => {
    elsewhere('a', 'First paragraph');
    elsewhere('b', 'Second paragraph');
    const editor = await open();
    const area = areaOf(editor);
    expect(area.value).to.equal('First paragraph\n\nSecond paragraph');
    editor.focus();
    area.setSelectionRange(area.value.length, area.value.length);
    await keys(' goes on');
    elsewhere('a', 'The very first paragraph');
    elsewhere('c', 'Between', 'a');
    await editor.updateComplete;
    expect(area.value).to.equal('The very first paragraph\n\nBetween\n\nSecond paragraph goes on');
    expect(area.selectionStart).to.equal(area.value.length);
    await keys('!');
    expect(written()).to.equal('The very first paragraph\n\nBetween\n\nSecond paragraph goes on!');
    expect(form.store.getState().portfolio.setAside).to.have.length(0);
  });

  it('leaves empty lines alone that are just typed when something comes from elsewhere', async () => {
    elsewhere('a', 'First');
    const editor = await open();
    const area = areaOf(editor);
    editor.focus();
    area.setSelectionRange(5, 5);
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Enter' });
    elsewhere('a', 'The first');
    await editor.updateComplete;
    expect(area.value).to.equal('The first\n\n');
    await keys('x');
    expect(written()).to.equal('The first\n\nx');
  });

  it('waits while a composition is open, and loses neither side', async () => {
    elsewhere('a', 'First');
    elsewhere('b', 'Second');
    const editor = await open();
    const area = areaOf(editor);
    area.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    type(editor, 'First\n\nSecond に');
    expect(written()).to.equal('First\n\nSecond');
    elsewhere('a', 'First changed');
    await editor.updateComplete;
    expect(area.value, 'touched while composing').to.equal('First\n\nSecond に');
    area.value = 'First\n\nSecond 日本';
    area.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    await editor.updateComplete;
    expect(written()).to.equal('First changed\n\nSecond 日本');
    expect(area.value).to.equal('First changed\n\nSecond 日本');
    expect(form.store.getState().portfolio.setAside).to.have.length(0);
  });

  it('keeps what was being composed when it is taken away', async () => {
    const editor = await open();
    areaOf(editor).dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    type(editor, '日本');
    editor.remove();
    expect(written()).to.equal('日本');
  });

  it('loses nothing when moved three times', async () => {
    const editor = await open();
    type(editor, 'Words that stay');
    const place = editor.parentElement!;
    for (let n = 0; n < 3; n += 1) {
      editor.remove();
      elsewhere(`n${n}`, `From elsewhere ${n}`);
      place.append(editor);
      await editor.updateComplete;
    }
    expect(areaOf(editor).value).to.equal(written());
    expect(written()).to.contain('Words that stay').and.to.contain('From elsewhere 2');
    type(editor, `${areaOf(editor).value} on`);
    expect(written()).to.match(/elsewhere 2 on$/);
  });

  it('turns to another part with its whole text', async () => {
    const editor = await open();
    type(editor, 'Overview');
    editor.partId = 'part-reflection';
    await editor.updateComplete;
    expect(areaOf(editor).value).to.equal('');
    expect(countOf(editor)).to.equal('0 words · 500 to go');
    type(editor, 'Reflection');
    expect(written()).to.equal('Overview');
    editor.partId = part;
    await editor.updateComplete;
    expect(areaOf(editor).value).to.equal('Overview');
    editor.setAttribute('prompt', 'q-none');
    editor.removeAttribute('prompt');
    await editor.updateComplete;
    expect(areaOf(editor).value).to.equal('Overview');
  });

  it('inserts a paragraph that can be undone, and goes on after it', async () => {
    const editor = await open();
    editor.focus();
    await keys('First');
    const question = 'How do you bring the people whom a decision touches into making it?';
    editorOf(form.store, { part })!.insertParagraph(question);
    expect(areaOf(editor).value).to.equal(`First\n\n${question}\n\n`);
    await keys('Answer');
    const narrative = narrativeAt(form.store.getState().portfolio, { part })!;
    expect(narrative.text.content.map(({ type: kind }) => kind)).to.deep.equal(['paragraph', 'heading', 'paragraph']);
    expect(narrative.text.content[1]).to.include({ prompt: 'q-sharing' });
    await editor.updateComplete;
    expect(countOf(editor), 'the question does not count').to.equal('2 words · 998 to go');
  });

  it('announces a crossed minimum to the form, after a pause and once', async () => {
    const editor = await form.render<McNarrativeEditor>(
      html`<mc-narrative-editor part-id=${part} min-words="2"></mc-narrative-editor>`,
    );
    const said: string[] = [];
    editor.addEventListener(AnnounceEvent.type, (event) => said.push((event as AnnounceEvent).words));
    type(editor, 'one');
    type(editor, 'one two');
    expect(said).to.deep.equal([]);
    await aTimeout(1700);
    type(editor, 'one two three');
    await aTimeout(1700);
    expect(said).to.deep.equal(['The minimum of 2 words is reached.']);
    expect(editor.shadowRoot!.querySelector('[role="status"]')).to.equal(null);
  });

  it('takes language and limits from the credential', async () => {
    const other = await openForm({ credential: trust });
    const editor = await other.render<McNarrativeEditor>(
      html`<mc-narrative-editor part-id="part-overview" prompt="q-setting" label="Setting"></mc-narrative-editor>`,
    );
    expect(areaOf(editor).lang).to.equal('en');
    expect(countOf(editor)).to.equal('0 words · 150 to go');
    type(editor, 'word '.repeat(401));
    await editor.updateComplete;
    expect(countOf(editor)).to.equal('401 words · 1 too many');
    await expect(editor).to.be.accessible();
    await other.close();
  });

  it('is reading matter when the work was handed in', async () => {
    const editor = await open();
    type(editor, 'One\n\nTwo');
    const live = form.store as LiveStore;
    live.set({ stage: 'handed-over' });
    await editor.updateComplete;
    expect(editor.shadowRoot!.querySelector('textarea')).to.equal(null);
    expect(Array.from(editor.shadowRoot!.querySelectorAll('.reading p'), (p) => p.textContent)).to.deep.equal([
      'One',
      'Two',
    ]);
    expect(editor.value).to.equal('One\n\nTwo');
    live.set({ stage: 'draft' });
    await editor.updateComplete;
    expect(areaOf(editor).value).to.equal('One\n\nTwo');
  });
});
