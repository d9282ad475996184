import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { LoadProblem, McLoadProblem } from '../../src/elements/load-problem/load-problem.js';
import '../../src/elements/load-problem/mc-load-problem.js';
import { parseCredential } from '../../src/model/parse.js';
import { StorageProblem } from '../../src/state/ports.js';
import { props } from '../helpers/props.js';
import { faulty } from '../helpers/work.js';

/** Why a form cannot begin, and what to do about it. */
const meta: Meta<McLoadProblem> = {
  title: 'Elements/Load problem',
  component: 'mc-load-problem',
  render: (args) => html`<mc-load-problem ${props(args)}></mc-load-problem>`,
  args: { headingLevel: 2 },
  parameters: { width: 'middle' },
};
export default meta;
type Story = StoryObj<McLoadProblem>;

const url = 'https://credentials.example.org/collaborative-leadership.json';
type Unreachable = Extract<LoadProblem, { kind: 'unreachable' }>['problem'];
const unreachable = (problem: Omit<Unreachable, 'params'>, crossOrigin = false): Story => ({
  args: { problem: { kind: 'unreachable', what: 'credential', problem: { ...problem, params: { url, crossOrigin } } } },
});
const unopened = (reason: StorageProblem['reason']): Story => ({
  args: { problem: { kind: 'failed', problem: new StorageProblem(reason) } },
});

export const NotFound: Story = unreachable({ reason: 'not-found', status: 404 });

/** A web page came in place of the file. */
export const AWebPage: Story = unreachable({ reason: 'html', status: 200 });

/** Another site's file: it may be there and not be meant for this one. */
export const OtherSite: Story = unreachable({ reason: 'unreachable-or-cors' }, true);

export const ThisSite: Story = unreachable({ reason: 'unreachable-or-cors' });

export const TooSlow: Story = unreachable({ reason: 'timeout' });

export const Offline: Story = unreachable({ reason: 'offline' });

export const ServerFails: Story = unreachable({ reason: 'server', status: 503 });

/** Each mistake in the file, with its place, what was expected and what to do. */
export const Faults: Story = (() => {
  const parsed = parseCredential(faulty);
  return { args: { problem: { kind: 'faults', what: 'credential', url, faults: parsed.ok ? [] : parsed.faults } } };
})();

/** The draft was written by a newer version. */
export const NewerDraft: Story = unopened('newer-version');

export const DraftRemoved: Story = unopened('removed');

export const DraftUnreadable: Story = unopened('failed');

export const Narrow: Story = { ...Faults, parameters: { width: 'narrow' } };

export const Dark: Story = { ...Faults, globals: { scheme: 'dark' } };

export const RightToLeft: Story = { ...Faults, globals: { direction: 'rtl' } };
