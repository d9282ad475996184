import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/start-screen/mc-start-screen.js';
import type { McStartScreen } from '../../src/elements/start-screen/start-screen.js';
import type { DraftSummary } from '../../src/state/ports.js';
import { deviceStorage, inForm } from '../helpers/form.js';
import { keepDraft } from '../../test/fixtures/live-form.js';
import { props } from '../helpers/props.js';
import { affiliate, complete, credential, longText, partly } from '../helpers/work.js';

/** What a credential asks and who offers it; before a draft is open also the ways to begin. */
const meta: Meta<McStartScreen> = {
  title: 'Elements/Start screen',
  component: 'mc-start-screen',
  render: (args, { loaded }) => html`<mc-start-screen
    ${props({ ...args, ...(loaded.drafts ? { drafts: loaded.drafts as DraftSummary[] } : {}) })}
  ></mc-start-screen>`,
  args: { credential, affiliate, choosing: true, headingLevel: 2 },
  parameters: { width: 'middle' },
};
export default meta;
type Story = StoryObj<McStartScreen>;

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

/** Three drafts of this browser, as its storage lists them. */
const withDrafts = {
  loaders: [
    async () => {
      const storage = deviceStorage();
      await keepDraft(storage, { credential, portfolio: complete, at: daysAgo(30), record: { copiedAt: daysAgo(12) } });
      await keepDraft(storage, { credential, at: daysAgo(8) });
      await keepDraft(storage, { credential, portfolio: partly, at: daysAgo(1) });
      return { drafts: await storage.drafts({ credential: credential.id }) };
    },
  ],
};

export const FirstTime: Story = {};

/** Drafts lie in this browser: they are offered by their time, never by whose they are. */
export const Drafts: Story = { ...withDrafts };

/** Nobody offers it locally. */
export const NoAffiliate: Story = { args: { affiliate: undefined } };

/** In an open form it is there to be read. */
export const InAForm: Story = { ...inForm({ portfolio: partly }), args: { choosing: false } };

export const LongText: Story = { args: { credential: longText } };

export const Narrow: Story = { ...withDrafts, parameters: { width: 'narrow' } };

export const Dark: Story = { ...withDrafts, globals: { scheme: 'dark' } };

export const RightToLeft: Story = { ...withDrafts, globals: { direction: 'rtl' } };
