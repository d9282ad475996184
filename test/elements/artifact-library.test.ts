/** The artifact library: in a form of ours it works on the portfolio, alone it is a form control. */
import { expect, fixture, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import type { McArtifactCard } from '../../src/elements/artifact-library/artifact-card.js';
import type { McArtifactLibrary } from '../../src/elements/artifact-library/artifact-library.js';
import type { McArtifactList } from '../../src/elements/artifact-library/artifact-list.js';
import '../../src/elements/artifact-library/mc-artifact-library.js';
import type { Artifact } from '../../src/model/portfolio.js';
import type { Refusal } from '../../src/state/services.js';
import type { LiveStore } from '../../src/state/store.js';
import { asFile, exeNamedPdf, makePdf, makePng, makeText } from '../fixtures/files.js';
import { openForm, type OpenForm } from './helpers/form.js';
import trust from '../../demo/credentials/trust-and-collegiality.json' with { type: 'json' };

const part = 'part-evidence';
const pdf = (name = 'minutes_of_may.pdf') => new File([makePdf({ pages: 4 })], name, { type: 'application/pdf' });
const png = (name = 'board.png') => new File([makePng(4, 4)], name, { type: 'image/png' });

/** Long enough for a busy machine. */
const until = (holds: () => unknown) => waitUntil(holds as () => boolean, undefined, { timeout: 5000 });

async function listIn(library: McArtifactLibrary): Promise<McArtifactList> {
  await until(() => library.shadowRoot?.querySelector('mc-artifact-list')?.shadowRoot?.querySelector('.zone'));
  const list = library.shadowRoot!.querySelector('mc-artifact-list')!;
  await list.updateComplete;
  return list;
}

const cards = (list: McArtifactList) => [...list.shadowRoot!.querySelectorAll('mc-artifact-card')] as McArtifactCard[];
const $ = <E extends HTMLElement = HTMLElement>(root: Element, selector: string) =>
  root.shadowRoot!.querySelector<E>(selector)!;
const button = (root: Element, words: RegExp) =>
  [...root.shadowRoot!.querySelectorAll<HTMLElement>('button, a')].find((each) => words.test(each.textContent ?? ''))!;

async function choose(list: McArtifactList, files: File[], field = 'files'): Promise<void> {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  const input = $<HTMLInputElement>(list, `input.${field}`);
  input.files = data.files;
  input.dispatchEvent(new Event('change'));
}

function drag(list: McArtifactList, type: string, on: Element = list, files: File[] = []): DragEvent {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  const event = new DragEvent(type, { bubbles: true, composed: true, cancelable: true, dataTransfer });
  on.dispatchEvent(event);
  return event;
}

/** Key by key: the driver of WebKit loses keys that occur twice in one command. */
async function type(words: string): Promise<void> {
  for (const letter of words) await sendKeys({ type: letter });
}

describe('mc-artifact-library in a form', () => {
  let form: OpenForm;
  let library: McArtifactLibrary;
  let list: McArtifactList;
  const artifacts = () => form.store.getState().portfolio.artifacts;

  async function open(credential?: unknown): Promise<void> {
    form = await openForm(credential ? { credential } : {});
    library = await form.render<McArtifactLibrary>(html`<mc-artifact-library part-id=${part}></mc-artifact-library>`);
    list = await listIn(library);
  }
  async function withArtifacts(...files: File[]): Promise<void> {
    await form.services.addFiles(part, files);
    await until(() => cards(list).length === files.length);
    for (const card of cards(list)) await card.updateComplete;
  }
  afterEach(() => form.close());

  it('says what to bring while it is empty, and passes axe', async () => {
    await open();
    expect($(list, '.ways').textContent).to.include('Nothing added yet').and.to.include('PDF').and.to.include('2 GB');
    await expect(library).to.be.accessible();
  });

  it('adds several files at once by the button, and says why others were not taken', async () => {
    await open();
    await choose(list, [pdf(), asFile(exeNamedPdf()), png(), new File([], 'empty.pdf')]);
    await until(() => list.shadowRoot!.querySelectorAll('.not-added li').length === 2);
    expect(artifacts().map(({ title }) => title)).to.deep.equal(['minutes of may', 'board']);
    const words = $(list, '.not-added').textContent!;
    expect(words).to.include('survey results.pdf').and.to.include('not what the ending of its name says');
    expect(words).to.include('empty.pdf').and.to.include('nothing in this file');
    await expect(library).to.be.accessible();
    $(list, '.dismiss').click();
    await list.updateComplete;
    expect(list.shadowRoot!.querySelectorAll('.not-added li')).to.have.length(1);
    expect(list.shadowRoot!.activeElement).to.have.class('dismiss');
  });

  it('takes dropped files, shows where without flicker, and leaves anything else alone', async () => {
    await open();
    const inner = $(list, '.ways');
    drag(list, 'dragenter', list, [pdf()]);
    await list.updateComplete;
    expect($(list, '.let-go')).to.not.equal(null);
    // Into a child and out of the parent: still over the list.
    drag(list, 'dragenter', inner, [pdf()]);
    drag(list, 'dragleave', list, [pdf()]);
    await list.updateComplete;
    expect($(list, '.let-go')).to.not.equal(null);
    drag(list, 'dragleave', inner, [pdf()]);
    await list.updateComplete;
    expect($(list, '.let-go')).to.equal(null);
    expect(drag(list, 'dragover').defaultPrevented, 'words dragged over').to.equal(false);
    expect(drag(list, 'drop', list, [pdf(), png()]).defaultPrevented).to.equal(true);
    await until(() => artifacts().length === 2);
  });

  it('takes pasted files', async () => {
    await open();
    const clipboardData = new DataTransfer();
    clipboardData.items.add(png());
    // Not every engine takes it from the constructor.
    const paste = new ClipboardEvent('paste', { bubbles: true, composed: true, cancelable: true });
    Object.defineProperty(paste, 'clipboardData', { value: clipboardData });
    list.dispatchEvent(paste);
    await until(() => artifacts().length === 1);
  });

  it('edits every field at once, by keyboard', async () => {
    await open();
    await withArtifacts(pdf());
    const [card] = cards(list);
    button(card!, /^\s*Edit/).focus();
    await sendKeys({ press: 'Enter' });
    await card!.updateComplete;
    await until(() => card!.shadowRoot!.activeElement?.id === 'title');
    await sendKeys({ press: 'End' });
    await type(' 2026');
    expect(artifacts()[0]!.title).to.equal('minutes of may 2026');
    const students = [...card!.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type=radio]')][2]!;
    students.click();
    await until(() => $(card!, '#permission'));
    $(card!, '#permission').focus();
    await type('signed forms');
    $(card!, '#made-with').focus();
    await type('grade 4 team, coach');
    await until(() => $(card!, '#my-part'));
    expect($<HTMLInputElement>(card!, '#made-with').value).to.equal('grade 4 team, coach');
    expect(artifacts()[0]).to.deep.include({
      people: 'students',
      permission: 'signed forms',
      madeWith: ['grade 4 team', 'coach'],
    });
    await expect(library).to.be.accessible();
    button(card!, /^\s*Done/).click();
    await card!.updateComplete;
    await until(() => card!.shadowRoot!.activeElement === button(card!, /^\s*Edit/));
  });

  it('does not break what an input method composes', async () => {
    await open();
    await withArtifacts(pdf());
    const [card] = cards(list);
    button(card!, /^\s*Edit/).click();
    await until(() => $(card!, '#note'));
    const note = $<HTMLTextAreaElement>(card!, '#note');
    note.dispatchEvent(new CompositionEvent('compositionstart'));
    note.value = 'に';
    note.dispatchEvent(new InputEvent('input', { bubbles: true }));
    card!.requestUpdate();
    await card!.updateComplete;
    expect(note.value).to.equal('に');
    expect(artifacts()[0]!.note).to.equal(undefined);
    note.value = '日本';
    note.dispatchEvent(new CompositionEvent('compositionend'));
    expect(artifacts()[0]!.note).to.equal('日本');
  });

  it('moves a card and keeps the focus on the button', async () => {
    await open();
    await withArtifacts(pdf('one.pdf'), pdf('two.pdf'), pdf('three.pdf'));
    const third = cards(list)[2]!;
    button(third, /^\s*More/).click();
    await third.updateComplete;
    button(third, /^\s*Move up/).focus();
    await sendKeys({ press: 'Enter' });
    await until(
      () =>
        artifacts()
          .map(({ title }) => title)
          .join() === 'one,three,two',
    );
    await until(() => third.shadowRoot!.activeElement === button(third, /^\s*Move up/));
    await sendKeys({ press: 'Enter' });
    await until(
      () =>
        artifacts()
          .map(({ title }) => title)
          .join() === 'three,one,two',
    );
    await third.updateComplete;
    expect(button(third, /^\s*Move up/).getAttribute('aria-disabled')).to.equal('true');
    button(third, /^\s*Move down/).click();
    expect(artifacts().map(({ title }) => title)).to.deep.equal(['one', 'three', 'two']);
  });

  it('asks before it removes, says what depends on it, and brings it back to its place', async () => {
    await open();
    await withArtifacts(pdf('one.pdf'), pdf('two.pdf'), pdf('three.pdf'));
    await until(() => artifacts().every(({ file }) => file?.sha256));
    const two = artifacts()[1] as Artifact;
    form.store.apply({
      kind: 'pointer-put',
      evidence: 'e',
      detail: 'd-protocol',
      pointer: { id: 'p', artifact: two.id, locators: [] },
    });
    const card = cards(list)[1]!;
    await until(() => $(card, '.meta').textContent!.includes('Proves 2.a'));
    button(card, /^\s*More/).click();
    await card.updateComplete;
    button(card, /^\s*Remove/).click();
    const removal = $(list, 'mc-artifact-removal');
    await until(() => $<HTMLDialogElement>(removal, 'dialog')?.open);
    expect($(removal, 'dialog').textContent).to.include('It proves 2.a');
    await expect(library).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await until(() => !$(removal, 'dialog'));
    expect(artifacts()).to.have.length(3);
    button(card, /^\s*Remove/).click();
    await until(() => $<HTMLDialogElement>(removal, 'dialog')?.open);
    button(removal, /^\s*Remove/).click();
    expect(artifacts()).to.have.length(2);
    await until(() => list.shadowRoot!.activeElement === cards(list)[1] && cards(list).length === 2);
    expect($(list, '.removed').textContent).to.include('“two” was removed');
    button(list, /^\s*Undo/).click();
    expect(artifacts()[1]).to.deep.equal(two);
    await until(() => list.shadowRoot!.activeElement === cards(list)[1]);
  });

  it('replaces the file under the same artifact', async () => {
    await open();
    await withArtifacts(pdf());
    const before = artifacts()[0]!;
    const [card] = cards(list);
    button(card!, /^\s*More/).click();
    await card!.updateComplete;
    const chosen = oneEvent($(list, 'input.replacement'), 'click');
    button(card!, /^\s*Replace/).click();
    await chosen;
    await choose(list, [png()], 'replacement');
    await until(() => artifacts()[0]!.file!.name === 'board.png');
    expect(artifacts()[0]!.id).to.equal(before.id);
    expect(artifacts()[0]!.file!.id).to.not.equal(before.file!.id);
  });

  it('adds a link where the credential takes links, and says what is wrong with one', async () => {
    await open(trust);
    button(list, /^\s*Add a link/).click();
    await until(() => $(list, 'mc-artifact-link-form'));
    const link = $(list, 'mc-artifact-link-form');
    await until(() => link.shadowRoot!.activeElement?.id === 'url');
    await type('javascript:alert(1)');
    await sendKeys({ press: 'Enter' });
    await until(() => $(link, '#url').getAttribute('aria-invalid') === 'true');
    expect($(link, '#url-hint').textContent).to.include('https://');
    await expect(library).to.be.accessible();
    $<HTMLInputElement>(link, '#url').value = 'video.example.org/film';
    $<HTMLInputElement>(link, '#title').value = 'Coaching';
    button(link, /^\s*Add link/).click();
    await until(() => cards(list).length === 1);
    expect(artifacts()[0]).to.deep.include({ url: 'https://video.example.org/film', title: 'Coaching' });
    await until(() => list.shadowRoot!.activeElement === cards(list)[0]);
  });

  it('says what the credential does not take of what is there already', async () => {
    await open();
    form.store.apply({
      kind: 'artifact-add',
      artifact: { id: 'l', part, title: 'A film', url: 'https://example.org/film' },
    });
    await until(() => cards(list).length === 1);
    await until(() => $(cards(list)[0]!, '.state.bad')?.textContent?.includes('Links are not accepted here'));
    await expect(library).to.be.accessible();
  });

  it('can be read and saved from, but not changed, while the page is out of date', async () => {
    await open();
    await withArtifacts(pdf());
    (form.store as LiveStore).set({ blocked: 'newer-version' });
    const [card] = cards(list);
    await until(() => button(card!, /Download/));
    await card!.updateComplete;
    expect(card!.shadowRoot!.querySelectorAll('button')).to.have.length(1);
    expect($(list, '.ways')).to.equal(null);
    drag(list, 'drop', list, [png()]);
    expect(artifacts()).to.have.length(1);
    const names: string[] = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      names.push(`${this.download} ${this.protocol}`);
    };
    try {
      button(card!, /Download/).click();
      await until(() => names.length > 0);
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    expect(names).to.deep.equal(['minutes_of_may.pdf blob:']);
  });

  it('corrects the address of a link, and keeps the last one that was an address', async () => {
    await open(trust);
    form.services.addLink(part, 'https://example.org/film', 'Film');
    await until(() => cards(list).length === 1);
    const [card] = cards(list);
    await card!.updateComplete;
    button(card!, /^\s*Edit/).click();
    await until(() => $(card!, '#address'));
    const address = $<HTMLInputElement>(card!, '#address');
    address.focus();
    address.select();
    await type('ftp:x');
    await until(() => address.getAttribute('aria-invalid') === 'true');
    expect(address.value).to.equal('ftp:x');
    expect(artifacts()[0]!.url).to.equal('https://example.org/film');
    await expect(library).to.be.accessible();
    address.select();
    await type('video.example.org');
    await until(() => artifacts()[0]!.url === 'https://video.example.org/');
    await card!.updateComplete;
    expect(address.value).to.equal('video.example.org');
  });

  it('keeps its place through three reconnections and keeps listening', async () => {
    await open();
    await withArtifacts(pdf());
    const parent = library.parentNode!;
    for (let n = 0; n < 3; n += 1) {
      library.remove();
      parent.append(library);
    }
    await choose(list, [png()]);
    await until(() => cards(list).length === 2);
    expect(artifacts()).to.have.length(2);
  });
});

describe('mc-artifact-library alone', () => {
  interface Sent {
    form: HTMLFormElement;
    library: McArtifactLibrary;
    list: McArtifactList;
  }
  async function alone(
    attributes = html`<mc-artifact-library name="proof" multiple></mc-artifact-library>`,
  ): Promise<Sent> {
    const form = await fixture<HTMLFormElement>(
      html`<form><label for="lib">Proof</label><fieldset>${attributes}</fieldset></form>`,
    );
    const library = form.querySelector('mc-artifact-library')!;
    return { form, library, list: await listIn(library) };
  }
  const sent = (form: HTMLFormElement) => new FormData(form).getAll('proof');

  it('sends its files under its name, with their bytes', async () => {
    const { form, list, library } = await alone();
    expect(sent(form)).to.deep.equal([]);
    const changed = oneEvent(library, 'change');
    await choose(list, [pdf('a.pdf'), png('b.png')]);
    await changed;
    await until(() => sent(form).length === 2);
    const [one] = sent(form) as File[];
    expect(one!.name).to.equal('a.pdf');
    expect(new Uint8Array(await one!.arrayBuffer())).to.deep.equal(makePdf({ pages: 4 }));
    await expect(library).to.be.accessible();
  });

  it('checks kinds by content and refuses the same file twice', async () => {
    const { list, library } = await alone();
    const file = pdf();
    await choose(list, [file, file, asFile(exeNamedPdf())]);
    await until(() => list.shadowRoot!.querySelectorAll('.not-added li').length === 2);
    expect(library.artifacts).to.have.length(1);
    expect($(list, '.not-added').textContent).to.include('added this file already');
  });

  it('takes one file only unless it is told otherwise', async () => {
    const { list, library } = await alone(html`<mc-artifact-library name="proof"></mc-artifact-library>`);
    expect($<HTMLInputElement>(list, 'input.files').multiple).to.equal(false);
    await choose(list, [pdf(), png()]);
    await until(() => list.shadowRoot!.querySelectorAll('.not-added li').length === 1);
    expect(library.artifacts).to.have.length(1);
  });

  it('is invalid while something required is missing, from the first moment', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form><mc-artifact-library name="proof" required></mc-artifact-library></form>`,
    );
    const library = form.querySelector('mc-artifact-library')!;
    expect(form.checkValidity()).to.equal(false);
    expect(library.validity.valueMissing).to.equal(true);
    const list = await listIn(library);
    form.reportValidity();
    await until(() => $(list, '#missing').textContent === 'Add a file.');
    await choose(list, [pdf()]);
    await until(() => form.checkValidity());
    expect($(list, '#missing').hidden).to.equal(true);
  });

  it('sends addresses of links, by the rule it was given before or after', async () => {
    const { form, library, list } = await alone();
    expect(button(list, /^\s*Add a link/)).to.equal(undefined);
    library.rule = { kinds: ['link', 'pdf'], maxBytes: 100 };
    await library.updateComplete;
    await list.updateComplete;
    button(list, /^\s*Add a link/).click();
    await until(() => $(list, 'mc-artifact-link-form')?.shadowRoot?.querySelector('#url'));
    const link = $(list, 'mc-artifact-link-form');
    $<HTMLInputElement>(link, '#url').value = 'https://example.org/film';
    button(link, /^\s*Add link/).click();
    expect(sent(form)).to.deep.equal(['https://example.org/film']);
    await choose(list, [pdf(), new File([makeText()], 'notes.txt')]);
    await until(() => list.shadowRoot!.querySelectorAll('.not-added li').length === 2);
    expect($(list, '.not-added').textContent).to.include('100 byte').and.to.include('Plain text');
  });

  it('is emptied by a reset and silent while disabled', async () => {
    const { form, library, list } = await alone();
    await choose(list, [pdf()]);
    await until(() => sent(form).length === 1);
    form.querySelector('fieldset')!.disabled = true;
    expect(sent(form)).to.deep.equal([]);
    await until(() => !$(list, '.add-files'));
    drag(list, 'drop', list, [png()]);
    form.querySelector('fieldset')!.disabled = false;
    await until(() => $(list, '.add-files'));
    expect(library.artifacts).to.have.length(1);
    form.reset();
    expect(sent(form)).to.deep.equal([]);
    await until(() => cards(list).length === 0);
  });

  it('brings back what the browser kept', async () => {
    const { form, library } = await alone();
    const kept = new FormData();
    kept.append('artifact', pdf());
    library.formStateRestoreCallback(kept);
    await until(() => sent(form).length === 1);
  });

  it('says that a file could not be read', async () => {
    const { list } = await alone();
    const unreadable = pdf();
    unreadable.slice = () => {
      throw new DOMException('gone', 'NotReadableError');
    };
    await choose(list, [png()]);
    await until(() => cards(list).length === 1);
    const refusal = (): Promise<Refusal | undefined> => list.own!.addFile(unreadable);
    let failed = false;
    await refusal().catch(() => (failed = true));
    expect(failed).to.equal(true);
    const dataTransfer = new DataTransfer();
    Object.defineProperty(dataTransfer, 'items', { value: [{ kind: 'file', getAsFile: () => unreadable }] });
    Object.defineProperty(dataTransfer, 'types', { value: ['Files'] });
    list.dispatchEvent(
      Object.defineProperty(new DragEvent('drop', { cancelable: true }), 'dataTransfer', { value: dataTransfer }),
    );
    await until(() => $(list, '.not-added')?.textContent?.includes('could not be read'));
  });
});
