import type { DraftNews } from '../state/ports.js';

/** Word between tabs about one draft. It says only that something is new; what it is stands on disk. */
export interface News {
  tell(news: DraftNews): void;
  close(): void;
}

/**
 * Opens the channel of a draft in a database. `listen` hears what others tell. Where the browser has no channels
 * nothing is heard, and tabs learn of one another when they next write.
 */
export function openNews(database: string, draft: string, listen?: (news: DraftNews) => void): News {
  if (typeof BroadcastChannel === 'undefined') return { tell() {}, close() {} };
  let channel: BroadcastChannel | undefined = new BroadcastChannel(`${database}:${draft}`);
  channel.onmessage = (event: MessageEvent<DraftNews>) => listen?.(event.data);
  return {
    tell: (news) => channel?.postMessage(news),
    close() {
      channel?.close();
      channel = undefined;
    },
  };
}
