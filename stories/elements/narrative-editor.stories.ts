import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/narrative-editor/mc-narrative-editor.js';
import type { McNarrativeEditor } from '../../src/elements/narrative-editor/narrative-editor.js';
import { paragraphs, seededRandom } from '../../test/fixtures/prose.js';
import { handIn, inForm } from '../helpers/form.js';
import { props } from '../helpers/props.js';
import { complete, overview, partly } from '../helpers/work.js';

const text = (words: number) => paragraphs(seededRandom(3), words).join('\n\n');

/** A text with a live word count. Alone it is a form control; in a portfolio form it writes one narrative. */
const meta: Meta<McNarrativeEditor> = {
  title: 'Elements/Narrative editor',
  component: 'mc-narrative-editor',
  render: (args) => html`<form @submit=${(event: Event) => event.preventDefault()}>
    <mc-narrative-editor ${props(args)}></mc-narrative-editor>
  </form>`,
  args: { label: 'What did you learn?', name: 'learned', minWords: 150 },
  parameters: { width: 'middle' },
};
export default meta;
type Story = StoryObj<McNarrativeEditor>;

export const Empty: Story = {};

export const BelowMinimum: Story = { args: { value: text(90) } };

export const MinimumReached: Story = { args: { value: text(210) } };

export const OverMaximum: Story = { args: { maxWords: 200, value: text(260) } };

/** Neither minimum nor maximum: it only counts. */
export const NoLimits: Story = { args: { minWords: undefined, value: text(40) } };

export const Placeholder: Story = { args: { placeholder: 'Begin with one moment that you remember well.' } };

/** The form was to be sent, and the text is required. */
export const Missing: Story = {
  args: { required: true },
  play: async ({ canvasElement }) => {
    const editor = canvasElement.querySelector('mc-narrative-editor')!;
    await editor.updateComplete;
    editor.checkValidity();
  },
};

export const ReadOnly: Story = { args: { readOnly: true, value: text(210) } };

export const Disabled: Story = { args: { disabled: true, value: text(90) } };

/** Where the number comes from, paragraph by paragraph. */
export const WhyThisNumber: Story = {
  ...BelowMinimum,
  play: async ({ canvasElement }) => {
    const editor = canvasElement.querySelector('mc-narrative-editor')!;
    await editor.updateComplete;
    editor.shadowRoot!.querySelector('button')!.click();
  },
};

const bound = { label: 'Your narrative', labelHidden: true, name: '', minWords: undefined, partId: overview.id };

/** In a portfolio form, with the credential's own limits. */
export const InAForm: Story = { ...inForm({ portfolio: partly }), args: bound };

export const InAFormEmpty: Story = { ...inForm(), args: bound };

/** Handed in: the text is shown for reading. */
export const HandedIn: Story = { ...inForm({ portfolio: complete, person: true, then: handIn }), args: bound };

export const LongText: Story = { args: { label: `${text(40)}`, value: text(1200) } };

export const Narrow: Story = { ...BelowMinimum, parameters: { width: 'narrow' } };

export const Dark: Story = { ...OverMaximum, globals: { scheme: 'dark' } };

export const RightToLeft: Story = { ...BelowMinimum, globals: { direction: 'rtl' } };
