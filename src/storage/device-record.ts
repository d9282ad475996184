import type { DeviceRecord } from '../state/ports.js';

/** Whether it has the members that every record has. Written by this library alone, it has no schema. */
export function isRecord(value: unknown): value is DeviceRecord {
  const record = value as Partial<DeviceRecord> | null | undefined;
  const { uploads, receipts, events } = record ?? {};
  return typeof uploads === 'object' && uploads !== null && Array.isArray(receipts) && Array.isArray(events);
}
