import { addDays, type Day } from '../days.ts';
import { isToldAsPast } from './guards.ts';
import { indicatorFields, indicatorOf, periodOf } from './indicator-figures.ts';
import type { Intent, Meaning, RegistrationKind, ReportKind } from './meaning.ts';
import { nextPerson, personFields, replacementOf, splitUnits, unitsOf } from './naming.ts';
import { orderFields } from './orders.ts';
import { dayIn, first, hitsOf, type Reading } from './reading.ts';

type Fields = Partial<Meaning>;
const MAX_LENGTH = 200;
const EDGES = /^[\s,.;:–-]+|[\s,.;:–!?-]+$/g;

const tidy = (text: string): string | undefined => {
  const typed = text.replace(EDGES, '').slice(0, MAX_LENGTH);
  return /\p{L}{2}/u.test(typed) ? typed : undefined;
};

const asField = <Key extends keyof Meaning>(key: Key, value: Meaning[Key] | undefined): Fields =>
  value === undefined ? {} : { [key]: value };

/** The words behind "do", "vì", "nguyên nhân", up to the next stop. */
function causeOf(reading: Reading): Fields {
  const hit = first(reading, 'cause');
  const rest =
    hit === undefined
      ? ''
      : (/^[^;\n.?!]*/.exec(reading.text.slice(hit.end).replace(/^[\s:]+/, ''))?.[0] ?? '');
  return asField('cause', tidy(rest.replace(/^(?:là|la) /i, '')));
}

/** The first unit behind a place, else the first one named. */
function unitField(reading: Reading, from = 0): Fields {
  const units = unitsOf(reading);
  const unit = units.find(({ start }) => start >= from) ?? (from === 0 ? units[0] : undefined);
  return asField('unit', unit?.code);
}

/** To whom a task goes: whoever stands behind the verb of passing on. */
function receiverFields(reading: Reading): Fields {
  const verb = first(reading, 'transfer', 'give');
  const from = replacementOf(reading)?.start ?? verb?.end ?? 0;
  return { ...unitField(reading, from), ...personFields(nextPerson(reading, from)) };
}

const POINTS_ELSEWHERE =
  /(?:chuyen|giao|thuoc|cua|ben|sang|qua|cho|viec|tra|phai)(?: lai| ve)?(?: (?:cho|ve|sang|qua|ben|cua|nhiem vu|viec|chuc nang|phong))* $/;

/** The unit that the work is said to belong to, when it is not said to be the one that does not own it. */
function properOwner(reading: Reading): Fields {
  const { folded } = reading;
  const proposed = unitsOf(reading).findLast(({ start, end }) => {
    const before = folded.slice(0, start);
    const isDenied = /(?:khong|chua) (?:phai |thuoc )(?:[a-z]+ ){0,3}$/.test(before);
    const isOwner =
      POINTS_ELSEWHERE.test(before) || /^ (?:lam|phu trach|chu tri|moi)/.test(folded.slice(end));
    return isOwner && !isDenied;
  });
  return asField('unit', proposed?.code);
}

/** The first and last day of an absence; one day is both. */
function absenceFields(reading: Reading): Fields {
  const days = reading.days.filter(({ kind }) => kind === 'day');
  const [start, end] = [days[0], days.at(-1)];
  const standIn = first(reading, 'standIn', 'inCharge');
  const before = reading.parties.findLast(
    ({ kind, end: at }) => kind === 'person' && at <= (standIn?.start ?? 0),
  );
  const who = personFields(before ?? nextPerson(reading));
  if (start === undefined || end === undefined) return who;
  const isOpenStart =
    days.length === 1 && /(?:den|toi|het) (?:het |ngay )?$/.test(reading.folded.slice(0, start.start));
  const isWeek = /^(?:ca )?tuan/.test(reading.folded.slice(start.start, start.end));
  const last = dayIn(end, 'future');
  const from = isOpenStart
    ? reading.context.today
    : isWeek
      ? mondayBefore(reading, last)
      : dayIn(start, 'future');
  return { ...who, from };
}

/** A whole week of absence begins on its Monday, or today when that has passed. */
function mondayBefore({ context }: Reading, friday: Day): Day {
  const monday = addDays(friday, -4);
  return monday < context.today ? context.today : monday;
}

