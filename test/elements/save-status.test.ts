import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/save-status/mc-save-status.js';
import type { McSaveStatus } from '../../src/elements/save-status/save-status.js';
import { whereKept } from '../../src/elements/save-status/where-kept.js';
import type { AnnounceEvent } from '../../src/events/announce.js';
import { ServiceProblem, StorageProblem, type DraftStorage, type PortfolioService } from '../../src/state/ports.js';
import { createMemoryStorage } from '../../src/storage/memory.js';
import { openForm, type OpenForm } from './helpers/form.js';

/** A disk that works, or is full for as long as `full` is set. */
function device(): { storage: DraftStorage; disk: { full: boolean } } {
  const memory = createMemoryStorage();
  const disk = { full: false };
  const open = (id: string) => {
    const draft = memory.open(id);
    const append = draft.append.bind(draft);
    draft.append = async (changes) => {
      if (disk.full) throw new StorageProblem('full');
      return append(changes);
    };
    return draft;
  };
  return { disk, storage: Object.assign(Object.create(memory) as DraftStorage, { kind: 'device', open }) };
}

/** A receiver that takes everything, or fails as it is told. */
function receiver(): { service: PortfolioService; line: { problem?: ServiceProblem } } {
  const line: { problem?: ServiceProblem } = {};
  let revision = 0;
  const answer = async () => {
    if (line.problem) throw line.problem;
    return { revision: revision++ };
  };
  const never = async () => Promise.reject(new Error('not asked'));
  return { line, service: { create: answer, send: answer, read: never, submit: never } };
}

const text = (status: McSaveStatus) =>
  status.renderRoot.querySelector('#status')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const tone = (status: McSaveStatus) =>
  status.renderRoot.querySelector('#status')!.className.replace('status', '').trim();
const panel = (status: McSaveStatus) => status.renderRoot.querySelector<HTMLElement>('#where')!;
const sign = (form: OpenForm, signed = true) =>
  form.store.apply({ kind: 'attestation-sign', attestation: 'own-work', signed });

