import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/narrative-part/mc-narrative-part.js';
import '../../src/elements/narrative-part/mc-prompt-list.js';
import type { McNarrativeEditor } from '../../src/elements/narrative-editor/narrative-editor.js';
import type { McNarrativePart } from '../../src/elements/narrative-part/narrative-part.js';
import type { McPromptList } from '../../src/elements/narrative-part/prompt-list.js';
import { RequirementOpenEvent } from '../../src/events/requirement-open.js';
import { narrativeAt } from '../../src/model/portfolio.js';
import type { LiveStore } from '../../src/state/store.js';
import trust from '../../demo/credentials/trust-and-collegiality.json' with { type: 'json' };
import { openForm, type OpenForm } from './helpers/form.js';

const text = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const question = 'How do you bring the people whom a decision touches into making it?';

describe('mc-narrative-part', () => {
  let form: OpenForm;
  afterEach(() => form.close());

  async function open(part: string, credential?: unknown) {
    form = await openForm(credential ? { credential } : {});
    const element = await form.render<McNarrativePart>(html`<mc-narrative-part part-id=${part}></mc-narrative-part>`);
    const root = element.shadowRoot!;
    const editors = () => Array.from(root.querySelectorAll<McNarrativeEditor>('mc-narrative-editor'));
    await Promise.all(editors().map((editor) => editor.updateComplete));
    const list = () => root.querySelector<McPromptList>('mc-prompt-list')!;
    return { element, root, editors, list };
  }
  const write = (editor: McNarrativeEditor, words: string) => {
    editor.value = words;
    return editor.updateComplete;
  };

  it('says which part it is and what is asked', async () => {
    const { root, element } = await open('part-overview');
    expect(text(root.querySelector('.kicker'))).to.equal('Part 1 of 3');
    expect(text(root.querySelector('h3'))).to.equal('Overview narrative');
    expect(text(root.querySelector('.instructions'))).to.match(/^Write one text/);
    expect(text(root.querySelector('.lead.figures'))).to.match(/^1,000 words at least\./);
    element.focus();
    expect(root.activeElement).to.equal(root.querySelector('h3'));
    await expect(element).to.be.accessible();
  });

  it('says the task itself where the credential does not', async () => {
    const bare = structuredClone(trust) as unknown as {
      parts: { instructions?: string; layout?: string; words?: unknown }[];
    };
    Object.assign(bare.parts[0]!, { layout: 'single', instructions: undefined, words: { min: 700, max: 900 } });
    delete bare.parts[0]!.instructions;
    const { root } = await open('part-overview', bare);
    const { saving } = form.store.getState();
    (form.store as LiveStore).set({ saving: { ...saving, place: 'device' } });
    await waitUntil(() => text(root.querySelector('.lead')).includes('kept'));
    expect(text(root.querySelector('.lead'))).to.equal(
      'One narrative that answers all four questions, 700 words at least, 900 words at most. Your words are kept as you type.',
    );
    (form.store as LiveStore).set({ saving: { ...saving, place: 'memory' } });
    await waitUntil(() => !text(root.querySelector('.lead')).includes('kept'), 'said what is not true');
  });

  it('inserts a question as a heading and counts the words under it', async () => {
    const { editors, list } = await open('part-overview');
    const [editor] = editors();
    const root = list().shadowRoot!;
    const buttons = () => Array.from(root.querySelectorAll<HTMLButtonElement>('button'));
    expect(buttons()).to.have.length(5);
    expect(text(root.querySelector('.hint'))).to.contain('not required');
    buttons()[0]!.click();
    expect(editor!.value).to.equal(`${question}\n\n`);
    expect(editor!.shadowRoot!.activeElement?.localName).to.equal('textarea');
    await sendKeys({ type: 'Two' });
    await sendKeys({ type: ' more' });
    await list().updateComplete;
    expect(buttons()).to.have.length(4);
    expect(text(root.querySelector('li .small'))).to.equal('2 words so far');
    await write(editor!, `${editor!.value} ${'word '.repeat(60)}`);
    await list().updateComplete;
    expect(text(root.querySelector('li .small'))).to.equal('62 words');
    expect(text(root.querySelector('li .only-heard'))).to.equal('(answered)');
    await expect(list()).to.be.accessible();
  });

  it('wakes the list by a word and not by a letter', async () => {
    const { editors, list } = await open('part-overview');
    await write(editors()[0]!, `${question}\n\nOne tw`);
    await list().updateComplete;
    let renderings = 0;
    const original = list().requestUpdate.bind(list());
    list().requestUpdate = (...args) => {
      renderings += 1;
      original(...args);
    };
    await write(editors()[0]!, `${question}\n\nOne two`);
    await write(editors()[0]!, `${question}\n\nOne twos`);
    expect(renderings).to.equal(0);
    await write(editors()[0]!, `${question}\n\nOne twos x`);
    expect(renderings).to.equal(1);
  });

  it('opens the questions above the text when narrow, and shows them beside it when wide', async () => {
    const { element, root, list, editors } = await open('part-overview');
    const seen = () => list().getBoundingClientRect().height > 0;
    const toggle = root.querySelector<HTMLButtonElement>('.toggle')!;
    element.parentElement!.style.inlineSize = '400px';
    expect(seen()).to.equal(false);
    expect(text(toggle)).to.equal('5 questions');
    await write(editors()[0]!, `${question}\n\n${'word '.repeat(60)}`);
    await element.updateComplete;
    expect(text(toggle)).to.equal('5 questions, 1 answered');
    toggle.focus();
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(seen()).to.equal(true);
    expect(toggle.getAttribute('aria-expanded')).to.equal('true');
    await expect(element).to.be.accessible();
    element.parentElement!.style.inlineSize = '1000px';
    expect(toggle.getBoundingClientRect().height).to.equal(0);
    expect(seen()).to.equal(true);
    expect(list().getBoundingClientRect().left).to.be.greaterThan(editors()[0]!.getBoundingClientRect().right);
    element.style.setProperty('--mc-narrative-part-questions', 'none');
    expect(seen()).to.equal(false);
    element.parentElement!.removeAttribute('style');
  });

  it('gives each prompt a text of its own where the part says so', async () => {
    const { element, root, editors } = await open('part-overview', trust);
    expect(editors()).to.have.length(4);
    expect(Array.from(root.querySelectorAll('h4.question'), text)[0]).to.match(/^Who are the colleagues/);
    expect(text(root.querySelector('.may li'))).to.match(/^It can help/);
    await write(editors()[1]!, 'Only here');
    const { portfolio } = form.store.getState();
    expect(narrativeAt(portfolio, { part: 'part-overview', prompt: 'q-relationships' })).to.not.equal(undefined);
    expect(portfolio.narratives).to.have.length(1);
    element.focusText('q-process');
    expect(root.activeElement).to.equal(editors()[3]);
    await expect(element).to.be.accessible();
  });

  it('leads to the text of a prompt from the list', async () => {
    form = await openForm({ credential: trust });
    const list = await form.render<McPromptList>(html`<mc-prompt-list part-id="part-overview"></mc-prompt-list>`);
    const opened = oneEvent(list, RequirementOpenEvent.type);
    list.shadowRoot!.querySelectorAll('button')[2]!.click();
    const event = (await opened) as unknown as RequirementOpenEvent;
    expect(event.subject).to.deep.equal({ kind: 'narrative', part: 'part-overview', prompt: 'q-conversation' });
    expect(text(list.shadowRoot!.querySelector('.may'))).to.match(/^It can help/);
  });

  it('asks for the text where no editor of it is open', async () => {
    form = await openForm();
    const list = await form.render<McPromptList>(html`<mc-prompt-list part-id="part-overview"></mc-prompt-list>`);
    const opened = oneEvent(list, RequirementOpenEvent.type);
    list.shadowRoot!.querySelector('button')!.click();
    expect(((await opened) as unknown as RequirementOpenEvent).subject).to.include({
      kind: 'narrative',
      part: 'part-overview',
    });
  });

  it('brings two versions to the person when there are some', async () => {
    const { root, editors } = await open('part-overview');
    await write(editors()[0]!, 'A paragraph of mine');
    const { id } = narrativeAt(form.store.getState().portfolio, { part: 'part-overview' })!.text.content[0]!;
    expect(root.querySelector('mc-set-aside')).to.equal(null);
    form.store.apply({
      kind: 'narrative',
      part: 'part-overview',
      remove: [],
      base: { [id]: 'older' },
      put: [{ block: { type: 'paragraph', id, content: [{ type: 'text', text: 'A paragraph from elsewhere' }] } }],
    });
    await waitUntil(() => root.querySelector('mc-set-aside')?.shadowRoot?.querySelectorAll('.version').length === 2);
    expect(editors()[0]!.value).to.equal('A paragraph from elsewhere');
  });

  it('offers nothing to insert once the work is handed in', async () => {
    const { list } = await open('part-overview');
    (form.store as LiveStore).set({ stage: 'handed-over' });
    await list().updateComplete;
    expect(list().shadowRoot!.querySelector('button')).to.equal(null);
  });

  it('renders nothing outside of a form', async () => {
    form = await openForm();
    const alone = await fixture<McNarrativePart>(html`<mc-narrative-part part-id="part-overview"></mc-narrative-part>`);
    expect(text(alone.shadowRoot!.querySelector('div'))).to.equal('');
    const list = await fixture<McPromptList>(html`<mc-prompt-list part-id="part-overview"></mc-prompt-list>`);
    expect(list.shadowRoot!.querySelector('ul')).to.equal(null);
  });
});
