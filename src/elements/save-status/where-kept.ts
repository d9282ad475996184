import type { SaveMessages } from '../../locales/save.js';
import type { FileStatus, PortfolioState, Remote, Saving } from '../../state/state.js';

export type Tone = 'good' | 'warn' | 'bad';

/** In one look: where the work is kept, and whether that is enough. */
export interface WhereKept {
  /** Names the words, long in `say.status` and short in `say.short`. */
  words: keyof SaveMessages['short'];
  tone: Tone;
  /** Whether the person should be told how old the last saved copy is. */
  copyMatters: boolean;
  /** Files that the receiver does not have yet, where a second copy is claimed. */
  underway: number;
  /** What failed, to be said once; undefined while nothing has. */
  failure: string | undefined;
}

/** What the status depends on. */
export type Slices = Pick<PortfolioState, 'saving' | 'remote' | 'copy' | 'files' | 'readOnly'>;

/**
 * Green only where a second copy exists, red only where closing the page would lose work. Words of green are never those
 * of another colour. `late`: the last changes have been on their way for longer than a moment.
 */
export function whereKept({ saving, remote, copy, files, readOnly }: Slices, late = false): WhereKept {
  const second = hasAll(remote);
  const result = (words: WhereKept['words'], tone: Tone, more: Partial<WhereKept> = {}): WhereKept => ({
    words,
    tone,
    copyMatters: false,
    underway: 0,
    failure: failureOf(saving, remote),
    ...more,
  });
  const reason = saving.problem?.reason;
  if (readOnly === 'newer-version' || reason === 'newer-version') return result('newerVersion', 'warn');
  if (readOnly === 'removed' || reason === 'removed') return result('removed', 'warn');

  const underway = second ? Object.values(files).filter((file) => !hasArrived(file)).length : 0;
  const onDevice = saving.place === 'device' && reason === undefined;
  const isBehind = late && remote.state === 'sending';
  if (!onDevice && second) {
    if (reason) return result('awayFailed', 'warn', { underway });
    return isBehind
      ? result('awayBehind', 'warn', { underway })
      : result('away', underway ? 'warn' : 'good', { underway });
  }
  if (reason === 'full') return result('full', 'bad');
  if (reason === 'refused' || reason === 'unavailable') return result('refused', 'bad');
  if (reason === 'failed') return result('failed', 'bad');
  const offline = isOffline(remote);
  if (!onDevice) return result(offline ? 'offlinePage' : 'page', copy ? 'warn' : 'bad', { copyMatters: true });

  if (second && isBehind) return result('behind', 'warn', { underway });
  if (second) return result('both', underway ? 'warn' : 'good', { underway });
  if (offline) return result('offline', 'warn');
  if (remote.state === 'stopped') return result('stopped', 'bad');
  if (remote.state === 'waiting' && remote.problem) return result('waiting', 'warn');
  return result('device', 'warn', { copyMatters: true });
}

/** What goes wrong by itself and comes right by itself is waited for; these are told. */
function failureOf(saving: Saving, remote: Remote): string | undefined {
  const reason = saving.problem?.reason;
  if (reason && reason !== 'removed') return reason;
  return remote.state === 'stopped' && !isFrozen(remote) ? 'stopped' : undefined;
}

/** Whether the receiver has the work: all of it, all but the last words on their way, or as it was handed in. */
const hasAll = (remote: Remote): boolean =>
  remote.state === 'synced' || (remote.state === 'sending' && remote.at !== undefined) || isFrozen(remote);

/** Handed in: what the receiver has can no longer be changed. */
export const isFrozen = (remote: Remote): boolean => remote.state === 'stopped' && remote.problem?.reason === 'frozen';

export const isOffline = (remote: Remote): boolean =>
  remote.state === 'waiting' && remote.problem?.reason === 'offline';

export const hasArrived = ({ upload }: FileStatus): boolean => upload === 'arrived' || upload === 'checked';
