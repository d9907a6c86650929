import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Day } from '../days.ts';
import type { UnitKind } from '../organisation/organisation.ts';

export interface KnownUnit {
  code: string;
  name: string;
  shortName?: string;
  kind: UnitKind;
  aliases: readonly string[];
}

export interface KnownPerson {
  id?: number;
  code?: string;
  name: string;
  unitCode: string;
  title?: string;
}

/** What a table is read against: the directory, the giving document's day, and the plan's reading of deadlines. */
export interface ImportContext {
  units: readonly KnownUnit[];
  people: readonly KnownPerson[];
  issuedOn: Day;
  today: Day;
  beforeDayMeans: 'dayBefore' | 'sameDay';
  phases: { code: string; startOn: Day | null; endOn: Day }[];
  calendar: WorkingCalendar;
}
