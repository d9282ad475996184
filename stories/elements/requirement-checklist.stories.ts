import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/requirement-checklist/mc-requirement-checklist.js';
import type { McRequirementChecklist } from '../../src/elements/requirement-checklist/requirement-checklist.js';
import { evaluate } from '../../src/model/evaluate.js';
import { handIn, inForm } from '../helpers/form.js';
import { props } from '../helpers/props.js';
import { complete, credential, large, longText, outOfRange, partly, severalTexts } from '../helpers/work.js';

/** Everything that is asked, how far it is, and the way there. It is the navigation of the form. */
const meta: Meta<McRequirementChecklist> = {
  title: 'Elements/Requirement checklist',
  component: 'mc-requirement-checklist',
  render: (args) => html`<mc-requirement-checklist ${props(args)}></mc-requirement-checklist>`,
  args: { current: '', headingLevel: 3 },
  parameters: { width: 'narrow' },
};
export default meta;
type Story = StoryObj<McRequirementChecklist>;

export const Empty: Story = { ...inForm() };

/** Details in each state: not begun, begun, proved. */
export const PartlyDone: Story = {
  ...inForm({ portfolio: partly }),
  args: { current: `narrative/${credential.parts[0]!.id}` },
};

export const Complete: Story = { ...inForm({ portfolio: complete, person: true }) };

/** A place lies after the last page of its file. */
export const Contradiction: Story = { ...inForm({ portfolio: outOfRange, person: true }) };

export const HandedIn: Story = { ...inForm({ portfolio: complete, person: true, then: handIn }) };

/** A text of its own for each question. */
export const SeveralTexts: Story = { ...inForm({ credential: severalTexts }) };

export const ManyDetails: Story = { ...inForm({ credential: large }) };

export const LongText: Story = { ...inForm({ credential: longText, portfolio: partly }) };

/** Outside of a form, from a report that was made elsewhere. */
export const Alone: Story = {
  args: {
    report: {
      credential,
      requirements: evaluate(credential, partly, { stored: new Set(), arrived: undefined, applicantGaps: [] }),
    },
  },
};

export const Wide: Story = { ...PartlyDone, parameters: { width: 'middle' } };

export const Dark: Story = { ...PartlyDone, globals: { scheme: 'dark' } };

export const RightToLeft: Story = { ...PartlyDone, globals: { direction: 'rtl' } };
