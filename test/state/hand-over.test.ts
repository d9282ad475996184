import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { canonicalJson } from '../../src/model/digest.js';
import type { LivePortfolio } from '../../src/state/live-portfolio.js';
import { readPackage } from '../../src/transport/package.js';
import { createDisk } from './support/disk.js';
import { begin, complete, everything, Tabs, when, work, write } from './support/form.js';

const tabs = new Tabs();
const ready = (live: LivePortfolio) =>
  when(
    live,
    ({ requirements }) => !requirements.some(({ findings }) => findings.some(({ severity }) => severity === 'blocks')),
    'ready',
  );
const handInState = (live: LivePortfolio) => live.store.getState().handIn;

describe('handing over a package', () => {
  afterEach(() => tabs.close());

  async function local() {
    const disk = createDisk();
    const id = await begin(disk.tab());
    const live = await tabs.open(disk.tab(), id);
    await complete(live);
    await ready(live);
    return { disk, id, live };
  }

  it('holds the work and the bytes, and is the same when it is made again', async () => {
    const { live } = await local();
    const made = await live.services.handIn();
    const content = await readPackage(made.package!.blob);
    const { portfolio, receipts, stage } = live.store.getState();
    assert.equal(stage, 'handed-over');
    assert.equal(canonicalJson(content.submission!.portfolio), canonicalJson(portfolio));
    assert.equal(content.submission!.id, receipts[0]!.receipt.submission);
    const [file] = content.files;
    assert.equal(await (await file!.open()).text(), 'Minutes of a meeting, line by line.');
    const again = await live.services.packageAgain();
    assert.deepEqual((await readPackage(again!.blob)).submission, content.submission);
  });

  it('is opened again, and the next is the second attempt', async () => {
    const { live } = await local();
    await live.services.handIn();
    assert.equal(write(live), undefined);
    await live.services.reviseWork();
    assert.equal(await live.services.packageAgain(), undefined);
    const word = work(live, { what: 'explain', where: 0 })!;
    const made = await live.services.handIn();
    const { submission } = await readPackage(made.package!.blob);
    assert.equal(submission!.attempt, 2);
    assert.ok(everything(submission!.portfolio).includes(word));
    assert.equal(live.store.getState().receipts.length, 2);
  });

  it('is one package when it is asked for twice, or by two tabs', async () => {
    const { disk, id, live } = await local();
    const other = await tabs.open(disk.tab(), id);
    await ready(other);
    const made = await Promise.all([live.services.handIn(), live.services.handIn(), other.services.handIn()]);
    assert.equal(made[1]!.package, undefined, 'the second press makes nothing');
    const contents = await Promise.all(
      [made[0]!, made[2]!].map(async (one) => (await readPackage(one.package!.blob)).submission!.id),
    );
    assert.equal(new Set(contents).size, 1);
    await when(other, ({ receipts, stage }) => receipts.length === 1 && stage === 'handed-over', 'one receipt');
  });

  it('leaves the work open when the package could not be made', async () => {
    const { disk, live } = await local();
    const real = disk.before;
    disk.before = (method) => {
      if (method === 'updateRecord') throw new Error('the disk is gone');
    };
    await live.services.handIn();
    assert.equal((handInState(live).problem as { reason: string }).reason, 'failed');
    disk.before = real;
    assert.ok(write(live));
  });
});
