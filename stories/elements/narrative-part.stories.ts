import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/narrative-part/mc-narrative-part.js';
import type { McNarrativePart } from '../../src/elements/narrative-part/narrative-part.js';
import { handIn, inForm } from '../helpers/form.js';
import { props } from '../helpers/props.js';
import { complete, overview, partly, severalTexts, twoVersions } from '../helpers/work.js';

/** One part that is written: what is asked, and the text or texts that answer it. */
const meta: Meta<McNarrativePart> = {
  title: 'Elements/Narrative part',
  component: 'mc-narrative-part',
  render: (args) => html`<mc-narrative-part ${props(args)}></mc-narrative-part>`,
  args: { partId: overview.id },
  parameters: { width: 'middle' },
};
export default meta;
type Story = StoryObj<McNarrativePart>;

export const Empty: Story = { ...inForm() };

export const PartlyDone: Story = { ...inForm({ portfolio: partly }) };

export const Complete: Story = { ...inForm({ portfolio: complete }) };

/** A text of its own for each question. */
export const SeveralTexts: Story = {
  ...inForm({ credential: severalTexts }),
  args: { partId: severalTexts.parts[0]!.id },
};

/** The same paragraph was written in two places; both are kept until one is chosen. */
export const TwoVersions: Story = { ...inForm({ portfolio: twoVersions }) };

export const ReadOnly: Story = { ...inForm({ portfolio: complete, person: true, then: handIn }) };

export const Narrow: Story = { ...PartlyDone, parameters: { width: 'narrow' } };

export const Dark: Story = { ...PartlyDone, globals: { scheme: 'dark' } };

export const RightToLeft: Story = { ...PartlyDone, globals: { direction: 'rtl' } };
