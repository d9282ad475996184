/** The evidence mapper: what shows a detail, where to look in it, and how that proves it. */
import { expect, fixture, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import type { McArtifactPicker } from '../../src/elements/evidence-mapper/artifact-picker.js';
import type { McEvidenceDetail } from '../../src/elements/evidence-mapper/evidence-detail.js';
import type { McEvidenceMapper } from '../../src/elements/evidence-mapper/evidence-mapper.js';
import type { McLocatorEditor } from '../../src/elements/evidence-mapper/locator-editor.js';
import '../../src/elements/evidence-mapper/mc-evidence-mapper.js';
import { RequirementOpenEvent } from '../../src/events/requirement-open.js';
import { parseCredential } from '../../src/model/parse.js';
import { evidenceFor } from '../../src/model/portfolio.js';
import type { LiveStore } from '../../src/state/store.js';
import { asFile, exeNamedPdf, makePdf, makePng } from '../fixtures/files.js';
import { generateCredential, generatePortfolio } from '../fixtures/generate.js';
import { openForm, type OpenForm } from './helpers/form.js';
import trust from '../../demo/credentials/trust-and-collegiality.json' with { type: 'json' };

const part = 'part-evidence';
const pdf = (name = 'protocol.pdf') => new File([makePdf({ pages: 8 })], name, { type: 'application/pdf' });

const $ = <E extends HTMLElement = HTMLElement>(root: Element | ShadowRoot, selector: string) =>
  ('shadowRoot' in root ? root.shadowRoot! : root).querySelector<E>(selector)!;
const button = (root: Element, words: RegExp) =>
  [...root.shadowRoot!.querySelectorAll<HTMLElement>('button')].find((each) => words.test(each.textContent ?? ''))!;
const focused = (root: Element) => root.shadowRoot!.activeElement;

/** Long enough for a busy machine. */
const until = (holds: () => unknown) => waitUntil(holds as () => boolean, undefined, { timeout: 5000 });

/** Key by key: the driver of WebKit loses keys that occur twice in one command. */
async function type(words: string): Promise<void> {
  for (const letter of words) await sendKeys({ type: letter });
}

describe('mc-evidence-mapper in a form', () => {
  let form: OpenForm;
  let mapper: McEvidenceMapper;
  const evidence = (detail: string) => evidenceFor(form.store.getState().portfolio, detail);
  const row = (detail: string) => $(mapper, `[data-id="${detail}"]`);
  const rowText = (detail: string) => row(detail).textContent!.replace(/\s+/g, ' ');
  const open = () =>
    [...mapper.shadowRoot!.querySelectorAll<HTMLElement>('.detail.open')].map(({ dataset }) => dataset.id);
  const detail = () => $<McEvidenceDetail>(mapper, 'mc-evidence-detail');
  const editor = () => $<McLocatorEditor>(detail(), 'mc-locator-editor');
  const picker = () => $<McArtifactPicker>(detail(), 'mc-artifact-picker');

  async function openMapper(
    template = html`<mc-evidence-mapper part-id=${part} outcome="eo-conflict"></mc-evidence-mapper>`,
    credential?: unknown,
  ) {
    form = await openForm(credential ? { credential } : {});
    mapper = await form.render<McEvidenceMapper>(template);
    await mapper.updateComplete;
  }
  const addFiles = (...files: File[]) => form.services.addFiles(part, files);
  const artifact = (at = 0) => form.store.getState().portfolio.artifacts[at]!;
  function prove(id: string, text = 'Page 3 shows it.'): void {
    form.store.apply({
      kind: 'pointer-put',
      evidence: `e-${id}`,
      detail: id,
      pointer: {
        id: `p-${id}`,
        artifact: artifact().id,
        file: artifact().file!.id,
        locators: [{ kind: 'page', page: 3 }],
      },
    });
    form.store.apply({ kind: 'evidence-explain', evidence: `e-${id}`, detail: id, text });
  }
  afterEach(() => form.close());

  it('names the place, shows every detail with the level it must reach, and opens the first that is not done', async () => {
    await openMapper();
    expect($(mapper, '.head').textContent)
      .to.include('Part 2 of 3 · Outcome 2')
      .and.to.include('Conflict and problem solving');
    expect(rowText('d-protocol')).to.include('Demonstrated');
    expect(open()).to.deep.equal(['d-protocol']);
    expect(rowText('d-coaches')).to.include('Not begun');
    expect(mapper.shadowRoot!.querySelectorAll('mc-evidence-detail')).to.have.length(1);
    await expect(mapper).to.be.accessible();
  });

  it('reads what is done and opens what is not', async () => {
    await openMapper();
    await addFiles(pdf());
    prove('d-protocol');
    mapper.remove();
    mapper = await form.render<McEvidenceMapper>(
      html`<mc-evidence-mapper part-id=${part} outcome="eo-conflict"></mc-evidence-mapper>`,
    );
    await mapper.updateComplete;
    expect(open()).to.deep.equal(['d-coaches']);
    expect(rowText('d-protocol'))
      .to.include('protocol')
      .and.to.include('p. 3')
      .and.to.include('Page 3 shows it.')
      .and.to.include('Edit');
    await expect(mapper).to.be.accessible();
  });

  it('does the whole job by keyboard: choose, say where, say how', async () => {
    await openMapper();
    await addFiles(pdf(), new File([makePng(4, 4)], 'board.png'));
    await detail().updateComplete;
    button(detail(), /Choose an artifact/).focus();
    await sendKeys({ press: 'Enter' });
    await until(() => focused(picker())?.matches('input[type=radio]'));
    await sendKeys({ press: ' ' });
    await expect(mapper).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    await until(() => editor() && focused(editor())?.matches('input'));
    await type('p. 3, pp. 5–6');
    expect(evidence('d-protocol')!.pointers[0]).to.deep.include({
      artifact: artifact().id,
      file: artifact().file!.id,
      locators: [
        { kind: 'page', page: 3 },
        { kind: 'page', page: 5, to: 6 },
      ],
    });
    await editor().updateComplete;
    expect($(editor(), '.echo').textContent).to.equal('page 3 and pages 5 to 6');
    await expect(mapper).to.be.accessible();
    button(detail(), /^\s*Done/).click();
    await until(() => focused(detail())?.classList.contains('edit'));
    expect([...detail().shadowRoot!.querySelectorAll('.place-chip')].map((chip) => chip.textContent)).to.deep.equal([
      'p. 3',
      'pp. 5–6',
    ]);
    $(detail(), 'textarea').focus();
    await type('Both pages show it.');
    expect(evidence('d-protocol')!.explanation).to.equal('Both pages show it.');
    // Done while it is being written: it stays open under the person's hands.
    await until(() => rowText('d-protocol').includes('Complete'));
    expect(open()).to.deep.equal(['d-protocol']);
    expect(form.store.getState().portfolio.setAside).to.deep.equal([]);
  });

  it('says kindly what it did not understand, and what is not in the file', async () => {
    await openMapper();
    await addFiles(pdf());
    form.store.apply({
      kind: 'artifact-measure',
      artifact: artifact().id,
      file: artifact().file!.id,
      facts: { pages: 8 },
    });
    form.store.apply({
      kind: 'pointer-put',
      evidence: 'e',
      detail: 'd-protocol',
      pointer: { id: 'p', artifact: artifact().id, locators: [] },
    });
    await until(() => $(detail(), '.place-chip.missing'));
    $(detail(), '.place-chip.missing').click();
    await until(() => editor() && focused(editor()));
    await type('somewhere in it');
    await editor().updateComplete;
    expect($(editor(), '.echo').textContent).to.include('not understood');
    expect($(editor(), 'input').getAttribute('aria-invalid')).to.equal('true');
    expect(evidence('d-protocol')!.pointers[0]!.locators).to.deep.equal([]);
    await expect(mapper).to.be.accessible();
    $<HTMLInputElement>(editor(), 'input').select();
    await type('9');
    await until(() => $(editor(), '.echo').textContent === 'The file has 8 pages.');
    await until(() => rowText('d-protocol').includes('Still to do: a place is not in the file'));
  });

  it('offers other kinds of places and more than one', async () => {
    await openMapper();
    await addFiles(pdf());
    form.store.apply({
      kind: 'pointer-put',
      evidence: 'e',
      detail: 'd-protocol',
      pointer: { id: 'p', artifact: artifact().id, locators: [] },
    });
    await until(() => $(detail(), '.place-chip.missing'));
    $(detail(), '.place-chip.missing').click();
    await until(() => editor());
    const select = $<HTMLSelectElement>(editor(), 'select');
    select.value = 'quote';
    select.dispatchEvent(new Event('change'));
    await editor().updateComplete;
    $(editor(), 'input').focus();
    await type('we agreed to try');
    button(editor(), /another place/).click();
    await until(() => focused(editor())?.matches('li:last-child input'));
    await type('4');
    expect(evidence('d-protocol')!.pointers[0]!.locators).to.deep.equal([
      { kind: 'quote', exact: 'we agreed to try' },
      { kind: 'page', page: 4 },
    ]);
    await expect(mapper).to.be.accessible();
    $(editor(), '.remove').click();
    await until(() => editor().shadowRoot!.querySelectorAll('li').length === 1);
    expect(evidence('d-protocol')!.pointers[0]!.locators).to.deep.equal([{ kind: 'page', page: 4 }]);
    expect(focused(editor())).to.equal($(editor(), 'li input'));
  });

  it('shows a place that came from elsewhere while its fields are open', async () => {
    await openMapper();
    await addFiles(pdf());
    const pointer = { id: 'p', artifact: artifact().id, locators: [{ kind: 'page' as const, page: 1 }] };
    form.store.apply({ kind: 'pointer-put', evidence: 'e', detail: 'd-protocol', pointer });
    await until(() => $(detail(), '.edit'));
    $(detail(), '.edit').click();
    await until(() => editor());
    form.store.apply({
      kind: 'pointer-put',
      evidence: 'e',
      detail: 'd-protocol',
      pointer: { ...pointer, locators: [{ kind: 'page', page: 7 }] },
    });
    await until(() => $<HTMLInputElement>(editor(), 'input').value === 'p. 7');
  });

  it('uploads a new artifact from within and goes straight on to where to look; refuses with the reason', async () => {
    await openMapper();
    button(detail(), /Choose an artifact/).click();
    await until(() => picker() && focused(picker())?.classList.contains('upload'));
    const choose = async (file: File) => {
      const data = new DataTransfer();
      data.items.add(file);
      const input = $<HTMLInputElement>(picker(), 'input[type=file]');
      input.files = data.files;
      input.dispatchEvent(new Event('change'));
    };
    await choose(asFile(exeNamedPdf()));
    await until(() => $(picker(), '.not-added'));
    expect($(picker(), '.not-added').textContent).to.include('not what the ending of its name says');
    await choose(pdf('survey.pdf'));
    await until(() => evidence('d-protocol')?.pointers.length === 1);
    expect(evidence('d-protocol')!.pointers[0]!.artifact).to.equal(artifact().id);
    await until(() => editor() && focused(editor())?.matches('input'));
  });

  it('takes a picture as a place by itself', async () => {
    await openMapper();
    await addFiles(new File([makePng(4, 4)], 'board.png'));
    button(detail(), /Choose an artifact/).click();
    await until(() => picker() && focused(picker()));
    await sendKeys({ press: ' ' });
    button(picker(), /Use this artifact/).click();
    await until(() => evidence('d-protocol')?.pointers.length === 1);
    expect(evidence('d-protocol')!.pointers[0]!.locators).to.deep.equal([{ kind: 'whole' }]);
  });

  it('removes with focus on the next card, and undoes', async () => {
    await openMapper();
    await addFiles(pdf('one.pdf'), pdf('two.pdf'));
    for (const at of [0, 1]) {
      form.store.apply({
        kind: 'pointer-put',
        evidence: 'e',
        detail: 'd-protocol',
        pointer: { id: `p${at}`, artifact: artifact(at).id, locators: [{ kind: 'page', page: at + 1 }] },
      });
    }
    await until(() => detail().shadowRoot!.querySelectorAll('.pointer').length === 2);
    button(detail(), /^\s*Remove\s+“one”/).click();
    await until(() => detail().shadowRoot!.querySelectorAll('.pointer').length === 1);
    await until(() => focused(detail())?.textContent?.includes('“two”'));
    expect($(detail(), '.undo').textContent).to.include('“one” no longer stands here');
    button(detail(), /^\s*Remove/).click();
    await until(() => focused(detail())?.classList.contains('add'));
    button(detail(), /^\s*Undo/).click();
    await until(() => evidence('d-protocol')!.pointers.length === 1);
    expect(evidence('d-protocol')!.pointers[0]).to.deep.include({ id: 'p1', locators: [{ kind: 'page', page: 2 }] });
  });

  it('keeps both when the explanation was changed elsewhere while an input method composed', async () => {
    await openMapper();
    form.store.apply({ kind: 'evidence-explain', evidence: 'e', detail: 'd-protocol', text: 'First' });
    await until(() => $<HTMLTextAreaElement>(detail(), 'textarea').value === 'First');
    const area = $<HTMLTextAreaElement>(detail(), 'textarea');
    area.dispatchEvent(new CompositionEvent('compositionstart'));
    area.value = 'First に';
    area.dispatchEvent(new InputEvent('input'));
    form.store.apply({
      kind: 'evidence-explain',
      evidence: 'e',
      detail: 'd-protocol',
      text: 'From elsewhere',
      base: evidence('d-protocol')!.seen!,
    });
    await mapper.updateComplete;
    await detail().updateComplete;
    expect(area.value, 'the composition goes on').to.equal('First に');
    area.value = 'First 日本';
    area.dispatchEvent(new CompositionEvent('compositionend'));
    expect(evidence('d-protocol')!.explanation).to.equal('First 日本');
    const [aside] = form.store.getState().portfolio.setAside;
    expect(aside?.content).to.deep.include({ kind: 'text', text: 'From elsewhere' });
    await until(() => $(mapper, 'mc-set-aside'));
  });

  it('asks for a look after the file was replaced, and believes the answer', async () => {
    await openMapper();
    await addFiles(pdf());
    prove('d-protocol');
    await form.services.replaceFile(artifact().id, pdf('newer.pdf'));
    row('d-protocol').querySelector<HTMLElement>('.foot button')?.click();
    await until(() => $(detail(), '.replaced'));
    await expect(mapper).to.be.accessible();
    button(detail(), /It still does/).click();
    await until(() => !$(detail(), '.replaced'));
    expect(evidence('d-protocol')!.pointers[0]!.file).to.equal(artifact().file!.id);
  });

  it('says so when an artifact was removed', async () => {
    await openMapper();
    await addFiles(pdf());
    prove('d-protocol');
    form.store.apply({ kind: 'artifact-remove', artifact: artifact().id });
    await mapper.updateComplete;
    await detail()?.updateComplete;
    await until(() =>
      (rowText('d-protocol') + (detail()?.shadowRoot?.textContent ?? '')).includes('An artifact that was removed'),
    );
  });

  it('shows the words there are only where the credential counts them', async () => {
    await openMapper();
    expect($(detail(), '#count')).to.equal(null);
    await form.close();
    await openMapper(html`<mc-evidence-mapper></mc-evidence-mapper>`, trust);
    $(detail(), 'textarea').focus();
    await type('Three words here');
    await until(() => $(detail(), '#count').textContent === '3 words · 37 to go');
  });

  it('opens the detail that is asked for, and leads on to the next', async () => {
    await openMapper(
      html`<mc-evidence-mapper part-id=${part} outcome="eo-conflict" current="d-coaches"></mc-evidence-mapper>`,
    );
    await until(() => focused(mapper)?.classList.contains('statement'));
    expect(open()).to.deep.equal(['d-coaches']);
    const asked = oneEvent(mapper, RequirementOpenEvent.type);
    button(mapper, /^\s*Next: 3\.a/).click();
    const event = (await asked) as unknown as RequirementOpenEvent;
    expect(event.subject).to.deep.equal({ kind: 'detail', part, outcome: 'eo-empowering', detail: 'd-delegates' });
    mapper.outcome = 'eo-empowering';
    mapper.current = 'd-credit';
    await mapper.updateComplete;
    expect(open()).to.deep.equal(['d-credit']);
    await until(() => focused(mapper)?.textContent?.includes('3.c'));
    button(mapper, /^\s*Begin/).click();
    await until(() => open()[0] === 'd-delegates' && focused(mapper)?.textContent?.includes('3.a'));
    button(mapper, /^\s*Next: 3\.b/).click();
    await until(() => open()[0] === 'd-develops');
  });

  it('works with an outcome that has no details, and shows all outcomes without one', async () => {
    const credential = generateCredential({ outcomes: 3, detailsPerOutcome: 0 });
    await openMapper(html`<mc-evidence-mapper></mc-evidence-mapper>`, credential);
    expect(mapper.shadowRoot!.querySelectorAll('.detail')).to.have.length(3);
    button(detail(), /Choose an artifact/).click();
    await until(() => picker());
    await expect(mapper).to.be.accessible();
  });

  it('stays light with 500 details: one editor, and a keystroke wakes one detail', async () => {
    await openMapper(
      html`<mc-evidence-mapper></mc-evidence-mapper>`,
      generateCredential({ outcomes: 50, detailsPerOutcome: 10 }),
    );
    expect(mapper.shadowRoot!.querySelectorAll('.detail')).to.have.length(500);
    expect(mapper.shadowRoot!.querySelectorAll('mc-evidence-detail')).to.have.length(1);
    const touched = new Set<Node>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records)
        touched.add((target instanceof Element ? target : target.parentElement)!.closest('.detail')!);
    });
    observer.observe(mapper.shadowRoot!, { subtree: true, childList: true, characterData: true, attributes: true });
    $(detail(), 'textarea').focus();
    await type('x');
    await mapper.updateComplete;
    touched.delete(null as unknown as Node);
    observer.disconnect();
    expect([...touched]).to.deep.equal([$(mapper, '.detail.open')]);
  });

  it('keeps the page when a place becomes an area of it', async () => {
    await openMapper();
    await addFiles(pdf());
    const pointer = { id: 'p', artifact: artifact().id, locators: [{ kind: 'page' as const, page: 3 }] };
    form.store.apply({ kind: 'pointer-put', evidence: 'e', detail: 'd-protocol', pointer });
    await until(() => $(detail(), '.edit'));
    $(detail(), '.edit').click();
    await until(() => editor());
    const select = $<HTMLSelectElement>(editor(), 'select');
    select.value = 'region';
    select.dispatchEvent(new Event('change'));
    await editor().updateComplete;
    for (const [at, side] of ['10', '20', '30', '40'].entries()) {
      editor().shadowRoot!.querySelectorAll<HTMLInputElement>('.box input')[at]!.focus();
      await type(side);
    }
    expect(evidence('d-protocol')!.pointers[0]!.locators).to.deep.equal([
      { kind: 'region', xywh: [10, 20, 30, 40], page: 3 },
    ]);
    await expect(mapper).to.be.accessible();
  });

  it('is read, without a control, while nothing may be changed', async () => {
    await openMapper();
    await addFiles(pdf());
    prove('d-protocol');
    (form.store as LiveStore).set({ blocked: 'newer-version' });
    await mapper.updateComplete;
    expect(rowText('d-protocol')).to.include('Page 3 shows it.');
    expect(mapper.shadowRoot!.querySelector('button, mc-evidence-detail')).to.equal(null);
  });

  it('loses nothing through three reconnections', async () => {
    await openMapper();
    await addFiles(pdf());
    const parent = mapper.parentNode!;
    for (let n = 0; n < 3; n += 1) {
      mapper.remove();
      parent.append(mapper);
    }
    prove('d-coaches');
    await until(() => rowText('d-coaches').includes('p. 3'));
    $(detail(), 'textarea').focus();
    await type('still here');
    expect(evidence('d-protocol')!.explanation).to.equal('still here');
  });
});

