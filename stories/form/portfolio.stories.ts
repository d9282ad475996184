import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { McFormFrame } from '../../src/elements/form-frame/form-frame.js';
import '../../src/elements/portfolio/mc-portfolio.js';
import type { McPortfolio } from '../../src/elements/portfolio/portfolio.js';
import type { OpenSubject } from '../../src/events/requirement-open.js';
import { pseudoLanguage } from '../../src/locales/pseudo.js';
import type { DraftStorage } from '../../src/state/ports.js';
import { keepDraft } from '../../test/fixtures/live-form.js';
import { MemoryReceiver } from '../../test/fixtures/memory-receiver.js';
import { handIn, hostKey, keepWork, openWork, withStorage, type FormWork } from '../helpers/form.js';
import { props } from '../helpers/props.js';
import { damagedEntries, keepsNothing, opensNothing } from '../helpers/trouble.js';
import {
  affiliate,
  complete,
  credential,
  evidencePart,
  faulty,
  longText,
  overview,
  partly,
  revised,
  severalTexts,
  twoVersions,
} from '../helpers/work.js';

/** The whole form, from the first look to the receipt, in one tag. Nothing that is done here is kept in the browser. */
const meta: Meta<McPortfolio> = {
  title: 'Whole form/Portfolio',
  component: 'mc-portfolio',
  // A form takes the direction of its language, not of its page, unless it is told one.
  render: (args, { loaded, globals }) => html`<mc-portfolio
    ${props({ ...args, storage: loaded.storage as DraftStorage, dir: globals.direction === 'rtl' ? 'rtl' : '' })}
  ></mc-portfolio>`,
  args: { credential, affiliate, draft: hostKey, headingLevel: 2 },
  // One whole form on the page of docs is enough.
  tags: ['!autodocs'],
};
export default meta;
type Story = StoryObj<McPortfolio>;

