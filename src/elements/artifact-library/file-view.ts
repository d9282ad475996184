import type { ArtifactMessages } from '../../locales/artifacts.js';
import type { ArtifactFile } from '../../model/portfolio.js';
import type { FileStatus } from '../../state/state.js';

/** How a file stands, as it is shown. */
export interface FileView {
  tone: 'plain' | 'good' | 'warn' | 'bad';
  words: string;
  /** Whole percent that arrived, while it is being sent. */
  percent?: number;
  /** The bytes live in this page alone and have not arrived. */
  keepOpen?: boolean;
  /** What helps: send it again, or choose the file again. */
  remedy?: 'retry' | 'choose';
}

/**
 * The state of a file in words. `status` is absent where the file is neither here nor on its way; `inPage` says that
 * nothing is kept on this device anyway.
 */
export function fileView(
  file: ArtifactFile,
  status: FileStatus | undefined,
  say: ArtifactMessages['state'],
  inPage: boolean,
): FileView {
  const kept = status?.kept ?? 'missing';
  const keepOpen = kept === 'memory';
  switch (status?.upload) {
    case 'checked':
      return { tone: 'good', words: say.checked };
    case 'arrived':
      return { tone: 'plain', words: say.arrived };
    case 'sending':
      return {
        tone: 'plain',
        words: say.sending(percentOf(status.sent, file.size)),
        percent: percentOf(status.sent, file.size),
        keepOpen,
      };
    case 'failed': {
      const { problem } = status;
      return {
        tone: 'bad',
        words: (problem && say.failed[problem.reason]) ?? say.failed.other ?? '',
        remedy: kept === 'missing' ? 'choose' : 'retry',
        // What is refused for good does not arrive, however long the page stays open.
        keepOpen: keepOpen && !(problem && 'passing' in problem && !problem.passing),
      };
    }
    default:
      break;
  }
  if (kept === 'missing') return { tone: 'warn', words: say.missing, remedy: 'choose' };
  if (kept === 'storing') return { tone: 'plain', words: say.storing };
  if (status?.upload === 'waiting') {
    return { tone: 'plain', words: status.problem?.reason === 'offline' ? say.offline : say.waiting, keepOpen };
  }
  if (kept === 'stored') return { tone: 'plain', words: say.stored };
  return inPage ? { tone: 'plain', words: say.page } : { tone: 'warn', words: say.memory };
}

/** Never 100 before the last byte has arrived. */
const percentOf = (sent: number, size: number): number =>
  size > 0 ? Math.min(100, Math.floor((sent / size) * 100)) : 0;