const behind = (reading: Reading, ...tags: Parameters<typeof hitsOf>[1][]): string | undefined => {
  const hit = hitsOf(reading, ...tags)[0];
  return hit === undefined
    ? undefined
    : tidy(reading.text.slice(hit.end).replace(/^[\s:,]*(?:là|la|về|ve)(?= |:)/i, ''));
};

/** What is promised; that a commitment was signed or handed in promises nothing by itself. */
function promiseOf(reading: Reading): string | undefined {
  const hit = first(reading, 'commitment');
  const isPromise = hit !== undefined && /^(?:xin )?cam ket$/.test(hit.key) && !isToldAsPast(reading, hit);
  return isPromise ? behind(reading, 'commitment') : undefined;
}

/** "muốn chia sẻ", "đây ạ": words about the idea, not the idea. */
function ideaOf(reading: Reading): string | undefined {
  const idea = behind(reading, 'initiative');
  return idea === undefined || /^(?:muốn|muon|xin|đây|day|cần|can|này|nay)(?= |$)/i.test(idea)
    ? undefined
    : idea;
}

function registrationOf({ folded }: Reading): RegistrationKind | undefined {
  if (/cong trinh|mo hinh/.test(folded)) return 'project';
  if (/phan viec/.test(folded)) return 'workItem';
  return /nhiem vu|viec/.test(folded) ? 'task' : undefined;
}

const REPORTS: readonly (readonly [RegExp, ReportKind])[] = [
  [/(?:so|tong) ket/, 'review'],
  [/6 thang|nua nam/, 'halfYear'],
  [/tuan|giao ban/, 'week'],
  [/thang/, 'month'],
  [/quy (?:[1-4]|i)/, 'quarter'],
  [/quy/, 'quarter'],
  [/dot xuat/, 'adHoc'],
  [/nam/, 'year'],
];
const reportOf = ({ folded }: Reading): ReportKind | undefined =>
  REPORTS.find(([pattern]) => pattern.test(folded))?.[1];

const aboutUnit = (reading: Reading): Fields => ({
  ...unitField(reading),
  ...asField('period', periodOf(reading)),
});
const aboutIndicator = (reading: Reading): Fields => ({
  ...aboutUnit(reading),
  ...asField('indicator', indicatorOf(reading)),
});

const DETAILS: Partial<Record<Intent, (reading: Reading) => Fields>> = {
  assign: (reading) => ({ ...orderFields(reading), ...personFields(nextPerson(reading)) }),
  assign_person: (reading) => ({ ...personFields(nextPerson(reading)), ...unitField(reading) }),
  reassign: (reading) => ({ ...receiverFields(reading), ...causeOf(reading) }),
  remind: (reading) => ({
    ...asField('unit', splitUnits(reading).lead?.code),
    ...personFields(nextPerson(reading)),
  }),
  refuse: (reading) => ({ ...properOwner(reading), ...causeOf(reading) }),
  substitute: absenceFields,
  ask_extension: causeOf,
  ask_suspension: causeOf,
  ask_cancellation: causeOf,
  ask_resumption: causeOf,
  risk_late: causeOf,
  blocked: (reading) => ({ ...unitField(reading), ...causeOf(reading) }),
  unblock: unitField,
  reject: causeOf,
  return: causeOf,
  indicator: (reading) => ({ ...unitField(reading), ...indicatorFields(reading) }),
  query_indicator: aboutIndicator,
  query_overdue: aboutUnit,
  query_overdue_units: (reading) => asField('period', periodOf(reading)),
  unit_report: (reading) => ({ ...aboutUnit(reading), ...asField('report', reportOf(reading)) }),
  register: (reading) => ({
    ...unitField(reading),
    ...asField('registration', registrationOf(reading)),
    ...asField('title', behind(reading, 'register')),
  }),
  initiative: (reading) => ({ ...unitField(reading), ...asField('title', ideaOf(reading)) }),
  commitment: (reading) => ({ ...unitField(reading), ...asField('title', promiseOf(reading)) }),
};

/** Adds what a use case needs beside the intent: units, people, dates, reasons, titles and figures that are named. */
export function addDetails(reading: Reading, understood: Meaning): Meaning {
  const details = DETAILS[understood.intent]?.(reading);
  return details === undefined ? understood : { ...details, ...understood };
}
