import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/submission-review/mc-submission-review.js';
import type { McSubmissionReview } from '../../src/elements/submission-review/submission-review.js';
import type { AnnounceEvent } from '../../src/events/announce.js';
import type { RequirementOpenEvent } from '../../src/events/requirement-open.js';
import { ServiceProblem, StorageProblem } from '../../src/state/ports.js';
import { readPackage } from '../../src/transport/package.js';
import { MemoryReceiver } from '../fixtures/memory-receiver.js';
import type { OpenForm } from './helpers/form.js';
import { catchDownloads, openFinished } from './helpers/finished-work.js';

const words = (node: Element | null | undefined) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const shortOverview = { part: 'part-overview', words: 106 };

describe('mc-submission-review', () => {
  let form: OpenForm;
  let downloads: ReturnType<typeof catchDownloads>;
  let announced: string[];
  beforeEach(() => {
    downloads = catchDownloads();
    announced = [];
  });
  afterEach(async () => {
    downloads.stop();
    await form.close();
  });

  async function open(opened: Promise<OpenForm>) {
    form = await opened;
    const review = await form.render<McSubmissionReview>(html`<mc-submission-review></mc-submission-review>`);
    review.addEventListener('mc-announce', (event: AnnounceEvent) => announced.push(event.words));
    const root = review.shadowRoot!;
    const inside = (name: string) => root.querySelector<HTMLElement>(name)!.shadowRoot!;
    return {
      review,
      root,
      title: () => words(root.querySelector('.title')),
      rows: () => [...root.querySelectorAll<HTMLElement>('.top > .rows .row')],
      main: () => root.querySelector<HTMLButtonElement>('.action .button')!,
      person: () => inside('mc-applicant-fields'),
      statements: () => inside('mc-attestations'),
      receipt: () => inside('mc-receipt'),
    };
  }

  /** Leaves fewer words in the overview than are asked for. */
  const withShortOverview = () =>
    openFinished({
      change: (portfolio) => ({
        ...portfolio,
        narratives: portfolio.narratives.map((text) =>
          text.part === shortOverview.part
            ? { ...text, text: { ...text.text, content: text.text.content.slice(0, 2) } }
            : text,
        ),
      }),
    });

  it('renders nothing outside of a form', async () => {
    form = await openFinished();
    const alone = await fixture<McSubmissionReview>(html`<mc-submission-review></mc-submission-review>`);
    expect(alone.shadowRoot!.querySelector('*')).to.equal(null);
  });

  it('names what blocks and leads there', async () => {
    const { review, title, rows, main } = await open(withShortOverview());
    expect(title()).to.equal('Almost there: 1 thing');
    expect(words(rows()[0])).to.match(/^Overview narrative \(begun\) \d+ of 1,000 words$/);
    expect(words(main())).to.equal('Fix next: Overview narrative');
    const subjects: unknown[] = [];
    review.addEventListener('mc-requirement-open', (event: RequirementOpenEvent) => subjects.push(event.subject));
    rows()[0]!.click();
    main().focus();
    await sendKeys({ press: 'Enter' });
    expect(subjects).to.deep.equal([
      { kind: 'narrative', part: 'part-overview' },
      { kind: 'narrative', part: 'part-overview' },
    ]);
    await expect(review).to.be.accessible();
  });

  it('leads to the fields about the person and to the statements on its own screen', async () => {
    const { rows, person, statements } = await open(openFinished({ person: false }));
    form.store.apply({ kind: 'attestation-sign', attestation: 'permission', signed: false });
    await aTimeout(0);
    const [about, confirm] = rows();
    expect(words(about)).to.contain('Still needed: your name, your e-mail address, and “Your role”');
    expect(words(confirm)).to.contain('1 to confirm');
    about!.click();
    await waitUntil(() => person().activeElement?.id === 'field-0');
    expect(words(person().querySelector('#error-0'))).to.equal('Write your name as it should read on the badge.');
    confirm!.click();
    expect(statements().activeElement?.id).to.equal('sign-1');
  });

  it('keeps what is typed about the person at every input', async () => {
    const { review, person } = await open(openFinished({ person: false }));
    const applicant = () => form.store.getState().applicant;
    person().querySelector<HTMLElement>('#field-0')!.focus();
    await sendKeys({ type: 'Ana' });
    expect(applicant().name).to.equal('Ana');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'ana@' });
    await sendKeys({ press: 'Tab' });
    expect(applicant().email).to.equal('ana@');
    await waitUntil(() => person().querySelector('[aria-invalid="true"]')?.id === 'field-1');
    const terms = person().querySelector('textarea')!;
    terms.focus();
    await sendKeys({ type: 'Birch Glen' });
    await sendKeys({ press: 'Enter' });
    expect(applicant().identifyingTerms).to.deep.equal(['Birch Glen']);
    await review.updateComplete;
    expect(terms.value).to.equal('Birch Glen\n');
    expect(JSON.stringify(form.store.getState().portfolio)).not.to.contain('Birch Glen');
  });

  it('asks what the affiliate asks, says what for, and helps to fill it in', async () => {
    const { person } = await open(openFinished());
    const role = person().querySelector('select')!;
    expect(role.value).to.equal('Principal');
    expect(role.required).to.equal(true);
    expect([...role.options].map((option) => option.text)).to.deep.equal([
      'Choose…',
      'Principal',
      'Assistant principal',
      'District leader',
      'Other',
    ]);
    expect(words(person().querySelector('#hint-2'))).to.contain('So that we can report');
    role.value = 'District leader';
    role.dispatchEvent(new Event('change', { bubbles: true }));
    await waitUntil(() => form.store.getState().applicant.fields['role'] === 'District leader');
    expect(person().querySelector('#field-0')!.getAttribute('autocomplete')).to.equal('name');
    expect(person().querySelector('#field-1')!.getAttribute('autocomplete')).to.equal('email');
    expect(words(person().querySelector('label[for="field-3"]'))).to.equal('License number (optional)');
  });

  it('confirms by keyboard, and says why a confirmation was cleared', async () => {
    const { review, statements, rows } = await open(openFinished());
    const box = statements().querySelector<HTMLInputElement>('#sign-0')!;
    expect(box.checked).to.equal(true);
    box.focus();
    await sendKeys({ press: ' ' });
    expect(
      form.store.getState().portfolio.attestations.find(({ attestation }) => attestation === 'own-work')?.signed,
    ).to.equal(false);
    await sendKeys({ press: ' ' });
    form.store.apply({
      kind: 'artifact-edit',
      artifact: form.store.getState().portfolio.artifacts[0]!.id,
      set: { title: 'Another name' },
    });
    await waitUntil(() => statements().querySelectorAll('.note').length === 4);
    expect(box.checked).to.equal(false);
    expect(words(statements().querySelector('.note'))).to.match(
      /^Your work changed on .+ after you confirmed this\. Please look and confirm again\.$/,
    );
    expect(box.getAttribute('aria-describedby')).to.equal('cleared-0');
    expect(words(rows()[0])).to.contain('4 to confirm');
    await expect(review).to.be.accessible();
    box.focus();
    await sendKeys({ press: ' ' });
    await waitUntil(() => statements().querySelectorAll('.note').length === 3);
  });

  it('asks for the words that belong to a statement', async () => {
    const { statements, rows } = await open(
      openFinished({
        change: (portfolio) => ({
          ...portfolio,
          attestations: portfolio.attestations.map((entry) => ({ ...entry, text: '' })),
        }),
      }),
    );
    expect(words(rows()[0])).to.contain('1 to confirm');
    rows()[0]!.click();
    expect(statements().activeElement?.id).to.equal('words-2');
    expect(words(statements().querySelector('#missing-2'))).to.equal('A few words are needed here.');
    await sendKeys({ type: 'Not used' });
    await waitUntil(() => rows().length === 0);
    const entry = form.store.getState().portfolio.attestations.find(({ attestation }) => attestation === 'ai-use');
    expect([entry?.signed, entry?.text]).to.deep.equal([true, 'Not used']);
  });

  it('folds what is only worth a look', async () => {
    const { root, title } = await open(
      openFinished({
        change: (portfolio) => ({
          ...portfolio,
          artifacts: portfolio.artifacts.map(({ permission: _, ...artifact }) => artifact),
        }),
      }),
    );
    expect(title()).to.equal('Ready to hand in');
    const advice = root.querySelector('details')!;
    expect(advice.open).to.equal(false);
    expect(words(advice)).to.contain('permission not stated');
  });

  it('makes a package once, saves it, and shows the receipt', async () => {
    const { review, root, title, main, receipt } = await open(openFinished());
    expect(words(main())).to.equal('Make the package');
    expect(words(root.querySelector('.action .small'))).to.contain('send it to Prairie State Principals (sample)');
    const button = main();
    button.focus();
    button.click();
    button.click();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => title() === 'Your package is ready', 'no receipt', { timeout: 5000 });
    await waitUntil(() => downloads.files.length > 0);
    expect(root.activeElement).to.equal(root.querySelector('.title'));
    const { receipts, portfolio } = form.store.getState();
    expect(receipts.length).to.equal(1);
    const { number } = receipts[0]!.receipt;
    expect(announced).to.deep.equal([
      `Your package is ready and saved to this device. Its receipt number is ${number}.`,
    ]);
    expect(words(receipt().querySelector('.number'))).to.equal(number);
    expect(words(receipt().querySelector('.sums'))).to.contain(portfolio.artifacts[0]!.file!.sha256!);
    expect(receipt().querySelector('a')!.href).to.contain('mailto:help@prairie-state-principals.example.org');
    await expect(review).to.be.accessible();

    const content = await readPackage(await downloads.files[0]!.blob);
    expect(content.faults).to.deep.equal([]);
    expect(content.kind).to.equal('submission');
    expect(content.submission?.id).to.equal(receipts[0]!.receipt.submission);
    expect(content.applicant?.name).to.equal('Jordan Sample');
    expect(JSON.stringify(content.submission)).not.to.contain('Jordan');
    expect(content.files.map(({ size }) => size)).to.deep.equal(portfolio.artifacts.map(({ file }) => file!.size));
    expect(downloads.files.length).to.equal(1);
  });

  it('makes the package once more, the receipt as a file, and opens the work again', async () => {
    const { root, title, main, receipt } = await open(openFinished());
    main().click();
    await waitUntil(() => title() === 'Your package is ready', 'no receipt', { timeout: 5000 });
    await waitUntil(() => downloads.files.length === 1);
    const press = (label: string) =>
      [...receipt().querySelectorAll('button')].find((button) => words(button) === label)!.click();
    press('Save the package again');
    await waitUntil(() => downloads.files.length === 2);
    const [first, second] = await Promise.all(downloads.files.map(async ({ blob }) => readPackage(await blob)));
    expect(second!.submission).to.deep.equal(first!.submission);
    expect(downloads.files[1]!.name).to.equal(downloads.files[0]!.name);

    press('Save the receipt');
    const file = downloads.files[2]!;
    const text = await (await file.blob).text();
    const last = form.store.getState().receipts[0]!.receipt;
    expect(file.name).to.equal(`receipt-${last.number}.txt`);
    for (const part of [last.number, last.digest, 'Overview narrative: 1,000 words', last.files[0]!.sha256])
      expect(text).to.contain(part);
    expect(text).not.to.contain('Jordan');

    root.querySelector<HTMLElement>('mc-receipt')!.focus();
    press('Change and hand in again');
    await waitUntil(() => title() === 'Ready to hand in');
    expect(root.activeElement).to.equal(root.querySelector('.title'));
    expect(announced.at(-1)).to.equal('Your work is open again. You can change it.');
    expect(form.store.getState().readOnly).to.equal(undefined);
  });

  it('hands in to an endpoint once, however often it is pressed', async () => {
    const receiver = new MemoryReceiver();
    let answer = () => undefined as void;
    receiver.gate = new Promise((resolve) => (answer = resolve));
    const { review, root, title, main, receipt } = await open(openFinished({ options: receiver.options() }));
    await waitUntil(() => title() === 'Ready to hand in', 'files did not arrive', { timeout: 5000 });
    expect(words(main())).to.equal('Hand in');
    expect(words(root.querySelector('.action .small'))).to.equal('It goes to Prairie State Principals (sample).');
    main().focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => words(main()) === 'Sending…', 'not sending', { timeout: 5000 });
    expect(words(root.querySelector('.note'))).to.equal('Sending… keep this page open.');
    main().click();
    await sendKeys({ press: 'Enter' });
    expect(root.activeElement).to.equal(main());
    answer();
    await waitUntil(() => title() === 'Handed in', 'no receipt', { timeout: 5000 });
    expect(receiver.answers).to.equal(1);
    expect(receiver.submissions.size).to.equal(1);
    expect(words(receipt().querySelector('.number'))).to.equal('PSP-1001');
    expect(words(receipt().querySelector('section'))).to.contain('Assessors answer within 15 business days.');
    expect(announced).to.deep.equal(['Sending… keep this page open.', 'Handed in. Your receipt number is PSP-1001.']);
    expect(root.activeElement).to.equal(root.querySelector('.title'));
    await expect(review).to.be.accessible();
  });

  it('says how handing in ended also where that is learned after coming back to this screen', async () => {
    const receiver = new MemoryReceiver();
    let answer = () => undefined as void;
    receiver.gate = new Promise((resolve) => (answer = resolve));
    const { review, title, main } = await open(openFinished({ options: receiver.options() }));
    await waitUntil(() => title() === 'Ready to hand in', 'files did not arrive', { timeout: 5000 });
    main().click();
    await waitUntil(() => announced.length === 1, 'sending was not said', { timeout: 5000 });
    const place = review.parentElement!;
    review.remove();
    answer();
    await waitUntil(() => form.store.getState().handIn.state === 'done', 'no receipt', { timeout: 5000 });
    place.append(review);
    await waitUntil(() => announced.length === 2, 'the result was not said');
    expect(announced[1]).to.equal('Handed in. Your receipt number is PSP-1001.');
  });

  it('tells what the receiver found, leads there, and can be pressed again', async () => {
    const receiver = new MemoryReceiver();
    receiver.problem = new ServiceProblem('refused', false, {
      title: 'The submission does not satisfy its credential',
      detail: 'One requirement is open.',
      findings: [
        {
          code: 'words.below-minimum',
          severity: 'blocks',
          at: 'narrative/part-overview',
          params: { words: 990, min: 1000 },
        },
      ],
    });
    const { review, root, title, main } = await open(openFinished({ options: receiver.options() }));
    await waitUntil(() => title() === 'Ready to hand in', 'files did not arrive', { timeout: 5000 });
    main().click();
    await waitUntil(() => root.querySelector('.note.bad') !== null, 'not refused', { timeout: 5000 });
    const note = words(root.querySelector('.note.bad'));
    expect(note).to.contain('The submission does not satisfy its credential: One requirement is open.');
    expect(note).to.contain('Overview narrative: 990 of 1,000 words');
    let subject: unknown;
    review.addEventListener('mc-requirement-open', (event: RequirementOpenEvent) => (subject = event.subject));
    root.querySelector<HTMLElement>('.note .link')!.click();
    expect(subject).to.deep.equal({ kind: 'narrative', part: 'part-overview' });
    await expect(review).to.be.accessible();
    receiver.problem = undefined;
    await waitUntil(() => main().getAttribute('aria-disabled') === 'false');
    main().click();
    await waitUntil(() => title() === 'Handed in', 'no receipt', { timeout: 5000 });
  });

  it('says that it is kept and sent by itself when the connection breaks', async () => {
    const receiver = new MemoryReceiver();
    receiver.problem = new ServiceProblem('unreachable', true);
    const { review, root, title, main } = await open(openFinished({ options: receiver.options() }));
    await waitUntil(() => title() === 'Ready to hand in', 'files did not arrive', { timeout: 5000 });
    main().click();
    await waitUntil(() => root.querySelector('.note.warn') !== null, 'not waiting', { timeout: 5000 });
    expect(words(root.querySelector('.note.warn'))).to.equal(
      'Not sent yet. It is kept here and is sent by itself as soon as the connection is back.',
    );
    expect(main().getAttribute('aria-disabled')).to.equal('true');
    await expect(review).to.be.accessible();
  });

  it('says how far the files are while they are on their way', async () => {
    const receiver = new MemoryReceiver();
    const { root, rows } = await open(openFinished({ options: receiver.options(receiver.uploader(20)) }));
    await waitUntil(() => (root.querySelector('progress')?.value ?? 0) > 0, 'no progress', { timeout: 5000 });
    expect(words(rows()[0])).to.contain('0 of 3 files arrived');
    expect(words(root.querySelector('.action .button'))).to.equal('Fix next: Artifacts and self-analysis');
  });

  it('says that nothing was handed in where the receiver cannot be reached at all', async () => {
    const receiver = new MemoryReceiver();
    const { root, title, main } = await open(openFinished({ options: receiver.options() }));
    await waitUntil(() => title() === 'Ready to hand in', 'files did not arrive', { timeout: 5000 });
    receiver.away = true;
    main().click();
    await waitUntil(() => root.querySelector('.note.bad') !== null, 'nothing was said', { timeout: 5000 });
    expect(words(root.querySelector('.note'))).to.equal(
      'Nothing was handed in yet: Prairie State Principals (sample) cannot be reached. Your work is kept here. Try again when the connection is back.',
    );
    expect(receiver.answers).to.equal(0);
    expect(main().getAttribute('aria-disabled')).to.equal('false');

    receiver.away = false;
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => root.querySelector('.note.bad') === null, 'it stays when it is no longer so');
  });

  it('names what went wrong on this device', async () => {
    let fails = true;
    const { root, main } = await open(
      openFinished({
        options: {
          packages: async () => {
            throw fails ? new StorageProblem('full') : new Error('no memory');
          },
        },
      }),
    );
    main().click();
    await waitUntil(
      () => words(root.querySelector('.note')).includes('this device has no room left'),
      'full was not told',
      { timeout: 5000 },
    );
    fails = false;
    main().click();
    await waitUntil(
      () => words(root.querySelector('.note')).includes('something went wrong on this device'),
      'not told',
      { timeout: 5000 },
    );
    expect(form.store.getState().receipts).to.deep.equal([]);
    expect(downloads.files).to.deep.equal([]);
  });

  it('is the same after being moved about', async () => {
    const { review, root, title } = await open(openFinished());
    const home = review.parentElement!;
    for (let n = 0; n < 3; n += 1) {
      review.remove();
      home.append(review);
      await review.updateComplete;
    }
    form.store.apply({ kind: 'attestation-sign', attestation: 'ready', signed: false });
    await waitUntil(() => title() === 'Almost there: 1 thing');
    expect(root.querySelectorAll('.title').length).to.equal(1);
    expect(announced).to.deep.equal([]);
  });

  it('shows what happened while it was away, without telling it as news', async () => {
    const { review, root, title } = await open(openFinished());
    const home = review.parentElement!;
    review.remove();
    await form.services.handIn();
    home.append(review);
    await waitUntil(() => title() === 'Your package is ready');
    expect(announced).to.deep.equal([]);
    expect(root.activeElement).to.equal(null);
  });
});
