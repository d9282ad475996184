import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/elements/portfolio/mc-portfolio.js';
import '../../src/elements/rubric-viewer/mc-rubric-viewer.js';
import type { McFormFrame } from '../../src/elements/form-frame/form-frame.js';
import type { McPortfolio } from '../../src/elements/portfolio/portfolio.js';
import type { McRubricViewer } from '../../src/elements/rubric-viewer/rubric-viewer.js';
import type { OpenSubject } from '../../src/events/requirement-open.js';
import { pseudoLanguage, usePseudoLanguage } from '../../src/locales/pseudo.js';
import type { Portfolio } from '../../src/model/portfolio.js';
import { createMemoryStorage } from '../../src/storage/memory.js';
import { keepDraft } from '../fixtures/live-form.js';
import { affiliate, credential, finishedPortfolio } from './helpers/finished-work.js';

usePseudoLanguage();

const evidence = credential.parts.find((part) => part.kind === 'evidence')!;
const narrative = credential.parts.find((part) => part.kind === 'narrative')!;
const [outcome] = credential.outcomes;
const places: OpenSubject[] = [
  { kind: 'start' },
  { kind: 'narrative', part: narrative.id },
  { kind: 'artifacts', part: evidence.id },
  { kind: 'outcome', part: evidence.id, outcome: outcome!.id },
  { kind: 'detail', part: evidence.id, outcome: outcome!.id, detail: outcome!.details[0]!.id },
  { kind: 'self-assessment' },
  { kind: 'finish' },
];

/** A form with finished work, open in a language. `lang` of the tag unless `around` is given. */
async function open({
  lang,
  around,
  width = 1200,
  portfolio = finishedPortfolio(),
}: {
  lang?: string;
  around?: string;
  width?: number;
  portfolio?: Portfolio;
}) {
  const storage = createMemoryStorage();
  await keepDraft(storage, { credential, portfolio, hostKey: 'ours' });
  const wrap = await fixture<HTMLElement>(html`<div style="inline-size: ${width}px">
    <mc-portfolio draft="ours" .credential=${credential} .affiliate=${affiliate} .storage=${storage}></mc-portfolio>
  </div>`);
  if (around) wrap.lang = around;
  const form = wrap.querySelector('mc-portfolio')!;
  if (lang) form.lang = lang;
  await waitUntil(() => frameOf(form)?.shadowRoot?.querySelector('.frame'), 'the form opens', { timeout: 5000 });
  return { wrap, form };
}

const frameOf = (form: McPortfolio) => form.renderRoot.querySelector<McFormFrame>('mc-form-frame');
const chrome = (form: McPortfolio) => form.renderRoot.querySelector<HTMLElement>('div[lang]')!;

/** All that is read or heard inside an element, shadow roots included, but for what the person types. */
function* said(root: ParentNode | Node): Generator<string> {
  for (const node of root.childNodes) {
    if (node instanceof Text) yield node.data;
    if (!(node instanceof HTMLElement) || node.localName === 'style') continue;
    for (const name of ['aria-label', 'aria-description', 'placeholder', 'title', 'alt'])
      yield node.getAttribute(name) ?? '';
    if (node.shadowRoot) yield* said(node.shadowRoot);
    if (!node.matches('textarea, .mirror')) yield* said(node);
  }
}

const everything = (form: McPortfolio) =>
  [...said(form.renderRoot)].map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean);
const says = (form: McPortfolio, words: string) => everything(form).some((text) => text.includes(words));

/** What of a text is not in the pseudo-language: what is outside of its brackets, which may stand in one another. */
function outside(text: string): string {
  const rest = text.replace(/\[[^[\]]*\]/g, ' ');
  return rest === text ? rest.trim() : outside(rest);
}

