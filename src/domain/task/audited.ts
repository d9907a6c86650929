/** The values of a task whose change a journal shows; people and units as ids. */
export const AUDITED_FIELDS = [
  'state',
  'percent',
  'dueOn',
  'leadUnitId',
  'assigneeId',
  'title',
  'product',
  'productOn',
  'quality',
  'cause',
  'confirmedCause',
] as const;

export interface AuditedValue {
  field: (typeof AUDITED_FIELDS)[number];
  before: string | number | null;
  after: string | number | null;
}

/** What an audit entry says was changed: fields that both sides name and that differ, and those that are new. */
export function listAuditedChanges(before: unknown, after: unknown): AuditedValue[] {
  const [old, now] = [toRecord(before), toRecord(after)];
  return AUDITED_FIELDS.flatMap((field) => {
    if (!(field in now)) return [];
    const [from, to] = [toValue(old[field]), toValue(now[field])];
    return from === to ? [] : [{ field, before: from, after: to }];
  });
}

const toRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const toValue = (value: unknown): string | number | null =>
  typeof value === 'string' || typeof value === 'number' ? value : null;
