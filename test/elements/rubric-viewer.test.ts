import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { render } from 'lit';
import { requiredLevel } from '../../src/elements/required-level.js';
import '../../src/elements/rubric-viewer/mc-rubric-viewer.js';
import type { McRubricViewer } from '../../src/elements/rubric-viewer/rubric-viewer.js';
import type { OpenSubject, RequirementOpenEvent } from '../../src/events/requirement-open.js';
import type { Rubric } from '../../src/model/credential.js';
import { parseCredential } from '../../src/model/parse.js';
import perPrompt from '../../demo/credentials/trust-and-collegiality.json' with { type: 'json' };
import { openForm, type OpenForm } from './helpers/form.js';

const rubric: Rubric = {
  levels: [
    { id: 'no', title: 'Not yet', score: 0, meets: false },
    { id: 'yes', title: 'Shown', score: 1, meets: true },
    { id: 'more', title: 'Outstanding', score: 2, meets: true },
  ],
  criteria: ['a', 'b'].map((id) => ({
    id,
    title: `Criterion ${id}`,
    target: { part: id },
    levels: [
      { level: 'no', description: `no ${id}` },
      { level: 'yes', description: `yes ${id}` },
    ],
  })),
  pass: { kind: 'minimum-score', score: 3 },
};

/** Key by key: the driver of WebKit presses the keys of one call together, and loses those that occur twice. */
async function type(words: string): Promise<void> {
  for (const letter of words) await sendKeys({ type: letter });
}

const text = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const radios = (viewer: McRubricViewer) => [
  ...viewer.renderRoot.querySelectorAll<HTMLInputElement>('input[type=radio]'),
];
const radio = (viewer: McRubricViewer, criterion: string, step: number) =>
  viewer.renderRoot.querySelectorAll<HTMLInputElement>(`input[name="level-${criterion}"]`)[step]!;
const why = (viewer: McRubricViewer) => viewer.renderRoot.querySelector('textarea')!;
const named = (viewer: McRubricViewer, input: Element) =>
  input
    .getAttribute('aria-labelledby')!
    .split(' ')
    .map((id) => text(viewer.renderRoot.querySelector(`#${CSS.escape(id)}`)))
    .join(' ');