describe('<mc-save-status>', () => {
  let form: OpenForm | undefined;
  afterEach(async () => {
    await form?.close();
    form = undefined;
  });
  async function open(options: Parameters<typeof openForm>[0] = {}) {
    form = await openForm(options);
    const status = await form.render<McSaveStatus>(html`<mc-save-status></mc-save-status>`);
    return { form, status };
  }

  it('renders nothing outside of a form', async () => {
    const status = await fixture<McSaveStatus>(html`<mc-save-status></mc-save-status>`);
    expect(text(status)).to.equal('');
  });

  it('says that only this page has the work where the browser keeps nothing', async () => {
    const { status } = await open();
    expect(text(status)).to.equal('Where your work is: Only in this page · no copy yet');
    expect(tone(status)).to.equal('bad');
    status.renderRoot.querySelector<HTMLButtonElement>('#status')!.click();
    await status.updateComplete;
    expect(panel(status).textContent).to.contain('keeps nothing');
  });

  it('says that only this device has the work, and how old the last copy is', async () => {
    const { form, status } = await open({ storage: device().storage });
    expect(text(status)).to.contain('On this device only · no copy yet');
    await form.services.copied();
    await status.updateComplete;
    expect(text(status)).to.contain('On this device only · last copy just now');
    expect(tone(status), 'a file somewhere else may be old or gone').to.equal('warn');
    status.compact = true;
    await status.updateComplete;
    expect(text(status)).to.contain('Device only');
  });

  it('turns green once the receiver has everything, and tells a failure and its end once', async () => {
    const { service, line } = receiver();
    const affiliate = { name: 'Prairie State Principals' } as never;
    line.problem = new ServiceProblem('offline', true);
    const options = { endpoint: '/mc', service: async () => service };
    const { form, status } = await open({ storage: device().storage, affiliate, options });
    const said: string[] = [];
    status.addEventListener('mc-announce', (event: AnnounceEvent) => said.push(event.words));
    await waitUntil(() => text(status).includes('Offline · kept on this device'));
    expect(tone(status)).to.equal('warn');

    line.problem = undefined;
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => text(status).includes('On this device and with Prairie State Principals'));
    expect(tone(status)).to.equal('good');
    expect(said, 'to be offline for a while is no failure').to.deep.equal([]);

    line.problem = new ServiceProblem('unauthorised', false);
    sign(form);
    await waitUntil(() => text(status).includes('takes no changes'), undefined, { timeout: 4000 });
    expect(tone(status)).to.equal('bad');
    expect(said).to.deep.equal(['On this device only · Prairie State Principals takes no changes']);

    line.problem = undefined;
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => tone(status) === 'good');
    expect(said.slice(1)).to.deep.equal(['Your work is kept again.']);
  });

  it('says at once that the line is gone, and that it is back', async () => {
    const { service } = receiver();
    const { status } = await open({
      storage: device().storage,
      options: { endpoint: '/mc', service: async () => service },
    });
    await waitUntil(() => tone(status) === 'good');
    window.dispatchEvent(new Event('offline'));
    await status.updateComplete;
    expect(text(status)).to.contain('Offline · kept on this device');
    expect(tone(status)).to.equal('warn');
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => text(status).includes('On this device and with the organization'));
  });

  it('does not claim two copies of words that are long on their way', async () => {
    const { service } = receiver();
    const options = { endpoint: '/mc', service: async () => service };
    const { form, status } = await open({ storage: device().storage, options });
    await waitUntil(() => tone(status) === 'good');
    service.send = () => new Promise(() => undefined);
    sign(form);
    await waitUntil(() => text(status).includes('your last words are on their way to the organization'), undefined, {
      timeout: 5000,
    });
    expect(tone(status)).to.equal('warn');
  });

  it('never has the words of green in another colour', () => {
    const at = '2026-11-22T10:00:00Z';
    const toneOf = new Map<string, string>();
    for (const place of ['device', 'memory'] as const)
      for (const reason of [undefined, 'full', 'refused', 'failed', 'newer-version', 'removed'] as const)
        for (const state of ['none', 'waiting', 'sending', 'synced', 'stopped'] as const)
          for (const why of [undefined, 'offline', 'unreachable', 'frozen'] as const)
            for (const late of [false, true]) {
              const problem = reason && new StorageProblem(reason);
              const remote = { state, at, problem: why && new ServiceProblem(why, true) };
              const saving = { place, chosen: false, pending: false, problem };
              const where = whereKept({ saving, remote, files: {}, copy: undefined, readOnly: undefined }, late);
              expect(where.tone, where.words).to.equal(toneOf.get(where.words) ?? where.tone);
              toneOf.set(where.words, where.tone);
            }
  });

  it('names a full disk and what is safe, offers a copy, and tells it once', async () => {
    const { storage, disk } = device();
    const { form, status } = await open({ storage });
    const said: string[] = [];
    status.addEventListener('mc-announce', (event: AnnounceEvent) => said.push(event.words));
    disk.full = true;
    sign(form);
    await waitUntil(() => tone(status) === 'bad');
    const words = 'Not kept: the disk is full. Your words are safe while this page stays open.';
    expect(text(status)).to.contain(words);
    const asked: Event[] = [];
    document.addEventListener('mc-copy-save', (event) => asked.push(event), { once: true });
    status.renderRoot.querySelector<HTMLButtonElement>('.bar .button')!.click();
    expect(asked.length, 'the event leaves the shadow root').to.equal(1);
    expect(said).to.deep.equal([words]);

    disk.full = false;
    window.dispatchEvent(new Event('pagehide'));
    await waitUntil(() => tone(status) === 'warn');
    expect(said).to.deep.equal([words, 'Your work is kept again.']);
  });

  it('leaves the page alone while saving goes on as always', async () => {
    const { form, status } = await open({ storage: device().storage });
    let touched = 0;
    const observer = new MutationObserver((records) => (touched += records.length));
    observer.observe(status.renderRoot, { subtree: true, childList: true, characterData: true, attributes: true });
    sign(form);
    await aTimeout(250);
    observer.disconnect();
    expect(form.store.getState().saving.pending).to.equal(false);
    expect(touched).to.equal(0);
  });

  it('never announces that it saved', async () => {
    const { form, status } = await open({ storage: device().storage });
    let said = 0;
    status.addEventListener('mc-announce', () => (said += 1));
    for (const signed of [true, false, true]) {
      sign(form, signed);
      await aTimeout(150);
    }
    expect(said).to.equal(0);
  });

  it('opens by keyboard, says which copy is where, and gives focus back', async () => {
    const { status } = await open({ storage: device().storage });
    const button = status.renderRoot.querySelector<HTMLButtonElement>('#status')!;
    button.focus();
    await sendKeys({ press: 'Enter' });
    expect(panel(status).matches(':popover-open')).to.equal(true);
    await status.updateComplete;
    expect(panel(status).textContent).to.contain('Safari does after 7 days without a visit');
    await aTimeout(50);
    const box = panel(status).getBoundingClientRect();
    expect(box.left >= 0 && box.right <= innerWidth, 'it stays inside the window').to.equal(true);
    expect(box.bottom <= innerHeight, 'and above its lower edge').to.equal(true);
    expect(Math.abs(box.top - button.getBoundingClientRect().bottom) < 20, 'it is under its button').to.equal(true);
    await expect(status).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    expect(panel(status).matches(':popover-open')).to.equal(false);
    expect((status.renderRoot as ShadowRoot).activeElement).to.equal(button);
  });

  it('asks for a copy from the panel and closes it', async () => {
    const { status } = await open({ storage: device().storage });
    status.renderRoot.querySelector<HTMLButtonElement>('#status')!.click();
    await status.updateComplete;
    let asked = 0;
    status.addEventListener('mc-copy-save', () => (asked += 1));
    panel(status).querySelector('button')!.click();
    expect(asked).to.equal(1);
    expect(panel(status).matches(':popover-open')).to.equal(false);
  });

  it('goes on after being moved three times, without saying anything twice', async () => {
    const { storage, disk } = device();
    const { form, status } = await open({ storage });
    const said: string[] = [];
    status.addEventListener('mc-announce', (event: AnnounceEvent) => said.push(event.words));
    disk.full = true;
    sign(form);
    await waitUntil(() => said.length === 1);
    const parent = status.parentElement!;
    for (let at = 0; at < 3; at += 1) {
      status.remove();
      parent.append(status);
      await status.updateComplete;
    }
    expect(said.length).to.equal(1);
    disk.full = false;
    window.dispatchEvent(new Event('pagehide'));
    await waitUntil(() => tone(status) === 'warn');
  });
});

