import { officeMoment, weekdayOf } from './check-calendar.ts';
import type { Evidence } from './evidence.ts';

/** Groups that were bound before a Monday of the campaign and did not get that week's digest on it. */
export function checkDigests({ journal, rows, messages }: Evidence): { owed: number; missing: string[] } {
  const mondays = journal.flatMap((entry) =>
    entry.kind === 'morning' && entry.finished && weekdayOf(entry.day) === 1 ? [entry.day] : [],
  );
  const owed = mondays.flatMap((day) =>
    rows.groups
      .filter(({ boundAt }) => boundAt < officeMoment(day, '07:30'))
      .map(({ chatId }) => ({ day, chatId })),
  );
  const missing = owed.filter(
    ({ day, chatId }) =>
      !messages.some(
        (message) =>
          message.chatId === chatId &&
          message.heading.includes('Bản tin tuần') &&
          message.businessAt >= officeMoment(day, '07:30') &&
          message.businessAt < officeMoment(day, '17:00'),
      ),
  );
  return { owed: owed.length, missing: missing.map(({ day, chatId }) => `${day} group ${chatId}`) };
}
