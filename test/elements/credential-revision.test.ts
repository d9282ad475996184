import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/credential-revision/mc-credential-revision.js';
import type { McCredentialRevision } from '../../src/elements/credential-revision/credential-revision.js';
import type { AnnounceEvent } from '../../src/events/announce.js';
import type { RequirementOpenEvent } from '../../src/events/requirement-open.js';
import type { Credential } from '../../src/model/credential.js';
import { digestOf } from '../../src/model/digest.js';
import type { LiveStore } from '../../src/state/store.js';
import { credential as original, openFinished } from './helpers/finished-work.js';
import type { OpenForm } from './helpers/form.js';

const words = (node: Element | null | undefined) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** One detail gone, one changed, one new, a longer overview, and the reflection gone. */
function revise(): Credential {
  const [first, ...others] = original.outcomes;
  const [kept, ...rest] = first!.details;
  return {
    ...original,
    version: '1.1.0',
    outcomes: [
      {
        ...first!,
        details: [
          { ...kept!, statement: 'Asks those concerned before deciding' },
          ...rest.slice(1),
          { id: 'd-fresh', code: '1.z', statement: 'Listens first' },
        ],
      },
      ...others,
    ],
    parts: original.parts
      .filter(({ id }) => id !== 'part-reflection')
      .map((part) => (part.kind === 'narrative' ? { ...part, words: { min: 1200 } } : part)),
  };
}

describe('mc-credential-revision', () => {
  let form: OpenForm;
  afterEach(() => form.close());

  async function open(to: Credential | undefined) {
    const offered = to && { credential: to, digest: await digestOf(to) };
    form = await openFinished({ options: { offered } });
    const element = await form.render<McCredentialRevision>(html`<mc-credential-revision></mc-credential-revision>`);
    const root = element.shadowRoot!;
    const button = (label: string) => [...root.querySelectorAll('button')].find((each) => words(each) === label);
    return { element, root, button };
  }

  it('renders nothing where nothing was revised, and outside of a form', async () => {
    const { root } = await open(undefined);
    expect(root.querySelector('*')).to.equal(null);
    const alone = await fixture<McCredentialRevision>(html`<mc-credential-revision></mc-credential-revision>`);
    expect(alone.shadowRoot!.querySelector('*')).to.equal(null);
  });

  it('says what changed and what would lose its place', async () => {
    const { element, root, button } = await open(revise());
    const { version } = original;
    expect(words(root.querySelector('.note p'))).to.contain(
      `The credential was revised: version 1.1.0. You go on with ${version} until you decide.`,
    );
    await expect(element).to.be.accessible();
    button('See what changed')!.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => root.querySelector('.changes'));
    expect(root.querySelector('#see')!.getAttribute('aria-expanded')).to.equal('true');
    const changes = Array.from(root.querySelectorAll('.changes li'), words);
    const [kept, gone] = original.outcomes[0]!.details;
    expect(changes).to.include(`Changed Detail Before ${kept!.statement} Now Asks those concerned before deciding`);
    expect(changes).to.include('New Detail Listens first');
    expect(changes).to.include(`No longer asked Detail ${gone!.statement}`);
    expect(changes).to.include('No longer asked Part Reflection');
    expect(changes).to.include('Changed Number of words Before 1,000 words at least Now 1,200 words at least');
    expect(words(root.querySelector('.comparison .note'))).to.equal(
      'The new version has no place for this work of yours: 1 text and 1 explanation with its proof. Nothing is deleted: it is set aside, where you can read it and copy from it.',
    );
    await expect(element).to.be.accessible();
  });

  it('stays with the present version', async () => {
    const { root, button } = await open(revise());
    button('See what changed')!.click();
    await waitUntil(() => button('Stay with mine for now'));
    button('Stay with mine for now')!.click();
    await waitUntil(() => root.querySelector('.comparison') === null);
    expect(words(root.activeElement)).to.equal('See what changed');
    expect(form.store.getState().credential.version).to.equal(original.version);
  });

  it('goes on with the new version, once, and leads to what was set aside', async () => {
    const { element, root, button } = await open(revise());
    const heard: string[] = [];
    element.addEventListener('mc-announce', (event: AnnounceEvent) => heard.push(event.words));
    let subject: unknown;
    element.addEventListener('mc-requirement-open', (event: RequirementOpenEvent) => (subject = event.subject));
    button('See what changed')!.click();
    await waitUntil(() => button('Go on with the new version'));
    const accept = button('Go on with the new version')!;
    accept.focus();
    await sendKeys({ press: 'Enter' });
    accept.click();
    await waitUntil(() => root.querySelector('#accepted'));
    await waitUntil(() => heard.length === 1);
    expect(root.activeElement?.id).to.equal('accepted');
    expect(heard).to.deep.equal(['You now go on with version 1.1.0.']);
    const { credential, portfolio, revised } = form.store.getState();
    expect([credential.version, portfolio.credential.version, revised]).to.deep.equal(['1.1.0', '1.1.0', undefined]);
    expect(portfolio.setAside.map(({ content }) => content.kind)).to.deep.equal(['narrative', 'evidence']);
    expect((await form.services.restorePoints()).map(({ why }) => why)).to.deep.equal(['before-revision']);
    expect(words(root.querySelector('#accepted'))).to.contain('Set aside: 1 text and 1 explanation with its proof.');
    button('See what was set aside')!.click();
    expect(subject).to.deep.equal({ kind: 'set-aside' });
    await expect(element).to.be.accessible();
  });

  it('says that all work keeps its place where nothing is lost', async () => {
    const { root, button } = await open({ ...original, version: '1.0.1', resources: [] });
    button('See what changed')!.click();
    await waitUntil(() => root.querySelector('.comparison'));
    expect(words(root.querySelector('.comparison'))).to.contain(
      'Nothing of what you are asked to show, write or confirm has changed.',
    );
    expect(words(root.querySelector('.comparison .note'))).to.equal('All your work keeps its place.');
  });

  it('is silent while the work cannot be changed, and the same after being moved about', async () => {
    const { element, root, button } = await open(revise());
    const home = element.parentElement!;
    for (let n = 0; n < 3; n += 1) {
      element.remove();
      home.append(element);
      await element.updateComplete;
    }
    expect(button('See what changed')).not.to.equal(undefined);
    (form.store as LiveStore).set({ stage: 'submitted' });
    await waitUntil(() => root.querySelector('*') === null);
  });
});
