import { ContextProvider } from '@lit/context';
import { render, type LitElement, type TemplateResult } from 'lit';
import { localeContext, servicesContext, storeContext } from '../../../src/context/keys.js';
import { Locale } from '../../../src/locales/locale.js';
import type { Affiliate } from '../../../src/model/affiliate.js';
import { digestOf } from '../../../src/model/digest.js';
import { parseCredential } from '../../../src/model/parse.js';
import type { Portfolio } from '../../../src/model/portfolio.js';
import { newDraft } from '../../../src/state/drafts.js';
import { openLivePortfolio, type LiveOptions } from '../../../src/state/live-portfolio.js';
import type { DraftStorage } from '../../../src/state/ports.js';
import type { PortfolioServices } from '../../../src/state/services.js';
import type { PortfolioStore } from '../../../src/state/store.js';
import { createMemoryStorage } from '../../../src/storage/memory.js';
import { hashBlob } from '../../../src/transport/hash.js';
import { draftFileName, packageBlob, submissionFileName } from '../../../src/transport/package.js';
import sample from '../../../demo/credentials/collaborative-leadership.json' with { type: 'json' };

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
  portfolio,
  affiliate,
  storage = createMemoryStorage(),
  language = 'en',
  options = {},
}: {
  credential?: unknown;
  /** Work to begin with; its pin is set right. */
  portfolio?: Portfolio;
  affiliate?: Affiliate;
  storage?: DraftStorage;
  language?: string;
  options?: Partial<LiveOptions>;
} = {}): Promise<OpenForm> {
  const parsed = parseCredential(credential);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  const digest = await digestOf(parsed.value);
  const now = () => new Date().toISOString();
  const draft = newDraft(parsed.value, digest, now(), undefined);
  if (portfolio) draft.portfolio = { ...portfolio, id: draft.portfolio.id, credential: draft.portfolio.credential };
  await storage.create(draft);
  const live = await openLivePortfolio(draft.summary.id, {
    storage,
    memoryChosen: false,
    affiliate,
    offered: undefined,
    endpoint: undefined,
    service: undefined,
    uploader: undefined,
    packages: async () => ({
      writeDraft: async (parts) => ({ name: draftFileName(parts.credential, parts.at), blob: await packageBlob({ kind: 'draft', ...parts }) }),
      writeSubmission: async (parts) => ({
        name: submissionFileName(parts.credential, parts.at),
        blob: await packageBlob({ kind: 'submission', ...parts }),
      }),
    }),
    hash: (bytes) => hashBlob(bytes),
    now,
    ...options,
  });
  const host = document.createElement('div');
  const providers = [
    new ContextProvider(host, { context: storeContext, initialValue: live.store }),
    new ContextProvider(host, { context: servicesContext, initialValue: live.services }),
    new ContextProvider(host, { context: localeContext, initialValue: new Locale(language) }),
  ];
  for (const provider of providers) provider.hostConnected?.();
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