describe('the language of a form', () => {
  it('is that of its tag, in Spanish with lang and direction of its own words', async () => {
    const { form } = await open({ lang: 'es' });
    await waitUntil(() => says(form, 'Guardar una copia'), 'it speaks Spanish');
    expect(chrome(form).lang).to.equal('es-US');
    expect(chrome(form).dir).to.equal('ltr');
    for (const english of ['Save a copy', 'Rubric', 'Artifacts', 'Self-assessment', 'Check and hand in']) {
      // Each area's words arrive by themselves.
      await waitUntil(() => !everything(form).includes(english), `"${english}" is not said any more`);
    }
  });

  it('is that of the place it stands in, and follows both while it is open', async () => {
    const { wrap, form } = await open({ around: 'es' });
    await waitUntil(() => says(form, 'Guardar una copia'));
    wrap.lang = 'en';
    await waitUntil(() => says(form, 'Save a copy') && !says(form, 'Guardar'), 'the place around it changed');
    expect(chrome(form).lang).to.equal('en');
    form.lang = 'es-MX';
    await waitUntil(() => says(form, 'Guardar una copia') && !says(form, 'Save a copy'), 'its own lang changed');
    expect(chrome(form).lang).to.equal('es-MX');
    wrap.lang = 'fr';
    await form.updateComplete;
    expect(chrome(form).lang).to.equal('es-MX');
    form.removeAttribute('lang');
    await waitUntil(() => says(form, 'Save a copy'), 'French is not spoken, so English is');
    expect(chrome(form).lang).to.equal('en');
  });

  it('keeps the place and the work while it changes', async () => {
    const { form } = await open({ lang: 'en' });
    const frame = frameOf(form)!;
    frame.open({ kind: 'narrative', part: narrative.id });
    await waitUntil(
      () => frame.renderRoot.querySelector('mc-narrative-part')?.shadowRoot?.querySelector('mc-narrative-editor'),
      'the part comes',
      { timeout: 5000 },
    );
    const before = form.portfolio;
    form.lang = 'es';
    await waitUntil(() => says(form, 'Guardar una copia'));
    expect(frameOf(form)).to.equal(frame);
    expect(frame.renderRoot.querySelector('mc-narrative-part')).not.to.equal(null);
    expect(form.portfolio).to.equal(before);
  });

  it('is followed when the form is moved, and by nothing once it is gone', async () => {
    const { wrap, form } = await open({ lang: undefined, around: 'es' });
    await waitUntil(() => says(form, 'Guardar una copia'));
    const elsewhere = await fixture<HTMLElement>(html`<div lang="en" style="inline-size: 1200px"></div>`);
    elsewhere.append(form);
    await waitUntil(() => says(form, 'Save a copy'), 'the new place speaks English');
    wrap.lang = 'ar';
    await form.updateComplete;
    expect(chrome(form).dir).to.equal('ltr');
    form.remove();
    let updates = 0;
    form.requestUpdate = () => void updates++;
    elsewhere.lang = 'es';
    await Promise.resolve();
    expect(updates).to.equal(0);
  });

  it('is another in each of two forms on a page', async () => {
    const [one, two] = await Promise.all([open({ lang: 'es' }), open({ lang: 'en' })]);
    await waitUntil(() => says(one.form, 'Guardar una copia') && says(two.form, 'Save a copy'));
    one.form.lang = pseudoLanguage;
    await waitUntil(() => says(one.form, '[Šåṽé å çöþý'));
    expect(says(two.form, 'Save a copy')).to.equal(true);
    expect(says(two.form, '[')).to.equal(false);
  });

  it('written from right to left turns the form round, with English words that say so', async () => {
    const { form } = await open({ lang: 'ar' });
    expect(chrome(form).dir).to.equal('rtl');
    expect(chrome(form).lang).to.equal('en');
    expect(getComputedStyle(frameOf(form)!).direction).to.equal('rtl');
    const frame = frameOf(form)!.renderRoot;
    const rail = frame.querySelector('.rail')!.getBoundingClientRect();
    expect(rail.left).to.be.greaterThan(frame.querySelector('.place')!.getBoundingClientRect().left);
    form.lang = 'en';
    await waitUntil(() => getComputedStyle(frameOf(form)!).direction === 'ltr');
    form.dir = 'rtl';
    await waitUntil(() => getComputedStyle(frameOf(form)!).direction === 'rtl', 'a dir on the tag stands');
  });

  it('an invalid tag is passed over', async () => {
    const { form } = await open({ lang: 'en-a', around: 'es' });
    await waitUntil(() => says(form, 'Guardar una copia'));
  });

  /** Every element of a form, through shadow roots. */
  function* elements(root: ParentNode): Generator<HTMLElement> {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      yield element;
      if (element.shadowRoot) yield* elements(element.shadowRoot);
    }
  }

  for (const width of [320, 720, 1200]) {
    it(`may have words twice as long in ${width} px, and nothing sticks out`, async function () {
      this.timeout(30_000);
      const { wrap, form } = await open({
        lang: pseudoLanguage,
        width,
        portfolio: { ...finishedPortfolio(), attestations: [] },
      });
      const frame = frameOf(form)!;
      for (const place of places) {
        frame.open(place);
        await new Promise((resolve) => setTimeout(resolve, 400));
        const edge = wrap.getBoundingClientRect().right + 1;
        const out = [...elements(form.renderRoot as ShadowRoot)]
          .filter((element) => element.checkVisibility() && !element.closest('.only-heard, table, dialog'))
          .filter((element) => element.getBoundingClientRect().right > edge)
          .map(
            (element) =>
              `${((element.getRootNode() as ShadowRoot).host as Element).localName} ${element.localName}.${element.className}`,
          );
        expect([...new Set(out)], JSON.stringify(place)).to.deep.equal([]);
      }
    });
  }

  it('changes every word of every place at once', async function () {
    this.timeout(30_000);
    const theirs = JSON.stringify([credential, affiliate, finishedPortfolio()]).replace(/\\"/g, '"');
    const { form } = await open({ lang: 'en', portfolio: { ...finishedPortfolio(), attestations: [] } });
    const frame = frameOf(form)!;
    for (const place of places) {
      form.lang = 'en';
      frame.open(place);
      await waitUntil(() => says(form, 'Save a copy'));
      await new Promise((resolve) => setTimeout(resolve, 400));
      form.lang = pseudoLanguage;
      await waitUntil(() => says(form, '[Šåṽé å çöþý'));
      await new Promise((resolve) => setTimeout(resolve, 100));
      const left = everything(form)
        .flatMap((text) => outside(text).split(/\s*·\s*/))
        .filter((text) => !/^([\d.,]+ (bytes?|kB|MB)|pp?\. [\divxl]+ .*|[A-Z][a-z]{2} \d+, \d{4}, .*)$/.test(text))
        // A sentence that is cut into several nodes keeps its accents where it lost its brackets.
        .filter(
          (text) =>
            /(^|\s)[A-Za-z]{2,}(?![^\s.,:;])/.test(text) &&
            !theirs.includes(text.replace(/^([A-Z]{2,4}|[\d.a-z]+) /, '')),
        );
      expect([...new Set(left)], JSON.stringify(place)).to.deep.equal([]);
    }
  });
});

