import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/rubric-viewer/mc-rubric-viewer.js';
import type { McRubricViewer } from '../../src/elements/rubric-viewer/rubric-viewer.js';
import { MemoryReceiver } from '../../test/fixtures/memory-receiver.js';
import { handIn, inForm } from '../helpers/form.js';
import { props } from '../helpers/props.js';
import { complete, credential, large, partly } from '../helpers/work.js';

/** The rubric, to be read or to place oneself in: a grid where there is room, a card for each criterion where there is not. */
const meta: Meta<McRubricViewer> = {
  title: 'Elements/Rubric viewer',
  component: 'mc-rubric-viewer',
  render: (args) => html`<mc-rubric-viewer ${props(args)}></mc-rubric-viewer>`,
  args: { mode: 'read' },
};
export default meta;
type Story = StoryObj<McRubricViewer>;

/** Alone on a page, with a rubric as property. */
export const Alone: Story = { args: { rubric: credential.rubric } };

/** In a form: criteria stand under their outcomes. */
export const Read: Story = { ...inForm({ portfolio: partly }) };

/** Only the criteria of one outcome, as beside the work on it. */
export const SomeCriteria: Story = {
  ...inForm({ portfolio: partly }),
  args: { criteria: credential.rubric!.criteria.slice(1, 4).map(({ id }) => id) },
  parameters: { width: 'phone' },
};

export const SelfAssess: Story = { ...inForm(), args: { mode: 'self-assess' } };

/** Some levels are chosen, one of them below what is required. */
export const SelfAssessPartly: Story = { ...inForm({ portfolio: partly }), args: { mode: 'self-assess' } };

export const SelfAssessComplete: Story = { ...inForm({ portfolio: complete }), args: { mode: 'self-assess' } };

/** Handed in: the choices can be read and no longer changed. */
export const ReadOnly: Story = {
  ...inForm({ portfolio: complete, person: true, options: new MemoryReceiver().options(), then: handIn }),
  args: { mode: 'self-assess' },
};

/** Sixty criteria of five levels. */
export const Large: Story = { args: { rubric: large.rubric } };

export const LargeSelfAssess: Story = { args: { rubric: large.rubric, mode: 'self-assess' } };

export const Column: Story = { ...SelfAssessPartly, parameters: { width: 'middle' } };

export const Narrow: Story = { ...SelfAssessPartly, parameters: { width: 'narrow' } };

export const Dark: Story = { ...SelfAssessPartly, globals: { scheme: 'dark' } };

export const RightToLeft: Story = { ...SelfAssessPartly, globals: { direction: 'rtl' } };
