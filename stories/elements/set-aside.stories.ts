import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/set-aside/mc-set-aside.js';
import type { McSetAside } from '../../src/elements/set-aside/set-aside.js';
import { digestOf } from '../../src/model/digest.js';
import { inForm } from '../helpers/form.js';
import { props } from '../helpers/props.js';
import { complete, overview, revised, twoVersions } from '../helpers/work.js';

/** Two versions to choose from, and work that a revised credential has no place for. Nothing is thrown away. */
const meta: Meta<McSetAside> = {
  title: 'Elements/Set aside',
  component: 'mc-set-aside',
  render: (args) => html`<mc-set-aside ${props(args)}></mc-set-aside>`,
  parameters: { width: 'middle' },
};
export default meta;
type Story = StoryObj<McSetAside>;

export const TwoVersions: Story = { ...inForm({ portfolio: twoVersions }), args: { partId: overview.id } };

/** After a revision was accepted. */
export const NoPlace: Story = {
  ...inForm({
    portfolio: complete,
    options: { offered: { credential: revised, digest: await digestOf(revised) } },
    then: ({ services }) => services.acceptRevision(),
  }),
};

export const Narrow: Story = { ...TwoVersions, parameters: { width: 'narrow' } };

export const Dark: Story = { ...TwoVersions, globals: { scheme: 'dark' } };

export const RightToLeft: Story = { ...NoPlace, globals: { direction: 'rtl' } };
