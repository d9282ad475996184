import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { McEvidenceMapper } from '../../src/elements/evidence-mapper/evidence-mapper.js';
import '../../src/elements/evidence-mapper/mc-evidence-mapper.js';
import { handIn, inForm } from '../helpers/form.js';
import { props } from '../helpers/props.js';
import { complete, credential, longText, outOfRange, partly } from '../helpers/work.js';

const [first, second, third] = credential.outcomes;

/** Detail by detail: what shows it, where to look, and how that proves it. */
const meta: Meta<McEvidenceMapper> = {
  title: 'Elements/Evidence mapper',
  component: 'mc-evidence-mapper',
  render: (args) => html`<mc-evidence-mapper ${props(args)}></mc-evidence-mapper>`,
  args: { outcome: first!.id },
  parameters: { width: 'middle' },
};
export default meta;
type Story = StoryObj<McEvidenceMapper>;

/** Nothing is proved yet, and there is no artifact. */
export const Empty: Story = { ...inForm() };

/** Artifacts are there, nothing is mapped. */
export const NotBegun: Story = { ...inForm({ portfolio: { ...partly, evidence: [] } }) };

/** One detail lacks the place in its artifact, one what shows it. */
export const PartlyDone: Story = { ...inForm({ portfolio: partly }), args: { outcome: third!.id } };

export const OtherOutcome: Story = { ...inForm({ portfolio: partly }), args: { outcome: second!.id } };

export const Complete: Story = { ...inForm({ portfolio: complete }) };

/** A page is named that the file does not have. */
export const OutOfRange: Story = {
  ...inForm({ portfolio: outOfRange }),
  args: { current: outOfRange.evidence[0]!.detail },
};

/** All outcomes on one page. */
export const Whole: Story = { ...inForm({ portfolio: partly }), args: { outcome: '' } };

export const ReadOnly: Story = { ...inForm({ portfolio: complete, person: true, then: handIn }) };

/** Outside of a form, from properties: it can be read. */
export const Alone: Story = { args: { credential, portfolio: complete } };

export const LongText: Story = { ...inForm({ credential: longText, portfolio: partly }) };

export const Narrow: Story = { ...PartlyDone, parameters: { width: 'narrow' } };

export const Dark: Story = { ...PartlyDone, globals: { scheme: 'dark' } };

export const RightToLeft: Story = { ...PartlyDone, globals: { direction: 'rtl' } };
