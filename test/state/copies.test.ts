import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { canonicalJson } from '../../src/model/digest.js';
import { copyIsDue } from '../../src/state/copies.js';
import type { LivePortfolio } from '../../src/state/live-portfolio.js';
import type { PortfolioState } from '../../src/state/state.js';
import { readPackage } from '../../src/transport/package.js';
import { createDisk } from './support/disk.js';
import { begin, complete, evidencePart, Tabs, until, writeText } from './support/form.js';

const tabs = new Tabs();
const open = async (disk = createDisk()) => {
  const id = await begin(disk.tab());
  return { disk, id, live: await tabs.open(disk.tab(), id) };
};
const soon = Date.now() + 60_000;
const due = (live: LivePortfolio, over: Partial<PortfolioState> = {}, now = soon) =>
  copyIsDue({ ...live.store.getState(), ...over }, now);
const words = (count: number) => Array.from({ length: count }, (_, n) => `word${n}`).join(' ');

describe('a copy of a draft', () => {
  afterEach(() => tabs.close());

  it('holds the work, the applicant and the bytes', async () => {
    const { live } = await open();
    await complete(live);
    const { blob, missing } = await live.services.makeCopy();
    assert.deepEqual(missing, []);
    const content = await readPackage(blob);
    const { portfolio, applicant, credential } = live.store.getState();
    assert.equal(canonicalJson(content.portfolio), canonicalJson(portfolio));
    assert.equal(canonicalJson(content.applicant), canonicalJson(applicant));
    assert.equal(canonicalJson(content.credential), canonicalJson(credential));
    assert.equal(await (await content.files[0]!.open()).text(), 'Minutes of a meeting, line by line.');
  });

  it('names the files that are not here', async () => {
    const disk = createDisk();
    const { live, id } = await open(disk);
    disk.putFile = () => new Promise(() => undefined);
    await live.services.addFiles(evidencePart, [new File(['words'], 'lost.txt')]);
    await live.flush();
    tabs.kill(live);
    const next = await tabs.open(disk.tab(), id);
    const { blob, missing } = await next.services.makeCopy();
    assert.deepEqual(missing, [next.store.getState().portfolio.artifacts[0]!.file!.id]);
    assert.equal((await readPackage(blob)).portfolio!.artifacts.length, 1);
  });

  it('is remembered with what it held, here and after a reload', async () => {
    const { disk, id, live } = await open();
    await complete(live);
    assert.equal(live.store.getState().copy, undefined);
    await live.services.copied();
    const { copy } = live.store.getState();
    assert.deepEqual({ words: copy!.words, files: copy!.files }, { words: 7, files: 1 });
    await live.close();
    assert.deepEqual((await tabs.open(disk.tab(), id)).store.getState().copy, copy);
  });

  it('is known in the other tab', async () => {
    const { disk, id, live } = await open();
    const other = await tabs.open(disk.tab(), id);
    await live.services.copied();
    await until(() => other.store.getState().copy?.at === live.store.getState().copy!.at, 'known');
  });

  it('is asked for after 500 new words', async () => {
    const { live } = await open();
    assert.equal(due(live), false, 'nothing to lose yet');
    writeText(live, words(499));
    assert.equal(due(live), false);
    writeText(live, words(500));
    assert.equal(due(live), true);
    await live.services.copied();
    assert.equal(due(live), false);
    writeText(live, words(999));
    assert.equal(due(live), false);
    writeText(live, words(1000));
    assert.equal(due(live), true);
  });

  it('is asked for after a new file', async () => {
    const { live } = await open();
    live.services.addLink(evidencePart, 'https://example.org/film', 'A film');
    assert.equal(due(live), false, 'a link has no bytes to lose');
    await live.services.addFiles(evidencePart, [new File(['words'], 'notes.txt')]);
    assert.equal(due(live), true);
    await live.services.copied();
    assert.equal(due(live), false);
  });

  it('is asked for five days after the last one, or after the beginning', async () => {
    const { live } = await open();
    const days = (n: number) => Date.now() + n * 24 * 60 * 60_000;
    assert.equal(due(live, {}, days(6)), false, 'nothing was done');
    writeText(live, 'A few words.');
    assert.equal(due(live, {}, days(4)), false);
    assert.equal(due(live, {}, days(5.1)), true);
    await live.services.copied();
    assert.equal(due(live, { createdAt: '2020-01-01T00:00:00Z' }, days(4)), false);
    assert.equal(due(live, {}, days(5.1)), true);
  });

  it('is not asked for where the endpoint has one, nor for what was handed in or cannot be changed', async () => {
    const { live } = await open();
    writeText(live, words(600));
    const at = '2026-11-22T10:00:00Z';
    assert.equal(due(live, { remote: { state: 'synced', at } }), false);
    assert.equal(due(live, { remote: { state: 'waiting', at } }), false, 'it has nearly all of it');
    assert.equal(due(live, { remote: { state: 'waiting' } }), true, 'it was never reached');
    assert.equal(due(live, { remote: { state: 'stopped', at } }), true);
    assert.equal(due(live, { stage: 'submitted' }), false);
    assert.equal(due(live, { readOnly: 'removed' }), false);
  });
});
