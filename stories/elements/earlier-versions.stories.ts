import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { McEarlierVersions } from '../../src/elements/earlier-versions/earlier-versions.js';
import '../../src/elements/earlier-versions/mc-earlier-versions.js';
import { handIn, inForm } from '../helpers/form.js';
import { complete, partly, twoVersions } from '../helpers/work.js';

/** Earlier versions of the work on this device, and the way back to one. */
const meta: Meta<McEarlierVersions> = {
  title: 'Elements/Earlier versions',
  component: 'mc-earlier-versions',
  render: () => html`<mc-earlier-versions></mc-earlier-versions>`,
  parameters: { width: 'phone' },
};
export default meta;
type Story = StoryObj<McEarlierVersions>;

export const None: Story = { ...inForm({ portfolio: partly }) };

/** A decision was made, and one before it: both moments can be gone back to. */
export const Some: Story = {
  ...inForm({
    portfolio: twoVersions,
    then: async ({ services }) => {
      await services.settle(twoVersions.setAside[0]!.id, true);
      const [point] = await services.restorePoints();
      await services.restore(point!.id);
    },
  }),
};

export const ReadOnly: Story = { ...inForm({ portfolio: complete, person: true, then: handIn }) };

export const Dark: Story = { ...Some, globals: { scheme: 'dark' } };

export const RightToLeft: Story = { ...Some, globals: { direction: 'rtl' } };
