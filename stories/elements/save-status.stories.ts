import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/save-status/mc-save-status.js';
import type { McSaveStatus } from '../../src/elements/save-status/save-status.js';
import { MemoryReceiver } from '../../test/fixtures/memory-receiver.js';
import { createMemoryStorage } from '../../src/storage/memory.js';
import { countPortfolio } from '../../src/model/submit.js';
import { inForm, until } from '../helpers/form.js';
import { props } from '../helpers/props.js';
import { newerVersion, receiverWith, refusesChanges } from '../helpers/trouble.js';
import { complete, credential, partly } from '../helpers/work.js';
import type { LivePortfolio } from '../../src/state/live-portfolio.js';

/** Where the work is kept and how many copies there are. Green only where a second copy exists; press it for the details. */
const meta: Meta<McSaveStatus> = {
  title: 'Elements/Save status',
  component: 'mc-save-status',
  render: (args) => html`<mc-save-status ${props(args)}></mc-save-status>`,
  args: { compact: false },
};
export default meta;
type Story = StoryObj<McSaveStatus>;

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const write = ({ store, flush }: LivePortfolio) => {
  store.apply({ kind: 'self-assess', criterion: credential.rubric!.criteria[0]!.id, why: 'Seen in the minutes.' });
  return flush().catch(() => undefined);
};
const copied = {
  words: countPortfolio(credential, partly).counts.reduce((sum, { words }) => sum + words, 0),
  files: partly.artifacts.length,
};
const openPanel: Story['play'] = ({ canvasElement }) => {
  canvasElement.querySelector('mc-save-status')!.shadowRoot!.querySelector('button')!.click();
};

/** No second copy yet. */
export const DeviceOnly: Story = { ...inForm({ portfolio: partly }) };

/** A copy was saved three days ago; since then it has been this device alone. */
export const CopySaved: Story = { ...inForm({ portfolio: partly, record: { copiedAt: daysAgo(3), copied } }) };

/** The details, which a press of the status shows. */
export const Details: Story = { ...CopySaved, play: openPanel };

/** The receiver has everything. */
export const TwoCopies: Story = {
  ...inForm({
    portfolio: complete,
    options: new MemoryReceiver().options(),
    then: (live) => until(live, ({ remote }) => remote.state === 'synced'),
  }),
};

/** The words have arrived, files are on their way. */
export const FilesUnderWay: Story = (() => {
  const receiver = new MemoryReceiver();
  const options = receiver.options(receiver.uploader(1));
  return {
    ...inForm({ portfolio: complete, options, then: (live) => until(live, ({ remote }) => remote.state === 'synced') }),
  };
})();

export const Offline: Story = { ...inForm({ portfolio: partly, options: receiverWith('offline', true).options() }) };

/** Tried again by itself. */
export const ReceiverAway: Story = {
  ...inForm({ portfolio: partly, options: receiverWith('unreachable', true).options() }),
};

/** The receiver says no, and goes on saying it. */
export const ReceiverRefuses: Story = {
  ...inForm({ portfolio: partly, options: receiverWith('unauthorised', false).options() }),
};

/** A shared computer: nothing is kept here, by choice. */
export const InThePageByChoice: Story = {
  ...inForm({ portfolio: partly, storage: createMemoryStorage(), options: { memoryChosen: true } }),
};

/** The browser keeps nothing, as in a private window. */
export const InThePage: Story = { ...inForm({ portfolio: partly, storage: createMemoryStorage() }) };

export const DiskFull: Story = {
  ...inForm({ portfolio: partly, files: false, storage: refusesChanges('full'), then: write }),
};

export const BrowserRefuses: Story = {
  ...inForm({ portfolio: partly, files: false, storage: refusesChanges('refused'), then: write }),
};

/** Saving failed for a reason that may pass; it is tried again. */
export const SavingFails: Story = {
  ...inForm({ portfolio: partly, files: false, storage: refusesChanges('failed'), then: write }),
};

/** Another tab runs a newer version of the library. */
export const NewerVersion: Story = { ...inForm({ portfolio: partly, files: false, storage: newerVersion() }) };

/** The draft was removed from the device, here or in another tab. */
export const Removed: Story = { ...inForm({ portfolio: partly, then: ({ services }) => services.removeDraft() }) };

/** Few words, for narrow places. */
export const Compact: Story = {
  ...inForm({ portfolio: partly }),
  args: { compact: true },
  parameters: { width: 'narrow' },
};

export const Dark: Story = { ...Details, globals: { scheme: 'dark' } };

export const RightToLeft: Story = { ...Details, globals: { direction: 'rtl' } };
