import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/submission-review/mc-submission-review.js';
import type { McSubmissionReview } from '../../src/elements/submission-review/submission-review.js';
import { ServiceProblem } from '../../src/state/ports.js';
import { MemoryReceiver } from '../../test/fixtures/memory-receiver.js';
import { handIn, inForm, until } from '../helpers/form.js';
import { props } from '../helpers/props.js';
import { complete, longText, overview, partly } from '../helpers/work.js';

/** What is missing, who hands in, what is confirmed and what is sent; afterwards the receipt. */
const meta: Meta<McSubmissionReview> = {
  title: 'Elements/Submission review',
  component: 'mc-submission-review',
  render: (args) => html`<mc-submission-review ${props(args)}></mc-submission-review>`,
  parameters: { width: 'middle' },
};
export default meta;
type Story = StoryObj<McSubmissionReview>;

const ready = { portfolio: complete, person: true };

/** Hands in at a receiver that answers in a certain way. */
const answered = (receiver: MemoryReceiver) => ({
  ...ready,
  options: receiver.options(),
  then: (live: Parameters<typeof handIn>[0]) => handIn(live),
});

export const Empty: Story = { ...inForm() };

export const Missing: Story = { ...inForm({ portfolio: partly }) };

/** Everything is there but the person and the statements. */
export const PersonMissing: Story = { ...inForm({ portfolio: { ...complete, attestations: [] } }) };

/** No server: a package is made. */
export const Ready: Story = { ...inForm(ready) };

/** With a receiver: it is sent. */
export const ReadyToSend: Story = { ...inForm({ ...ready, options: new MemoryReceiver().options() }) };

/** Files are still on the way. */
export const FilesUnderWay: Story = (() => {
  const receiver = new MemoryReceiver();
  const options = receiver.options(receiver.uploader(700));
  return { ...inForm({ ...ready, options, then: (live) => until(live, ({ remote }) => remote.state === 'synced') }) };
})();

export const Sending: Story = (() => {
  const receiver = new MemoryReceiver();
  receiver.gate = new Promise(() => undefined);
  return { ...inForm({ ...answered(receiver), then: (live) => void handIn(live) }) };
})();

/** The receiver cannot be reached: it is sent again by itself. */
export const Waiting: Story = (() => {
  const receiver = new MemoryReceiver();
  receiver.problem = new ServiceProblem('unreachable', true);
  return { ...inForm(answered(receiver)) };
})();

/** The receiver found something that the form could not know. */
export const Refused: Story = (() => {
  const receiver = new MemoryReceiver();
  const findings = [
    {
      code: 'words.below-minimum',
      severity: 'blocks',
      at: `narrative/${overview.id}`,
      params: { words: 940, min: 1000 },
    },
  ];
  receiver.problem = new ServiceProblem('refused', false, { status: 422, findings });
  return { ...inForm(answered(receiver)) };
})();

/** The receiver's receipt. */
export const Receipt: Story = { ...inForm(answered(new MemoryReceiver())) };

/** A package was made: what to do with it. */
export const PackageReceipt: Story = { ...inForm({ ...ready, then: handIn }) };

export const LongText: Story = { ...inForm({ credential: longText, portfolio: partly }) };

export const Narrow: Story = { ...Missing, parameters: { width: 'narrow' } };

export const ReceiptNarrow: Story = { ...PackageReceipt, parameters: { width: 'narrow' } };

export const Dark: Story = { ...Missing, globals: { scheme: 'dark' } };

export const RightToLeft: Story = { ...Missing, globals: { direction: 'rtl' } };
