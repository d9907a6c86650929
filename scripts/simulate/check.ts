/**
 * Reads what a simulated department was sent and says whether the promises of the product held. It shares no code with
 * the product: only the two files that a simulation wrote, `sent.jsonl` and `facts.json`.
 */

export interface Sent {
  at: string;
  to: string;
  role: string;
  kind: string;
  tasks: string[];
  step: string | null;
  message: string;
  family: string;
}

export interface Version {
  code: string;
  isPart: boolean;
  from: string;
  until: string | null;
  state: string;
  dueOn: string | null;
  isFocus: boolean;
}

export interface Facts {
  from: string;
  to: string;
  daysOff: string[];
  workingSaturdays: string[];
  slots: { morning: string; afternoon: string };
  quietHours: { from: string; to: string };
  /** Working days after the due day at which each step hears, by weight. */
  ladder: Record<'normal' | 'focus', { after: number; to: string }[]>;
  repeatEvery: Record<'normal' | 'focus', number>;
  /** From when tasks are spoken of, ISO 8601. */
  liveAt: string;
  versions: Version[];
  /** When more time was asked for which due day of which task. */
  extensions: { code: string; dueOn: string; at: string }[];
  /** Who holds which step; nobody may be told when nobody of a step has joined. */
  reachable: Record<string, number>;
}

export interface Verdict {
  messages: number;
  scheduled: number;
  lateTasks: number;
  /** Overdue tasks that a step did not hear of in time. */
  silent: string[];
  duplicates: string[];
  inQuietTime: string[];
  tooMany: string[];
  mostScheduledADay: number;
  messagesPerLateTask: number;
  /** Working days until each step knew, the median over late tasks. */
  knewAfter: Record<string, number | null>;
}

const ZONE_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;
const OPEN = ['issued', 'inProgress', 'submitted'];
const STEPS = ['head', 'office', 'leaderInCharge', 'director'];
/** Working days for which the first request for more time holds the ladder. */
const PAUSE = 2;

const place = (at: string): { day: string; time: string } => {
  const [day = '', time = ''] = new Date(Date.parse(at) + ZONE_MS).toISOString().split('T');
  return { day, time: time.slice(0, 5) };
};
const next = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
const momentOf = (day: string, time: string): number => Date.parse(`${day}T${time}:00Z`) - ZONE_MS;

function makeCalendar({ daysOff, workingSaturdays }: Facts) {
  const off = new Set(daysOff);
  const saturdays = new Set(workingSaturdays);
  const known = new Map<string, boolean>();
  const works = (day: string): boolean => {
    const found = known.get(day);
    if (found !== undefined) return found;
    const weekday = new Date(day).getUTCDay();
    const does = saturdays.has(day) || (weekday !== 0 && weekday !== 6 && !off.has(day));
    known.set(day, does);
    return does;
  };
  const onOrAfter = (day: string): string => {
    let found = day;
    while (!works(found)) found = next(found);
    return found;
  };
  const between = (after: string, upTo: string): number => {
    let count = 0;
    for (let day = next(after); day <= upTo; day = next(day)) if (works(day)) count += 1;
    return count;
  };
  return { works, onOrAfter, between };
}

/** What must hold of everything that was sent. */
export function check(sent: readonly Sent[], facts: Facts): Verdict {
  const calendar = makeCalendar(facts);
  const messages = new Map(sent.map((line) => [line.message, line]));
  const own = [...messages.values()].filter(({ family }) => family !== 'answer');
  const scheduled = own.filter(({ family }) => family === 'scheduled');
  const perDay = tally(scheduled.map(({ to, at }) => `${to} ${place(at).day}`));
  const late = findLate(sent, facts, calendar);
  return {
    messages: messages.size,
    scheduled: scheduled.length,
    lateTasks: late.tasks,
    silent: late.silent,
    duplicates: findDuplicates(sent),
    inQuietTime: own.filter((line) => isQuiet(line.at, facts, calendar)).map(({ at, to }) => `${to} ${at}`),
    tooMany: [...perDay].filter(([, n]) => n > 2).map(([key, n]) => `${key}: ${n}`),
    mostScheduledADay: Math.max(0, ...perDay.values()),
    messagesPerLateTask: late.tasks === 0 ? 0 : late.told / late.tasks,
    knewAfter: late.knewAfter,
  };
}

export const holds = ({ silent, duplicates, inQuietTime, tooMany }: Verdict): boolean =>
  silent.length + duplicates.length + inQuietTime.length + tooMany.length === 0;

