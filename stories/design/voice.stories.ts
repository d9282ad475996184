import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { en as artifacts } from '../../src/locales/en/artifacts.js';
import { en as findings } from '../../src/locales/en/findings.js';
import { en as load } from '../../src/locales/en/load.js';
import { en as review } from '../../src/locales/en/review.js';
import { en as rubric } from '../../src/locales/en/rubric.js';
import { en as save } from '../../src/locales/en/save.js';
import { createFormat } from '../../src/locales/format.js';
import { progressOf } from '../../src/model/requirement.js';
import { evaluate } from '../../src/model/evaluate.js';
import { blocks } from '../../src/model/requirement.js';
import { affiliate, credential, partly } from '../helpers/work.js';
import './voice.css';

const format = createFormat('en');
const say = {
  artifacts: artifacts(format),
  findings: findings(format),
  load: load(format),
  review: review(format),
  rubric: rubric(format),
  save: save(format),
};

/** The half-finished work of the other stories, so that the figures are its own. */
const requirements = evaluate(credential, partly, { stored: new Set(), arrived: undefined, applicantGaps: [] });
const finding = requirements.flatMap((each) => each.findings).find(({ code }) => code === 'words.below-minimum')!;
const { all } = progressOf(requirements).details;
const title = partly.artifacts[0]!.title;

interface Rule {
  rule: string;
  /** From the catalogue. */
  we: string;
  not: string;
}
const rules: Rule[] = [
  {
    rule: 'Say how far it is, not that it is wrong',
    we: say.findings.line[finding.code]!(finding.params),
    not: 'Error: text too short',
  },
  { rule: 'Begin with what was reached', we: say.review.title.remaining(3), not: 'Submission incomplete (3 errors)' },
  {
    rule: 'Say what happened, then what helps',
    we: say.artifacts.why('artifact.empty', {}),
    not: 'Upload failed. Invalid file.',
  },
  {
    rule: 'A state of the work is no verdict on the person',
    we: say.rubric.notThereYet(['2.b']),
    not: 'You failed criterion 2.b',
  },
  {
    rule: 'Promise nothing that is not so',
    we: `${say.save.status.device} · ${say.save.noCopy}`,
    not: 'All changes saved ✓',
  },
  { rule: 'Name who has it', we: say.save.status.both(affiliate.name), not: 'Synced to cloud' },
  { rule: 'In trouble, first what is safe', we: say.save.status.full, not: 'QuotaExceededError: write failed' },
  { rule: 'The button says what it does', we: say.review.action.handIn, not: 'Submit' },
  {
    rule: 'Lead to the next step',
    we: say.review.action.fixNext(credential.outcomes[0]!.title!),
    not: 'Please review the errors above',
  },
  {
    rule: 'Ask before something goes, and say what stays',
    we: say.artifacts.removeUsed(['1.a', '2.b']),
    not: 'Are you sure? This cannot be undone!',
  },
  {
    rule: 'Name things as the person named them',
    we: say.artifacts.removed(title),
    not: 'Artifact a-k3f09x2mqa deleted',
  },
  {
    rule: 'Tell the one who can mend it what to do',
    we: `${say.load.reasons.html} ${say.load.remedies.html}`,
    not: 'Unexpected token < in JSON at position 0',
  },
  { rule: 'Numbers as people write them', we: say.findings.words(1000), not: '1000 word(s)' },
];

const meta: Meta = {
  title: 'Design/Voice',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
};
export default meta;

/** The left column is the catalogue itself. */
export const Sentences: StoryObj = {
  render: () => html`<table class="voice">
    <caption>
      ${all} details, ${requirements.filter(blocks).length} requirements still open: the sentences speak of the work that all
      stories show.
    </caption>
    <thead>
      <tr><th scope="col">Rule</th><th scope="col">We say</th><th scope="col">We do not say</th></tr>
    </thead>
    <tbody>
      ${rules.map(
        ({ rule, we, not }) => html`<tr><th scope="row">${rule}</th><td>${we}</td><td class="not">${not}</td></tr>`,
      )}
    </tbody>
  </table>`,
};
