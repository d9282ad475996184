import { html, nothing, type TemplateResult } from 'lit';
import type { FindingMessages } from '../../locales/findings.js';
import type { ReviewMessages } from '../../locales/review.js';
import type { Finding } from '../../model/submission.js';
import { ServiceProblem, StorageProblem } from '../../state/ports.js';
import type { HandIn } from '../../state/state.js';
import { infoIcon, warnIcon } from '../../theme/icons.js';
import { findingLine } from '../requirement-words.js';

/** How handing in stands, in one sentence; nothing while it has not begun. `there`: the name of who it goes to. */
export function statusLine(
  { state, problem }: HandIn,
  say: ReviewMessages,
  there: string | undefined,
): string | undefined {
  switch (state) {
    case 'preparing':
      return say.status.preparing;
    case 'sending':
      return say.status.sending;
    case 'waiting':
      return waitingLine(problem, say, there);
    case 'refused':
      return refusalLine(problem, say, there);
    case 'idle':
      if (!problem) return undefined;
      return problem instanceof StorageProblem ? say.status.storage[problem.reason] : refusalLine(problem, say, there);
    case 'done':
      return undefined;
  }
}

function waitingLine(problem: HandIn['problem'], say: ReviewMessages, there: string | undefined): string {
  const reason = problem?.reason;
  if (reason === 'insecure') return say.status.insecure;
  return reason === undefined || reason === 'offline' || reason === 'unreachable' || reason === 'timeout'
    ? say.status.waiting
    : say.status.busy(there);
}

function refusalLine(problem: HandIn['problem'], say: ReviewMessages, there: string | undefined): string {
  if (problem instanceof ServiceProblem && problem.passing) return say.status.unreached(there);
  switch (problem?.reason) {
    case 'unauthorised':
      return say.status.unauthorised(there);
    case 'not-found':
      return say.status.notFound;
    case 'too-large':
      return say.status.tooLarge(there);
    case 'insecure':
      return say.status.insecure;
    default:
      return say.status.refused(there);
  }
}

interface StatusOptions {
  line: string;
  words: { review: ReviewMessages; finding: FindingMessages };
  /** What a finding is about, where this form has it, and the way there. */
  about: (finding: Finding) => { name: string; lead: () => void } | undefined;
}

/** The sentence as a note, with what the receiver said and found where it refused. */
export function statusNote(
  { state, problem, findings }: HandIn,
  { line, words, about }: StatusOptions,
): TemplateResult {
  const tone = state === 'refused' || state === 'idle' ? 'bad' : state === 'waiting' ? 'warn' : '';
  const said = problem instanceof ServiceProblem ? problem.problem : undefined;
  return html`<div class="note ${tone}" part="status">
    ${tone ? warnIcon() : infoIcon()}
    <div class="said">
      <p>${line}</p>
      ${tone === 'bad' && said?.title ? html`<p>${[said.title, said.detail].filter(Boolean).join(': ')}</p>` : nothing}
      ${
        findings?.length
          ? html`<p>${words.review.status.refusedFindings}</p>
            <ul>
              ${findings.map((finding) => html`<li>${findingWords(findingLine(finding, words.finding), about(finding))}</li>`)}
            </ul>`
          : nothing
      }
    </div>
  </div>`;
}

/** "Overview narrative: 106 of 1,000 words". */
const findingWords = (line: string, about: ReturnType<StatusOptions['about']>) =>
  about ? html`<button type="button" class="link" @click=${about.lead}>${about.name}</button>: ${line}` : line;