describe('the languages in a form', () => {
  /** Texts with the language that a screen reader reads them in. */
  function* voiced(root: ParentNode | Node, voice: string): Generator<{ text: string; voice: string; at: string }> {
    for (const node of root.childNodes) {
      if (node instanceof Text) yield { text: node.data.replace(/\s+/g, ' ').trim(), voice, at: placeOf(node) };
      if (!(node instanceof HTMLElement) || node.localName === 'style') continue;
      const own = node.lang || voice;
      if (node.shadowRoot) yield* voiced(node.shadowRoot, own);
      yield* voiced(node, own);
    }
  }
  const placeOf = (node: Node) =>
    `${((node.getRootNode() as ShadowRoot).host as Element | undefined)?.localName} ${node.parentElement?.localName}.${node.parentElement?.className}`;

  /** Every sentence of the credential. */
  function* sentences(value: unknown): Generator<string> {
    if (typeof value === 'string' && value.trim().includes(' ')) yield value.replace(/\s+/g, ' ').trim();
    else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) yield* sentences(one);
  }

  it('are told apart: the credential’s own words, and those of the form', async function () {
    this.timeout(30_000);
    const theirs = new Set(sentences(credential));
    const { form } = await open({ lang: pseudoLanguage });
    const frame = frameOf(form)!;
    for (const place of places) {
      frame.open(place);
      await new Promise((resolve) => setTimeout(resolve, 500));
      const wrong = [...voiced(form.renderRoot, 'none')].flatMap(({ text, voice, at }) => {
        const right = theirs.has(text) ? credential.language : text.startsWith('[') ? pseudoLanguage : voice;
        return voice === right ? [] : [`${at}: "${text}" in ${voice}`];
      });
      expect([...new Set(wrong)], JSON.stringify(place)).to.deep.equal([]);
    }
  });
});

describe('the language of an element that stands alone', () => {
  const text = (element: McRubricViewer) => element.renderRoot.textContent ?? '';

  it('is that of its place, through shadow roots, and follows it', async () => {
    const host = await fixture<HTMLElement>(html`<section lang="es"></section>`);
    const root = host.attachShadow({ mode: 'open' });
    const viewer = document.createElement('mc-rubric-viewer');
    viewer.rubric = credential.rubric;
    root.append(viewer);
    await waitUntil(() => text(viewer).includes('Criterio'), 'Spanish by its place');
    host.lang = 'en';
    await waitUntil(() => text(viewer).includes('Criterion'), 'the place changed');
    viewer.lang = 'es';
    await waitUntil(() => text(viewer).includes('Criterio') && !text(viewer).includes('Criterion'), 'its own changed');
  });

  it('is the form’s while it stands in one, and its place’s again outside', async () => {
    const { form } = await open({ lang: 'es' });
    const viewer = document.createElement('mc-rubric-viewer');
    viewer.rubric = credential.rubric;
    viewer.lang = 'en';
    form.append(viewer);
    await waitUntil(() => text(viewer).includes('Criterio') && !text(viewer).includes('Criterion'), 'the form’s');
    document.body.append(viewer);
    await waitUntil(() => text(viewer).includes('Criterion'), 'its own');
    viewer.remove();
  });
});