describe('<mc-rubric-viewer> alone', () => {
  it('renders nothing without a rubric', async () => {
    const viewer = await fixture<McRubricViewer>(html`<mc-rubric-viewer></mc-rubric-viewer>`);
    expect(viewer.renderRoot.querySelector('table')).to.equal(null);
  });

  it('is a table in which the required level is flagged and the pass rule stands in words', async () => {
    const viewer = await fixture<McRubricViewer>(html`<mc-rubric-viewer .rubric=${rubric}></mc-rubric-viewer>`);
    expect([...viewer.renderRoot.querySelectorAll('thead th')].map(text)).to.deep.equal([
      'Criterion',
      'Not yet',
      'Shown required',
      'Outstanding',
    ]);
    expect(text(viewer.renderRoot.querySelector('.pass'))).to.equal('To pass, 3 of 4 points are needed.');
    expect(text(viewer.renderRoot.querySelector('.criterion td:last-child'))).to.contain('Not described');
    await expect(viewer).to.be.accessible();
    viewer.criteria = ['b'];
    await viewer.updateComplete;
    expect([...viewer.renderRoot.querySelectorAll('.criterion th')].map(text)).to.deep.equal(['Criterion b']);
  });

  it('is a grid where there is room and cards where there is not, with the same cells', async () => {
    const host = await fixture<HTMLElement>(html`<div><mc-rubric-viewer .rubric=${rubric}></mc-rubric-viewer></div>`);
    const viewer = host.querySelector('mc-rubric-viewer')!;
    await viewer.updateComplete;
    const cells = () =>
      [...viewer.renderRoot.querySelectorAll('.criterion td')].slice(0, 2).map((cell) => cell.getBoundingClientRect());
    host.style.setProperty('inline-size', '700px');
    expect(cells()[0]!.top, 'beside each other').to.equal(cells()[1]!.top);
    host.style.setProperty('inline-size', '300px');
    expect(cells()[1]!.top, 'under each other').to.be.greaterThan(cells()[0]!.top);
    expect(viewer.scrollWidth).to.be.at.most(300);
    await expect(viewer).to.be.accessible();
  });

  it('takes choices by keyboard, gives back marks, and fires change', async () => {
    const viewer = await fixture<McRubricViewer>(
      html`<mc-rubric-viewer mode="self-assess" .rubric=${rubric}></mc-rubric-viewer>`,
    );
    let changes = 0;
    viewer.addEventListener('change', () => (changes += 1));
    expect(named(viewer, radio(viewer, 'a', 1))).to.equal('Criterion a Shown required yes a');
    radio(viewer, 'a', 0).focus();
    await sendKeys({ press: ' ' });
    await sendKeys({ press: 'ArrowDown' });
    await viewer.updateComplete;
    expect(viewer.marks).to.deep.equal([{ criterion: 'a', level: 'yes', why: undefined }]);
    expect(changes).to.equal(2);
    why(viewer).focus();
    await type('See page 3');
    viewer.remove();
    expect(viewer.marks[0]?.why, 'nothing typed is lost with the element').to.equal('See page 3');
    expect(changes).to.be.at.least(3);
  });

  it('takes marks before and after it is attached', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const viewer = document.createElement('mc-rubric-viewer');
    Object.assign(viewer, { rubric, mode: 'self-assess', marks: [{ criterion: 'b', level: 'yes', why: 'So' }] });
    host.append(viewer);
    await viewer.updateComplete;
    expect(radio(viewer, 'b', 1).checked).to.equal(true);
    expect(why(viewer).value).to.equal('So');
    viewer.marks = [{ criterion: 'b', level: 'no' }];
    await viewer.updateComplete;
    expect(radio(viewer, 'b', 0).checked).to.equal(true);
    expect(why(viewer).value).to.equal('');
  });

  it('reads as always when its mode is not known', async () => {
    const viewer = await fixture<McRubricViewer>(
      html`<mc-rubric-viewer mode="judge" .rubric=${rubric}></mc-rubric-viewer>`,
    );
    expect(radios(viewer).length).to.equal(0);
    expect(viewer.renderRoot.querySelectorAll('.criterion').length).to.equal(2);
  });
});

