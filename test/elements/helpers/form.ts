import { render, type LitElement, type TemplateResult } from 'lit';
import type { Affiliate } from '../../../src/model/affiliate.js';
import type { Portfolio } from '../../../src/model/portfolio.js';
import type { LiveOptions } from '../../../src/state/live-portfolio.js';
import type { DraftStorage } from '../../../src/state/ports.js';
import type { PortfolioServices } from '../../../src/state/services.js';
import type { PortfolioStore } from '../../../src/state/store.js';
import sample from '../../../demo/credentials/collaborative-leadership.json' with { type: 'json' };
import { openLive, provideForm } from '../../fixtures/live-form.js';

export interface OpenForm {
  store: PortfolioStore;
  services: PortfolioServices;
  /** Renders a template inside an element that provides the form's contexts; answers with its first element. */
  render<T extends Element>(template: TemplateResult): Promise<T>;
  close(): Promise<void>;
}

/** A live form without its shell: the real store and services over memory storage, for testing one element. */
export async function openForm({
  credential = sample,
  language = 'en',
  ...work
}: {
  credential?: unknown;
  /** Work to begin with; its pin is set right. */
  portfolio?: Portfolio;
  affiliate?: Affiliate;
  storage?: DraftStorage;
  language?: string;
  options?: Partial<LiveOptions>;
} = {}): Promise<OpenForm> {
  const live = await openLive({ credential, ...work });
  const host = document.createElement('div');
  provideForm(host, live, language);
  document.body.append(host);
  return {
    store: live.store,
    services: live.services,
    async render<T extends Element>(template: TemplateResult) {
      const place = document.createElement('div');
      host.append(place);
      render(template, place);
      await (place.firstElementChild as LitElement).updateComplete;
      return place.firstElementChild as unknown as T;
    },
    async close() {
      await live.close();
      host.remove();
    },
  };
}
