import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/requirement-checklist/mc-requirement-checklist.js';
import type { McRequirementChecklist } from '../../src/elements/requirement-checklist/requirement-checklist.js';
import type { OpenSubject, RequirementOpenEvent } from '../../src/events/requirement-open.js';
import { evaluate } from '../../src/model/evaluate.js';
import { parseCredential } from '../../src/model/parse.js';
import { emptyPortfolio } from '../../src/model/portfolio.js';
import perPrompt from '../../demo/credentials/trust-and-collegiality.json' with { type: 'json' };
import { generateCredential, generatePortfolio } from '../fixtures/generate.js';
import { openForm, type OpenForm } from './helpers/form.js';

const rows = (list: McRequirementChecklist) => [...list.renderRoot.querySelectorAll<HTMLButtonElement>('button.row')];
const text = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const row = (list: McRequirementChecklist, name: string) => rows(list).find((button) => text(button).includes(name))!;
const line = (list: McRequirementChecklist, name: string) => text(row(list, name).querySelector('.line'));
const stateOf = (list: McRequirementChecklist, name: string) => text(row(list, name).querySelector('.only-heard'));

const write = (form: OpenForm, words: number) =>
  form.store.apply({
    kind: 'narrative',
    part: 'part-overview',
    put: [
      {
        block: { type: 'paragraph', id: 'b1', content: [{ type: 'text', text: 'word '.repeat(words).trim() }] },
        after: null,
      },
    ],
    remove: [],
    base: form.store.getState().portfolio.narratives[0]?.seen ?? {},
  });

describe('<mc-requirement-checklist>', () => {
  let form: OpenForm;
  let list: McRequirementChecklist;

  beforeEach(async () => {
    form = await openForm();
    list = await form.render<McRequirementChecklist>(html`<mc-requirement-checklist></mc-requirement-checklist>`);
  });
  afterEach(() => form.close());

  it('lists what is asked by part, outcome by outcome, from beginning to end', () => {
    expect(rows(list).map((button) => text(button.querySelector('.name')))).to.deep.equal([
      'What is asked',
      'Overview narrative',
      'Artifacts',
      '1 Interactions and decisions',
      '2 Conflict and problem solving',
      '3 Empowering leaders',
      '4 Monitoring own growth',
      '5 Growth plan',
      'Reflection',
      'Self-assessment',
      'Check and hand in',
    ]);
    expect([...list.renderRoot.querySelectorAll('h3')].map(text)).to.deep.equal([
      'Part 1 · Overview',
      'Part 2 · Artifacts and self-analysis',
      'Part 3 · Reflection',
      'Finish',
    ]);
    expect(text(list.renderRoot.querySelector('.summary'))).to.equal('0 of 14 details0 of 2 texts');
  });

  it('says in plain words how far a text is', async () => {
    expect(line(list, 'Overview narrative')).to.equal('1,000 words at least');
    expect(stateOf(list, 'Overview narrative')).to.equal('(not begun)');
    write(form, 106);
    await list.updateComplete;
    expect(line(list, 'Overview narrative')).to.equal('106 of 1,000 words');
    expect(stateOf(list, 'Overview narrative')).to.equal('(begun)');
    write(form, 1000);
    await list.updateComplete;
    expect(stateOf(list, 'Overview narrative')).to.equal('(complete)');
    expect(text(list.renderRoot.querySelector('.summary'))).to.contain('1 of 2 texts');
  });

  it('names the first thing that is missing in an outcome that was begun', async () => {
    expect(line(list, '2 Conflict')).to.equal('0 of 2 details');
    const artifact = form.services.addLink('part-evidence', 'https://example.org/film', 'Film');
    expect(artifact?.code, 'links are refused by this credential').to.equal('artifact.kind-refused');
    await form.services.addFiles('part-evidence', [new File(['agenda\n'], 'agenda.txt', { type: 'text/plain' })]);
    const [added] = form.store.getState().portfolio.artifacts;
    form.store.apply(
      { kind: 'evidence-explain', evidence: 'e1', detail: 'd-protocol', text: 'It shows the protocol.' },
      {
        kind: 'pointer-put',
        evidence: 'e1',
        detail: 'd-protocol',
        pointer: { id: 'p1', artifact: added!.id, locators: [] },
      },
    );
    await list.updateComplete;
    expect(line(list, '2 Conflict')).to.equal('0 of 2 details · choose where to look');
    expect(stateOf(list, '2 Conflict')).to.equal('(begun)');
    expect(line(list, 'Artifacts')).to.match(/^1 artifact/);
  });

  it('says at the end what is still needed about the person and to confirm', async () => {
    expect(line(list, 'Check and hand in')).to.equal('2 fields about you · 4 to confirm');
    form.services.setApplicant({ name: 'A. Person', email: 'a@example.org' });
    form.store.apply({ kind: 'attestation-sign', attestation: 'own-work', signed: true });
    await list.updateComplete;
    expect(line(list, 'Check and hand in')).to.equal('3 to confirm');
    expect(stateOf(list, 'Check and hand in')).to.equal('(begun)');
  });

  it('leads to each row by keyboard, in words of the model', async () => {
    const subjects: OpenSubject[] = [];
    list.addEventListener('mc-requirement-open', (event: RequirementOpenEvent) => subjects.push(event.subject));
    rows(list)[0]!.focus();
    for (let at = 0; at < rows(list).length; at += 1) {
      await sendKeys({ press: 'Enter' });
      if (at + 1 < rows(list).length) rows(list)[at + 1]!.focus();
    }
    expect(subjects.map(({ kind }) => kind)).to.deep.equal([
      'start',
      'narrative',
      'artifacts',
      'outcome',
      'outcome',
      'outcome',
      'outcome',
      'outcome',
      'narrative',
      'self-assessment',
      'finish',
    ]);
    expect(subjects[4]).to.deep.equal({ kind: 'outcome', part: 'part-evidence', outcome: 'eo-conflict' });
  });

  it('marks where the person is, by requirement, outcome, part, or end', async () => {
    const currentNames = async (current: string) => {
      list.current = current;
      await list.updateComplete;
      return rows(list)
        .filter((button) => button.getAttribute('aria-current') === 'true')
        .map((button) => text(button.querySelector('.name')));
    };
    expect(await currentNames('start')).to.deep.equal(['What is asked']);
    expect(await currentNames('detail/part-evidence/d-coaches')).to.deep.equal(['2 Conflict and problem solving']);
    expect(await currentNames('outcome/part-evidence/eo-plan')).to.deep.equal(['5 Growth plan']);
    expect(await currentNames('part-evidence')).to.deep.equal(['Artifacts']);
    expect(await currentNames('part-reflection')).to.deep.equal(['Reflection']);
    expect(await currentNames('attestation/ready')).to.deep.equal(['Check and hand in']);
    expect(await currentNames('nowhere')).to.deep.equal([]);
  });

  it('touches one row and no other when one text changes', async () => {
    write(form, 10);
    await list.updateComplete;
    const touched = new Set<Element | null>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records)
        touched.add((target instanceof Element ? target : target.parentElement)!.closest('button, .summary'));
    });
    observer.observe(list.renderRoot, { subtree: true, childList: true, characterData: true, attributes: true });
    write(form, 11);
    await list.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    observer.disconnect();
    expect([...touched]).to.deep.equal([row(list, 'Overview narrative')]);
    expect(line(list, 'Overview narrative')).to.equal('11 of 1,000 words');
  });

  it('goes on after being moved three times', async () => {
    const parent = list.parentElement!;
    for (let at = 0; at < 3; at += 1) {
      list.remove();
      parent.append(list);
    }
    write(form, 106);
    await list.updateComplete;
    expect(line(list, 'Overview narrative')).to.equal('106 of 1,000 words');
    expect(rows(list).length).to.equal(11);
  });

  it('is accessible, and its name and groups are told', async () => {
    list.current = 'part-overview';
    await list.updateComplete;
    await expect(list).to.be.accessible();
    expect(list.renderRoot.querySelector('nav')!.getAttribute('aria-label')).to.contain('What is asked');
    for (const group of list.renderRoot.querySelectorAll('ul[aria-labelledby]')) {
      expect(list.renderRoot.querySelector(`#${group.getAttribute('aria-labelledby')}`)).to.not.equal(null);
    }
  });
});

