import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { McArtifactLibrary } from '../../src/elements/artifact-library/artifact-library.js';
import '../../src/elements/artifact-library/mc-artifact-library.js';
import { ServiceProblem } from '../../src/state/ports.js';
import { asFile, exeNamedPdf, makePdf } from '../../test/fixtures/files.js';
import { generatePortfolio } from '../../test/fixtures/generate.js';
import { MemoryReceiver } from '../../test/fixtures/memory-receiver.js';
import { handIn, inForm, until } from '../helpers/form.js';
import { props } from '../helpers/props.js';
import { complete, credential, evidencePart, partly } from '../helpers/work.js';

/** Artifacts: added by button, drop or link; titled, described, put in order, replaced, removed. */
const meta: Meta<McArtifactLibrary> = {
  title: 'Elements/Artifact library',
  component: 'mc-artifact-library',
  render: (args) => html`<mc-artifact-library ${props(args)}></mc-artifact-library>`,
  parameters: { width: 'middle' },
};
export default meta;
type Story = StoryObj<McArtifactLibrary>;

/** The list inside the library, once its chunk is there. */
async function listIn(canvas: HTMLElement): Promise<ShadowRoot> {
  const library = canvas.querySelector('mc-artifact-library')!;
  for (;;) {
    const list = library.shadowRoot?.querySelector('mc-artifact-list');
    if (list?.shadowRoot?.querySelector('input[type="file"]')) return list.shadowRoot;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function choose(canvas: HTMLElement, files: File[]): Promise<void> {
  const input = (await listIn(canvas)).querySelector<HTMLInputElement>('input[type="file"]')!;
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  input.files = data.files;
  input.dispatchEvent(new Event('change'));
}

const minutes = () => new File([makePdf({ pages: 2 })], 'Team minutes.pdf', { type: 'application/pdf' });

export const Empty: Story = { ...inForm() };

export const Filled: Story = { ...inForm({ portfolio: partly }) };

export const Many: Story = {
  ...inForm({ portfolio: generatePortfolio(credential, { words: 0, artifacts: 40, pointersPerDetail: 1 }) }),
};

/** On the way to a receiver, each with how far it has come. */
export const Uploading: Story = (() => {
  const receiver = new MemoryReceiver();
  const options = receiver.options(receiver.uploader(700));
  return {
    ...inForm({
      portfolio: partly,
      options,
      then: (live) => until(live, ({ files }) => Object.values(files).some(({ upload }) => upload === 'sending')),
    }),
  };
})();

/** Everything has arrived and was checked. */
export const Arrived: Story = {
  ...inForm({
    portfolio: partly,
    options: new MemoryReceiver().options(),
    then: (live) => until(live, ({ files }) => Object.values(files).every(({ upload }) => upload === 'checked')),
  }),
};

/** The receiver has no room for it; the person can try again. */
export const UploadFailed: Story = {
  ...inForm({
    portfolio: partly,
    options: new MemoryReceiver().options({
      upload: () => ({ pause: () => undefined, done: Promise.reject(new ServiceProblem('too-large', false)) }),
    }),
    then: (live) => until(live, ({ files }) => Object.values(files).some(({ upload }) => upload === 'failed')),
  }),
};

/** Files that are not taken, each with the reason and a remedy. */
export const Refused: Story = {
  ...inForm({ portfolio: partly }),
  play: ({ canvasElement }) =>
    choose(canvasElement, [
      asFile(exeNamedPdf()),
      new File([], 'Empty.pdf', { type: 'application/pdf' }),
      new File([Uint8Array.from({ length: 64 }, (_, n) => (n * 37) % 256)], 'Plan.xyz'),
    ]),
};

/** The work was opened on a device that does not have the bytes. */
export const BytesElsewhere: Story = { ...inForm({ portfolio: partly, files: false }) };

/** An artifact that proves something is removed only after a question. */
export const Removing: Story = {
  ...Filled,
  play: async ({ canvasElement }) => {
    const list = await listIn(canvasElement);
    const card = list.querySelector('mc-artifact-card')!;
    await card.updateComplete;
    const press = (part: ParentNode | null | undefined, words: RegExp) =>
      [...(part?.querySelectorAll('button') ?? [])].find(({ textContent }) => words.test(textContent ?? ''))?.click();
    press(card.shadowRoot, /^\s*More/);
    await card.updateComplete;
    press(card.shadowRoot, /^\s*Remove/);
  },
};

export const ReadOnly: Story = { ...inForm({ portfolio: complete, person: true, then: handIn }) };

/** A form control of its own, whose files are sent with the form around it. */
export const Alone: Story = {
  args: { name: 'proof', multiple: true },
  play: ({ canvasElement }) => choose(canvasElement, [minutes()]),
};

export const LongText: Story = {
  ...inForm({
    portfolio: {
      ...partly,
      artifacts: partly.artifacts.map((artifact) => ({
        ...artifact,
        title: `${artifact.title} ${credential.overview}`,
      })),
    },
  }),
};

/** Beside other work there is little room. */
export const Narrow: Story = { ...Filled, args: { partId: evidencePart.id }, parameters: { width: 'narrow' } };

export const Dark: Story = { ...Filled, globals: { scheme: 'dark' } };

export const RightToLeft: Story = { ...Filled, globals: { direction: 'rtl' } };
