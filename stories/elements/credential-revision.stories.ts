import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { McCredentialRevision } from '../../src/elements/credential-revision/credential-revision.js';
import '../../src/elements/credential-revision/mc-credential-revision.js';
import { digestOf } from '../../src/model/digest.js';
import { inForm } from '../helpers/form.js';
import { props } from '../helpers/props.js';
import { complete, revised } from '../helpers/work.js';

/** The issuer revised the credential: the draft goes on with its own until the person decides. */
const meta: Meta<McCredentialRevision> = {
  title: 'Elements/Credential revision',
  component: 'mc-credential-revision',
  render: (args) => html`<mc-credential-revision ${props(args)}></mc-credential-revision>`,
  args: { headingLevel: 3 },
  parameters: { width: 'middle' },
};
export default meta;
type Story = StoryObj<McCredentialRevision>;

const work = inForm({
  portfolio: complete,
  options: { offered: { credential: revised, digest: await digestOf(revised) } },
});
const press = (selector: string) => async (canvas: HTMLElement) => {
  const element = canvas.querySelector('mc-credential-revision')!;
  element.shadowRoot!.querySelector<HTMLElement>(selector)!.click();
  await element.updateComplete;
};

export const Offered: Story = { ...work };

/** What changed, and what of the work would be set aside. */
export const Compared: Story = { ...work, play: ({ canvasElement }) => press('#see')(canvasElement) };

export const Accepted: Story = {
  ...work,
  play: async ({ canvasElement }) => {
    await press('#see')(canvasElement);
    await press('.choices .main')(canvasElement);
  },
};

export const Narrow: Story = { ...Compared, parameters: { width: 'narrow' } };

export const Dark: Story = { ...Compared, globals: { scheme: 'dark' } };

export const RightToLeft: Story = { ...Compared, globals: { direction: 'rtl' } };
