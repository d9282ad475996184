import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import type { LivePortfolio } from '../../src/state/live-portfolio.js';
import type { FileStatus } from '../../src/state/state.js';
import { hashBlob } from '../../src/transport/hash.js';
import { asFile, makePdf } from '../fixtures/files.js';
import { createDisk, full, slow } from './support/disk.js';
import { begin, evidencePart, pause, Tabs, until } from './support/form.js';

const tabs = new Tabs();
const plain = (name: string, content = `${name}: a few words.`) => new File([content], name, { type: 'text/plain' });
const pdf = (name: string, pages = 2) => asFile({ name, type: 'application/pdf', bytes: makePdf({ pages }) });
const add = (live: LivePortfolio, ...files: File[]) => live.services.addFiles(evidencePart, files);
const artifacts = (live: LivePortfolio) => live.store.getState().portfolio.artifacts;
const status = (live: LivePortfolio, n = 0): FileStatus | undefined =>
  live.store.getState().files[artifacts(live)[n]!.file!.id];
const codes = (live: LivePortfolio) =>
  live.store.getState().requirements.flatMap(({ findings }) => findings.map(({ code }) => code));

describe('files of a live portfolio', () => {
  afterEach(() => tabs.close());

  it('are kept byte for byte, titled by their name, and measured once', async () => {
    const disk = createDisk();
    const id = await begin(disk.tab());
    let hashed = 0;
    const hash = (bytes: Blob) => {
      hashed += 1;
      return hashBlob(bytes);
    };
    const live = await tabs.open(disk.tab(), id, { hash });
    const seen: string[][] = [];
    live.store.subscribe(() => seen.push(codes(live)));
    assert.deepEqual(await add(live, pdf('team_minutes.pdf'), plain('notes.txt')), []);
    await until(() => artifacts(live).every(({ file }) => file?.sha256), 'measured');
    const [minutes] = artifacts(live);
    assert.equal(minutes!.title, 'team minutes');
    assert.equal(minutes!.file!.type, 'application/pdf');
    assert.equal(status(live)!.kept, 'stored');
    assert.deepEqual(
      await (await live.services.readFile(minutes!.file!.id))!.arrayBuffer(),
      await pdf('x.pdf').arrayBuffer(),
    );
    assert.ok(!seen.flat().includes('artifact.bytes-missing'), 'never told missing while it is taken in');
    await live.close();
    const again = await tabs.open(disk.tab(), id, { hash });
    await pause(20);
    assert.equal(status(again)!.kept, 'stored');
    assert.equal(hashed, 2);
  });

  it('are refused with a reason, by name, content, size and number', async () => {
    const disk = createDisk();
    const live = await tabs.open(disk.tab(), await begin(disk.tab()));
    const refusals = await add(
      live,
      plain('page.html', '<!doctype html><script>1</script>'),
      new File([], 'nothing.txt'),
      asFile({ name: 'lies.txt', type: 'text/plain', bytes: makePdf({ pages: 1 }) }),
      pdf('1.pdf'),
      pdf('2.pdf'),
      pdf('3.pdf'),
      pdf('4.pdf'),
      pdf('5.pdf'),
    );
    assert.deepEqual(
      refusals.map(({ name, code }) => `${name} ${code}`),
      [
        'page.html artifact.kind-unsafe',
        'nothing.txt artifact.empty',
        'lies.txt artifact.kind-contradicts',
        '5.pdf artifact.too-many',
      ],
    );
    assert.equal(artifacts(live).length, 4);
    assert.equal(live.services.addLink(evidencePart, 'https://example.org/film', 'A film')?.code, 'artifact.too-many');
    live.store.apply({ kind: 'artifact-remove', artifact: artifacts(live)[0]!.id });
    assert.equal(live.services.addLink(evidencePart, 'javascript:alert(1)', 'x')?.code, 'artifact.link-invalid');
    assert.equal(live.services.addLink(evidencePart, 'https://example.org/film', ' A film '), undefined);
    assert.equal(artifacts(live).at(-1)!.title, 'A film');
  });

  it('stay in the page when the disk is full, and the form says so', async () => {
    const disk = createDisk();
    const live = await tabs.open(disk.tab(), await begin(disk.tab()));
    disk.putFile = full;
    await add(live, plain('notes.txt'));
    await until(() => status(live)?.kept === 'memory', 'in memory');
    assert.equal((status(live)!.problem as { reason: string }).reason, 'full');
    assert.equal(await (await live.services.readFile(artifacts(live)[0]!.file!.id))!.text(), 'notes.txt: a few words.');
    assert.ok(!codes(live).includes('artifact.bytes-missing'));
  });

  it('that were not stored when the page died are told missing', async () => {
    const disk = createDisk();
    const id = await begin(disk.tab());
    const first = await tabs.open(disk.tab(), id);
    disk.putFile = () => new Promise(() => undefined);
    await add(first, plain('notes.txt'));
    assert.equal(status(first)!.kept, 'storing');
    await first.flush();
    tabs.kill(first);
    const second = await tabs.open(disk.tab(), id);
    assert.equal(status(second)!.kept, 'missing');
    assert.ok(codes(second).includes('artifact.bytes-missing'));
    // Choosing the file once more mends it.
    disk.putFile = () => undefined;
    assert.equal(await second.services.replaceFile(artifacts(second)[0]!.id, plain('notes.txt')), undefined);
    await until(() => status(second)?.kept === 'stored', 'stored');
    assert.ok(!codes(second).includes('artifact.bytes-missing'));
  });

  it('are told missing when their bytes cannot be read any more', async () => {
    const disk = createDisk();
    const live = await tabs.open(disk.tab(), await begin(disk.tab()));
    const file = plain('notes.txt');
    const lost = () => Promise.reject(new DOMException('moved', 'NotReadableError'));
    // While it is to be kept, it turns out not to be where it was chosen.
    disk.putFile = () => {
      file.arrayBuffer = lost;
      file.slice = () => Object.assign(new Blob(), { arrayBuffer: lost });
      return full();
    };
    assert.deepEqual(await add(live, file), []);
    await until(() => status(live)?.kept === 'missing', 'missing');
    assert.ok(codes(live).includes('artifact.bytes-missing'));
  });

  it('are not missing when only the program for their digest cannot be loaded; they are measured later', async () => {
    const disk = createDisk();
    let tries = 0;
    const hash = async (bytes: Blob) => {
      tries += 1;
      if (tries === 1) throw new TypeError('Failed to fetch dynamically imported module');
      return hashBlob(bytes);
    };
    const live = await tabs.open(disk.tab(), await begin(disk.tab()), { hash });
    const seen: (string | undefined)[] = [];
    live.store.subscribe(() => artifacts(live).length && seen.push(status(live)?.kept));
    await add(live, plain('notes.txt'));
    // Nobody does anything: by itself, after a while.
    await until(() => artifacts(live)[0]?.file?.sha256, 'measured');
    assert.equal(tries, 2);
    assert.ok(!seen.includes('missing'));
    assert.equal(status(live)!.kept, 'stored');
  });

  it('of one tab are known in the other once they are stored', async () => {
    const disk = createDisk();
    const id = await begin(disk.tab());
    const [one, two] = [await tabs.open(disk.tab(), id), await tabs.open(disk.tab(), id)];
    disk.putFile = slow(300);
    const seen: (string | undefined)[] = [];
    two.store.subscribe(() => artifacts(two).length && seen.push(status(two)?.kept));
    await add(one, plain('notes.txt'));
    await until(() => artifacts(two).length && status(two)?.kept === 'stored', 'stored');
    assert.ok(!seen.includes('missing'));
  });

  it('that nothing names are swept once, when the page has come to rest', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const disk = createDisk();
    const tab = disk.tab();
    let swept = 0;
    const storage = Object.assign(Object.create(tab) as typeof tab, { sweepFiles: async () => void (swept += 1) });
    const live = await tabs.open(storage, await begin(storage));
    mock.timers.tick(10_000);
    assert.equal(swept, 0);
    mock.timers.tick(3_600_000);
    assert.equal(swept, 1);
    const next = await tabs.open(storage, await begin(storage));
    await Promise.all([live.close(), next.close()]);
    mock.timers.tick(3_600_000);
    assert.equal(swept, 1);
    mock.timers.reset();
  });

  it('come back with their artifact', async () => {
    const disk = createDisk();
    const live = await tabs.open(disk.tab(), await begin(disk.tab()));
    await add(live, plain('notes.txt'));
    await until(() => artifacts(live)[0]?.file?.sha256, 'measured');
    const [artifact] = artifacts(live);
    live.store.apply({ kind: 'artifact-remove', artifact: artifact!.id });
    const other = live.store.apply({ kind: 'artifact-add', artifact: { ...artifact!, id: 'another' } });
    assert.equal(other.length, 1);
    await until(() => status(live)?.kept === 'stored', 'stored');
  });
});
