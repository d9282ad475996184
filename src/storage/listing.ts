import { isEditable, stageOf } from '../model/stage.js';
import type { DeviceRecord, DraftSummary } from '../state/ports.js';

/** What a list of drafts tells from a draft's record, which may be missing or damaged: then it tells nothing. */
export function fromRecord(record: Partial<DeviceRecord> | undefined): Pick<DraftSummary, 'remote' | 'handedIn'> {
  const events = Array.isArray(record?.events) ? record.events.filter((event) => event?.kind) : [];
  return { remote: Number(record?.remote?.revision ?? -1) >= 0, handedIn: !isEditable(stageOf(events)) };
}
