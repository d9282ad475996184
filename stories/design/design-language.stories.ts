import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ThemeSpecimen } from './specimen.js';
import { TokenTable } from './token-table.js';

if (!customElements.get('token-table')) customElements.define('token-table', TokenTable);
if (!customElements.get('theme-specimen')) customElements.define('theme-specimen', ThemeSpecimen);

const meta: Meta = {
  title: 'Design/Design language',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
};
export default meta;

/** Read from the browser, with the contrast it paints. */
export const Colours: StoryObj = {
  render: (_args, { globals }) =>
    html`<token-table .kind=${'colours'} .scheme=${String(globals.scheme)}></token-table>`,
};

export const ColoursDark: StoryObj = { ...Colours, globals: { scheme: 'dark' } };

export const Type: StoryObj = { render: () => html`<token-table .kind=${'type'}></token-table>` };

export const Corners: StoryObj = { render: () => html`<token-table .kind=${'shape'}></token-table>` };

export const States: StoryObj = { render: () => html`<theme-specimen .show=${'states'}></theme-specimen>` };

export const StatesDark: StoryObj = { ...States, globals: { scheme: 'dark' } };

export const Icons: StoryObj = { render: () => html`<theme-specimen .show=${'icons'}></theme-specimen>` };

export const Controls: StoryObj = { render: () => html`<theme-specimen .show=${'controls'}></theme-specimen>` };