describe('where the work is kept', () => {
  const at = '2026-03-02T09:00:00Z';
  const onDevice = {
    saving: { place: 'device', chosen: false, pending: false, problem: undefined },
    remote: { state: 'none' },
    copy: undefined,
    files: {},
    readOnly: undefined,
  } as const;
  const inPage = { ...onDevice, saving: { ...onDevice.saving, place: 'memory' as const, chosen: true } };
  const copy = { at, words: 10, files: 0 };
  const on = (upload: 'sending' | 'arrived') => ({ kept: 'stored', upload, sent: 1 }) as const;

  it('is good only where a second copy exists', () => {
    expect(whereKept(onDevice).tone).to.equal('warn');
    expect(whereKept({ ...onDevice, copy }).tone).to.equal('warn');
    expect(whereKept({ ...onDevice, remote: { state: 'sending' } }).tone).to.equal('warn');
    expect(whereKept({ ...onDevice, remote: { state: 'synced', at } }).tone).to.equal('good');
    expect(
      whereKept({ ...onDevice, remote: { state: 'sending', at } }).tone,
      'the last words are on their way',
    ).to.equal('good');
  });

  it('does not call a copy whole whose files are still on their way', () => {
    const where = whereKept({
      ...onDevice,
      remote: { state: 'synced', at },
      files: { a: on('sending'), b: on('arrived') },
    });
    expect([where.tone, where.underway]).to.deep.equal(['warn', 1]);
  });

  it('is bad only where closing the page loses work, or nothing more is taken', () => {
    expect(whereKept(inPage).tone).to.equal('bad');
    expect(whereKept({ ...inPage, copy }).tone).to.equal('warn');
    expect(whereKept({ ...inPage, remote: { state: 'synced', at } })).to.include({ words: 'away', tone: 'good' });
    const full = { ...onDevice.saving, problem: new StorageProblem('full') };
    expect(whereKept({ ...onDevice, saving: full })).to.include({ words: 'full', tone: 'bad', failure: 'full' });
    expect(whereKept({ ...onDevice, saving: full, remote: { state: 'synced', at } })).to.include({
      words: 'awayFailed',
      tone: 'warn',
    });
  });

  it('takes work that was handed in for kept', () => {
    const remote = { state: 'stopped', at, problem: new ServiceProblem('frozen', false) } as const;
    expect(whereKept({ ...onDevice, remote, readOnly: 'stage' })).to.include({
      words: 'both',
      tone: 'good',
      failure: undefined,
    });
  });

  it('says when only a reload helps, or nothing is left', () => {
    expect(whereKept({ ...onDevice, readOnly: 'newer-version' }).words).to.equal('newerVersion');
    expect(whereKept({ ...onDevice, readOnly: 'removed' }).words).to.equal('removed');
  });
});
