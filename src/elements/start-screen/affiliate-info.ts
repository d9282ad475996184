import { html, nothing } from 'lit';
import type { StartMessages } from '../../locales/en/start.js';
import type { Affiliate } from '../../model/affiliate.js';
import type { Credential } from '../../model/credential.js';
import { heading } from '../heading.js';
import { ownWords } from '../own-words.js';

/** What the affiliate adds: credit, how to buy, prices, course, help. */
export function affiliateInfo(
  affiliate: Affiliate | undefined,
  credential: Credential,
  say: StartMessages,
  level: number,
) {
  // An affiliate's document names no language: it is written for those who read the credential.
  const theirs = (words: unknown) => ownWords(words, credential.language);
  if (!affiliate) {
    const { name, url } = credential.issuer;
    return url
      ? html`<section>${heading(level, say.support, 'section-title')}<p><a href=${url}>${name}</a></p></section>`
      : nothing;
  }
  const { creditStatement, pdHours, purchaseSteps, orderForm, prices, companionCourse, support, notice } = affiliate;
  return html`<div class="offer">
    ${
      creditStatement
        ? html`<section>
          ${heading(level, say.credit, 'section-title')}
          <p>${theirs(creditStatement)}</p>
          ${pdHours ? html`<p class="small">${say.pdHours(pdHours)}</p>` : nothing}
        </section>`
        : nothing
    }
    ${
      purchaseSteps.length || orderForm
        ? html`<section>
          ${heading(level, say.purchase, 'section-title')}
          <ol class="steps">
            ${purchaseSteps.map(({ text, url }) => html`<li>${url ? html`<a href=${url}>${theirs(text)}</a>` : theirs(text)}</li>`)}
          </ol>
          ${orderForm ? html`<p><a href=${orderForm.url}>${theirs(orderForm.title)}</a></p>` : nothing}
        </section>`
        : nothing
    }
    ${
      prices.length
        ? html`<section>
          ${heading(level, say.prices, 'section-title')}
          <ul class="plain figures">
            ${prices.map(({ label, amount, currency, per, note }) => html`<li>${say.price(label, amount, currency, per)} <span class="small">${note ? theirs(note) : nothing}</span></li>`)}
          </ul>
        </section>`
        : nothing
    }
    ${
      companionCourse
        ? html`<section>
          ${heading(level, say.companion, 'section-title')}
          <p><a href=${companionCourse.url}>${theirs(companionCourse.title)}</a> <span class="small">${companionCourse.note ? theirs(companionCourse.note) : nothing}</span></p>
        </section>`
        : nothing
    }
    <section>
      ${heading(level, say.support, 'section-title')}
      <p class="small">${support.note ? theirs(support.note) : say.supportBy}</p>
      <ul class="plain">
        ${support.email ? html`<li><a href="mailto:${support.email}">${support.email}</a></li>` : nothing}
        ${support.phone ? html`<li>${support.phone}</li>` : nothing}
        ${support.url ? html`<li><a href=${support.url}>${support.url}</a></li>` : nothing}
      </ul>
      ${notice ? html`<p class="small">${theirs(notice)}</p>` : nothing}
    </section>
  </div>`;
}