/** The frame inside the form, once a draft is open. */
async function frameIn(canvas: HTMLElement): Promise<McFormFrame> {
  const portfolio = canvas.querySelector('mc-portfolio')!;
  for (;;) {
    const frame = portfolio.shadowRoot?.querySelector('mc-form-frame');
    if (frame?.shadowRoot?.querySelector('.frame')) return frame;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** Goes to a place, as a press on its row of the checklist does. */
const at = (subject: OpenSubject): Pick<Story, 'play'> => ({
  play: async ({ canvasElement }) => (await frameIn(canvasElement)).open(subject),
});

const onWork = (portfolio = partly) => withStorage((storage) => keepWork(storage, { portfolio }));

/** Work that was handed in before the form is opened. */
const handedIn = (work: FormWork = {}) =>
  withStorage(async (storage) => {
    const live = await openWork({ portfolio: complete, person: true, hostKey, ...work, storage });
    await handIn(live);
    await live.close();
  });

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

/** The first visit. */
export const Start: Story = { ...withStorage(), args: { draft: undefined }, tags: ['autodocs'] };

/** Drafts lie in this browser, and the page does not say whose: the person chooses. */
export const DraftsToChoose: Story = {
  args: { draft: undefined },
  ...withStorage(async (storage) => {
    await keepDraft(storage, { credential, portfolio: complete, at: daysAgo(9), record: { copiedAt: daysAgo(9) } });
    await keepDraft(storage, { credential, portfolio: partly, at: daysAgo(1) });
  }),
};

/** A draft in which nothing was done. */
export const Begun: Story = { ...withStorage((storage) => keepWork(storage, {})) };

export const Overview: Story = { ...onWork(), ...at({ kind: 'narrative', part: overview.id }) };

/** A text of its own for each question. */
export const OverviewSeveralTexts: Story = {
  args: { credential: severalTexts },
  ...withStorage((storage) => keepWork(storage, { credential: severalTexts })),
};

export const Artifacts: Story = { ...onWork(), ...at({ kind: 'artifacts', part: evidencePart.id }) };

export const Evidence: Story = {
  ...onWork(),
  ...at({ kind: 'outcome', part: evidencePart.id, outcome: credential.outcomes[1]!.id }),
};

export const Reflection: Story = { ...onWork(), ...at({ kind: 'narrative', part: credential.parts.at(-1)!.id }) };

export const SelfAssessment: Story = { ...onWork(), ...at({ kind: 'self-assessment' }) };

/** Something is missing: the list leads to it. */
export const FinishWithGaps: Story = { ...onWork(), ...at({ kind: 'finish' }) };

export const FinishReady: Story = {
  ...withStorage(async (storage) => {
    const live = await openWork({ portfolio: complete, person: true, hostKey, storage });
    await live.flush();
    await live.close();
  }),
  ...at({ kind: 'finish' }),
};

/** A package was made and handed over; the draft can be taken up again. */
export const HandedOver: Story = { ...handedIn() };

/** A receiver has it, and gave a receipt. */
export const Received: Story = { ...handedIn({ options: new MemoryReceiver().options() }) };

/** What was handed in, read once more. */
export const HandedInReading: Story = { ...handedIn(), ...at({ kind: 'narrative', part: overview.id }) };

export const CredentialRevised: Story = { ...onWork(), args: { credential: revised } };

/** The same paragraph was written on two devices. */
export const TwoVersions: Story = { ...onWork(twoVersions), ...at({ kind: 'narrative', part: overview.id }) };

/** Mistakes in the credential's file, told to its author. */
export const Faults: Story = {
  ...withStorage(),
  args: { credential: JSON.parse(faulty) as McPortfolio['credential'] },
};

/** An address that leads nowhere. */
export const Unreachable: Story = {
  ...withStorage(),
  args: { credential: undefined, src: 'about:collaborative-leadership.json' },
};

/** A browser that keeps nothing: the form works, and says where the work is. */
export const StorageRefused: Story = {
  args: { draft: undefined },
  ...withStorage(undefined, keepsNothing),
  play: async ({ canvasElement }) => {
    const portfolio = canvasElement.querySelector('mc-portfolio')!;
    for (;;) {
      const screen = portfolio.shadowRoot?.querySelector('mc-start-screen')?.shadowRoot;
      const begin = screen?.querySelector<HTMLElement>('.begin .button');
      if (begin) return begin.click();
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  },
};

/** The draft on this device cannot be opened. */
export const DraftUnreadable: Story = {
  ...withStorage((storage) => keepWork(storage, { portfolio: partly }), opensNothing),
};

/** A few changes in the journal could not be read; they can be saved as a file. */
export const PartlyUnreadable: Story = {
  ...withStorage((storage) => keepWork(storage, { portfolio: partly }), damagedEntries),
};

export const LongText: Story = {
  args: { credential: longText },
  ...withStorage((storage) => keepWork(storage, { credential: longText, portfolio: partly })),
};

/** One colour restyles every accent. */
export const OwnBrand: Story = {
  ...Evidence,
  args: { '--mc-brand': '#7a2e8e', '--mc-radius': '2px' } as Story['args'],
};

export const Column: Story = { ...Evidence, parameters: { width: 'middle' } };

export const Phone: Story = { ...Evidence, parameters: { width: 'phone' } };

export const Narrow: Story = { ...Overview, parameters: { width: 'narrow' } };

export const Dark: Story = { ...Evidence, globals: { scheme: 'dark' } };

export const RightToLeft: Story = { ...Evidence, globals: { direction: 'rtl' } };

export const Spanish: Story = { ...FinishWithGaps, globals: { language: 'es' } };

/** Every text of the form twice as long: nothing may be cut off. */
export const TwiceAsLong: Story = { ...Evidence, globals: { language: pseudoLanguage } };

export const TwiceAsLongPhone: Story = { ...TwiceAsLong, parameters: { width: 'phone' } };