function tally(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

type Calendar = ReturnType<typeof makeCalendar>;

function isQuiet(at: string, { quietHours }: Facts, { works }: Calendar): boolean {
  const { day, time } = place(at);
  return !works(day) || time < quietHours.to || time >= quietHours.from;
}

/** The same thing said twice to somebody on one day, or two messages of the clock in one slot. */
function findDuplicates(sent: readonly Sent[]): string[] {
  const said = tally(
    sent
      .filter(({ family }) => family === 'scheduled')
      .flatMap((line) =>
        line.tasks.map((code) => `${line.to} ${place(line.at).day} ${code} ${line.kind} ${line.step ?? ''}`),
      ),
  );
  const slots = new Map<string, Set<string>>();
  for (const { to, at, message, family } of sent) {
    if (family !== 'scheduled') continue;
    const { day, time } = place(at);
    const slot = `${to} ${day} ${time < '12:00' ? 'morning' : 'afternoon'}`;
    slots.set(slot, (slots.get(slot) ?? new Set()).add(message));
  }
  return [
    ...[...said].filter(([, n]) => n > 1).map(([key]) => key),
    ...[...slots].filter(([, found]) => found.size > 1).map(([key]) => `${key}: two messages`),
  ];
}

/** A stretch of working days in which one task was late with one due day. */
interface Lateness {
  code: string;
  dueOn: string;
  isFocus: boolean;
  /** The last day on which it would have been in time, or the day before it could be spoken of. */
  anchor: string;
  /** Mornings on which it was late, in order. */
  mornings: string[];
}

function findLate(sent: readonly Sent[], facts: Facts, calendar: Calendar) {
  const told = new Map<string, Sent[]>();
  for (const line of sent) {
    if (line.family !== 'scheduled') continue;
    for (const code of line.tasks) told.set(code, [...(told.get(code) ?? []), line]);
  }
  const stretches = listLateness(facts, calendar);
  const silent: string[] = [];
  const knew = new Map<string, number[]>();
  let messages = 0;
  for (const late of stretches) {
    const lines = (told.get(late.code) ?? []).filter(({ at }) => place(at).day > late.anchor);
    messages += new Set(lines.map(({ message }) => message)).size;
    silent.push(...findSilence(late, lines, facts, calendar));
    for (const step of STEPS) {
      const first = lines.find((line) => knows(line, step));
      if (first === undefined) continue;
      const after = calendar.between(late.anchor, place(first.at).day);
      knew.set(step, [...(knew.get(step) ?? []), after]);
    }
  }
  const knewAfter = Object.fromEntries(STEPS.map((step) => [step, median(knew.get(step) ?? [])]));
  return { tasks: stretches.length, silent, told: messages, knewAfter };
}

/**
 * Whether a line tells a step. The head's own step is the overdue alert itself. When two steps meet in one person the
 * next is taken, and nobody stands above the director: who hears as the head of the leadership, or under the step of the
 * leader in charge, has heard.
 */
const knows = (line: Sent, step: string): boolean =>
  line.step === step ||
  (step === 'head' && line.kind === 'overdue' && line.role !== 'staff') ||
  ((step === 'director' || step === 'leaderInCharge') && line.role === 'director');

function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

function listLateness(facts: Facts, calendar: Calendar): Lateness[] {
  const byTask = new Map<string, Version[]>();
  for (const version of facts.versions) {
    if (version.isPart) byTask.set(version.code, [...(byTask.get(version.code) ?? []), version]);
  }
  const live = place(facts.liveAt);
  // Going live floods nobody: what was late before starts at its first step.
  const firstMorning = live.time < facts.slots.afternoon ? live.day : next(live.day);
  const found = new Map<string, Lateness>();
  for (const [code, versions] of byTask) {
    for (let day = facts.from; day <= facts.to; day = next(day)) {
      if (!calendar.works(day)) continue;
      const at = momentOf(day, facts.slots.morning);
      const now = versions.find(
        ({ from, until }) => Date.parse(from) <= at && (until === null || Date.parse(until) > at),
      );
      if (now === undefined || now.dueOn === null || !OPEN.includes(now.state)) continue;
      const lastInTime = calendar.onOrAfter(now.dueOn);
      if (day <= lastInTime || day < firstMorning) continue;
      const key = `${code} ${now.dueOn}`;
      const late = found.get(key) ?? {
        code,
        dueOn: now.dueOn,
        isFocus: now.isFocus,
        anchor: lastInTime >= firstMorning ? lastInTime : dayBeforeWork(firstMorning, calendar),
        mornings: [],
      };
      late.mornings.push(day);
      found.set(key, late);
    }
  }
  return [...found.values()];
}

function dayBeforeWork(day: string, { works, onOrAfter }: Calendar): string {
  let before = onOrAfter(day);
  do before = new Date(Date.parse(before) - DAY_MS).toISOString().slice(0, 10);
  while (!works(before));
  return before;
}

/** The steps that did not hear in time, and the mornings on which nobody was reminded though somebody was owed it. */
function findSilence(late: Lateness, lines: readonly Sent[], facts: Facts, calendar: Calendar): string[] {
  const weight = late.isFocus ? 'focus' : 'normal';
  const asked = facts.extensions
    .filter(({ code, dueOn }) => code === late.code && dueOn === late.dueOn)
    .map(({ at }) => place(at).day)
    .sort()[0];
  const isPaused = asked !== undefined && asked <= calendar.onOrAfter(late.dueOn);
  const silences: string[] = [];
  for (const { after, to } of facts.ladder[weight]) {
    const allowed = after + (isPaused && to !== 'head' ? PAUSE : 0);
    const due = late.mornings.find((day) => calendar.between(late.anchor, day) >= allowed);
    if (due === undefined) continue;
    const heard = lines.some((line) => place(line.at).day <= due && knows(line, to));
    const isBetterInformed = lines.some((line) => place(line.at).day <= due && isAbove(line.step, to));
    if (!heard && !isBetterInformed && (facts.reachable[to] ?? 0) > 0) {
      silences.push(`${late.code} (hạn ${late.dueOn}): ${to} had not heard by ${due}`);
    }
  }
  const spoken = new Set(lines.map(({ at }) => place(at).day));
  const longest = facts.repeatEvery[weight];
  let since = late.anchor;
  for (const day of late.mornings) {
    if (spoken.has(day)) since = day;
    else if (calendar.between(since, day) > longest) {
      silences.push(`${late.code} (hạn ${late.dueOn}): nobody heard from ${since} to ${day}`);
      since = day;
    }
  }
  return silences;
}

const isAbove = (step: string | null, other: string): boolean =>
  step !== null && STEPS.indexOf(step) > STEPS.indexOf(other);