describe('mc-evidence-mapper with properties', () => {
  const parsed = parseCredential(generateCredential({ outcomes: 2, detailsPerOutcome: 2 }));
  if (!parsed.ok) throw new Error('generated');
  const credential = parsed.value;
  const portfolio = generatePortfolio(credential, { words: 10, artifacts: 2, pointersPerDetail: 1 });

  it('is read only, and the same whether they come before or after', async () => {
    const before = await fixture<McEvidenceMapper>(
      html`<mc-evidence-mapper .credential=${credential} .portfolio=${portfolio}></mc-evidence-mapper>`,
    );
    const after = await fixture<McEvidenceMapper>(html`<mc-evidence-mapper></mc-evidence-mapper>`);
    expect(after.shadowRoot!.textContent!.trim()).to.equal('');
    after.credential = credential;
    after.portfolio = portfolio;
    await after.updateComplete;
    const words = (mapper: McEvidenceMapper) => mapper.shadowRoot!.textContent!.replace(/\s+/g, ' ');
    expect(words(after)).to.equal(words(before));
    expect(words(before)).to.include(portfolio.evidence[0]!.explanation).and.to.include(portfolio.artifacts[0]!.title);
    expect(before.shadowRoot!.querySelector('button, textarea, mc-evidence-detail')).to.equal(null);
    await expect(before).to.be.accessible();
  });
});