describe('<mc-rubric-viewer> in a form', () => {
  let form: OpenForm;
  let viewer: McRubricViewer;
  const mine = () => form.store.getState().portfolio.selfAssessments;

  beforeEach(async () => {
    form = await openForm();
    viewer = await form.render<McRubricViewer>(html`<mc-rubric-viewer mode="self-assess"></mc-rubric-viewer>`);
  });
  afterEach(() => form.close());

  it('groups criteria by part and outcome, with their codes', () => {
    expect([...viewer.renderRoot.querySelectorAll('.group')].map(text).slice(0, 3)).to.deep.equal([
      'Part 1 · Overview narrative',
      'Outcome 1 · Interactions and decisions',
      'Outcome 2 · Conflict and problem solving',
    ]);
    expect(text(viewer.renderRoot.querySelectorAll('.criterion th')[1])).to.match(/^1\.a /);
    expect(text(viewer.renderRoot.querySelector('.pass'))).to.equal(
      'To pass, every criterion has to reach “Demonstrated”.',
    );
  });

  it('writes choices and reasons to the portfolio: a reason when typing rests, not at each key', async () => {
    radio(viewer, 'c-protocol', 1).click();
    await viewer.updateComplete;
    expect(mine()).to.deep.equal([{ criterion: 'c-protocol', level: 'developing' }]);
    why(viewer).focus();
    await type('Pages 5');
    expect(why(viewer).value).to.equal('Pages 5');
    await aTimeout(400);
    expect(mine()).to.deep.equal([{ criterion: 'c-protocol', level: 'developing', why: 'Pages 5' }]);
    await type(' and 6');
    why(viewer).blur();
    expect(mine()[0]?.why, 'leaving the field keeps it at once').to.equal('Pages 5 and 6');
    radio(viewer, 'c-protocol', 2).click();
    expect(mine()).to.deep.equal([{ criterion: 'c-protocol', level: 'demonstrated', why: 'Pages 5 and 6' }]);
    const field = why(viewer);
    for (const words of ['P', 'Pa', 'Pag']) {
      field.value = words;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      expect(mine()[0]?.why, 'not while typing goes on').to.equal('Pages 5 and 6');
    }
    await aTimeout(400);
    expect(mine()[0]?.why).to.equal('Pag');
  });

  it('keeps what is still being typed when the page is left', async () => {
    radio(viewer, 'c-protocol', 1).click();
    await viewer.updateComplete;
    why(viewer).focus();
    await type('Last words');
    window.dispatchEvent(new Event('pagehide'));
    expect(mine()[0]?.why).to.equal('Last words');
  });

  it('leads to what is not there yet by the person’s own reading', async () => {
    const subjects: OpenSubject[] = [];
    viewer.addEventListener('mc-requirement-open', (event: RequirementOpenEvent) => subjects.push(event.subject));
    radio(viewer, 'c-coaches', 1).click();
    radio(viewer, 'c-protocol', 2).click();
    await viewer.updateComplete;
    expect(text(viewer.renderRoot.querySelector('.note'))).to.equal(
      'By your own reading, 2.b is not there yet. Open 2.b',
    );
    viewer.renderRoot.querySelector<HTMLButtonElement>('.note .link')!.click();
    expect(subjects).to.deep.equal([
      { kind: 'detail', part: 'part-evidence', outcome: 'eo-conflict', detail: 'd-coaches' },
    ]);
  });

  it('takes a choice back, with focus left in the row', async () => {
    radio(viewer, 'c-protocol', 1).click();
    await viewer.updateComplete;
    const clear = viewer.renderRoot.querySelector<HTMLButtonElement>('.why .link')!;
    clear.focus();
    await sendKeys({ press: 'Enter' });
    await viewer.updateComplete;
    expect(mine().length).to.equal(0);
    expect(radios(viewer).some(({ checked }) => checked)).to.equal(false);
    expect((viewer.renderRoot as ShadowRoot).activeElement).to.equal(radio(viewer, 'c-protocol', 0));
  });

  it('goes on after being moved three times, and is accessible', async () => {
    const parent = viewer.parentElement!;
    for (let at = 0; at < 3; at += 1) {
      viewer.remove();
      parent.append(viewer);
    }
    radio(viewer, 'c-overview', 2).click();
    await viewer.updateComplete;
    expect(mine().length).to.equal(1);
    await expect(viewer).to.be.accessible();
  });
});

describe('the required level', () => {
  it('is the lowest that is enough, in the rubric’s words, whichever way the levels run', () => {
    const parsed = parseCredential(perPrompt);
    if (!parsed.ok) throw new Error('sample');
    const credential = parsed.value;
    const criterion = credential.rubric!.criteria.find(({ target }) => target.detail !== undefined)!;
    const words = criterion.levels.find(({ level }) => level === 'proficient')!.description;
    const downwards = {
      ...credential,
      rubric: { ...credential.rubric!, levels: [...credential.rubric!.levels].reverse() },
    };
    for (const each of [credential, downwards]) {
      const place = document.createElement('div');
      render(requiredLevel(each, { detail: criterion.target.detail! }, 'Required:'), place);
      expect(text(place)).to.equal(`Required: Proficient ${words}`);
    }
    const nowhere = document.createElement('div');
    render(requiredLevel(credential, { detail: 'unknown' }), nowhere);
    expect(text(nowhere)).to.equal('');
  });
});
