import type { DeviceRecord, OpenDraft } from './ports.js';

/** A record of which nothing is known yet. */
export const emptyRecord = (): DeviceRecord => ({ uploads: {}, receipts: [], events: [] });

/** The record as it stands now. An update that returns what it was given writes nothing. */
export const readRecord = (draft: OpenDraft): Promise<DeviceRecord> => draft.updateRecord((record) => record);
