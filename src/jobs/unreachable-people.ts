import type { UseCase } from '../app/use-case.ts';
import { listUnreachablePeople } from '../db/queries/directory.ts';
import { addWorkingDays } from '../domain/calendar/working-calendar.ts';
import { instantAt, weekdayOf } from '../domain/days.ts';
import type { UnreachableLine } from '../domain/message/messages.ts';
import type { Directory } from '../domain/organisation/directory.ts';

/** An invited person who has not joined counts as unreachable after so many working days. */
const JOIN_WITHIN_WORKING_DAYS = 5;
const MONDAY = 1;

/**
 * Who cannot be reached, for those who must know: the unit's head and the office. Their alerts go one step up, and
 * nobody would notice otherwise.
 * @returns lines by reader
 */
export async function listUnreachableByReader(
  useCase: UseCase,
  directory: Directory,
): Promise<Map<number, UnreachableLine[]>> {
  const invitedBefore = instantAt(
    addWorkingDays(useCase.calendar, useCase.today, -JOIN_WITHIN_WORKING_DAYS),
    '23:59',
  );
  const byReader = new Map<number, UnreachableLine[]>();
  for (const person of await listUnreachablePeople(useCase.tx, useCase.today, invitedBefore)) {
    const readers = new Set([directory.headOf(person.unitId), directory.office()]);
    readers.delete(person.personId);
    const unit = directory.unitOf(person.unitId)?.shortName ?? '';
    for (const reader of readers) {
      if (reader === null) continue;
      const lines = byReader.get(reader) ?? [];
      byReader.set(reader, [...lines, { name: person.name, unit, reason: person.reason }]);
    }
  }
  return byReader;
}

/** Beside other matters they are named each morning; on their own once a week, so that nobody is nagged daily. */
export const isToldOnItsOwn = (useCase: UseCase): boolean => weekdayOf(useCase.today) === MONDAY;