describe('<mc-requirement-checklist> alone', () => {
  const parsed = parseCredential(perPrompt);
  if (!parsed.ok) throw new Error('sample');
  const credential = parsed.value;
  const pin = { id: credential.id, version: credential.version, digest: 'a'.repeat(64) };

  it('renders nothing without anything to show', async () => {
    const list = await fixture<McRequirementChecklist>(html`<mc-requirement-checklist></mc-requirement-checklist>`);
    expect(rows(list).length).to.equal(0);
  });

  it('shows a report the same, set before or after it is attached', async () => {
    const report = { credential, requirements: evaluate(credential, emptyPortfolio('p', pin)) };
    const before = document.createElement('mc-requirement-checklist');
    before.report = report;
    const host = await fixture<HTMLElement>(html`<div></div>`);
    host.append(before);
    const after = document.createElement('mc-requirement-checklist');
    host.append(after);
    await after.updateComplete;
    after.report = report;
    await Promise.all([before.updateComplete, after.updateComplete]);
    expect(rows(before).map(text)).to.deep.equal(rows(after).map(text));
    expect(text(rows(before)[0]))
      .to.contain('Who are the colleagues you work with')
      .and.contain('150 words at least');
    expect(text(row(before, '4 Better for students'))).to.contain('not begun');
  });

  it('keeps one row for an outcome, however many details there are', async () => {
    const large = parseCredential(generateCredential({ outcomes: 50, detailsPerOutcome: 10 }));
    if (!large.ok) throw new Error(JSON.stringify(large.faults[0]));
    const portfolio = generatePortfolio(large.value, { words: 20, artifacts: 2, pointersPerDetail: 1 });
    const report = { credential: large.value, requirements: evaluate(large.value, portfolio) };
    const list = await fixture<McRequirementChecklist>(
      html`<mc-requirement-checklist .report=${report}></mc-requirement-checklist>`,
    );
    const outcomes = rows(list).filter((button) => /of .* details?/.test(text(button)));
    expect(outcomes.length).to.equal(large.value.outcomes.length);
  });
});
