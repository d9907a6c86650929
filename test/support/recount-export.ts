/**
 * The figures once more, from the exported JSON alone. Nothing here comes from the product and it is done day by day, so
 * that the two can only agree when both are right.
 */
export interface Recount {
  tasks: number;
  due: number;
  doneEarly: number;
  doneOnDay: number;
  doneLate: number;
  overdueOpen: number;
  awaitingConfirmation: number;
  openInTime: number;
  noDeadline: number;
  onTimeRate: number | null;
  vpcpRate: number | null;
  onTimeRateOriginal: number | null;
  onTimeRateAdjusted: number | null;
}

export interface RecountQuestion {
  /** ISO. */
  asOf: string;
  unitCode: string | null;
  period: { from: string; to: string } | null;
}

type Row = Record<string, unknown>;
export interface ExportedJson {
  plan: {
    calendar: { daysOff: { on: string }[]; workingSaturdays: { on: string }[] };
    figures: { dueOnDayOff: string };
  };
  tables: Record<'tasks' | 'taskVersions' | 'units' | 'explanations' | 'explanationAnswers', Row[]>;
}

export function recountExport(json: ExportedJson, question: RecountQuestion): Recount {
  const { tables } = json;
  const at = Date.parse(question.asOf);
  const today = localDay(at);
  const unit = tables.units.find((row) => row['code'] === question.unitCode);
  // What a head gave inside the unit is in no figure of the department.
  const kinds = new Map(
    tables.tasks.map((row) => [row['id'], row['level'] === 'unit' ? 'split' : row['structure']]),
  );
  const standing = tables.taskVersions.filter(
    (row) =>
      Date.parse(row['recordedAt'] as string) <= at &&
      (row['supersededAt'] === null || Date.parse(row['supersededAt'] as string) > at) &&
      !['series', 'split'].includes(kinds.get(row['taskId']) as string) &&
      (question.unitCode === null || row['leadUnitId'] === unit?.['id']),
  );
  const count: Record<string, number> = {};
  const originally: Record<string, number> = {};
  let excusedLate = 0;
  for (const row of standing) {
    const dueOn = row['dueOn'] as string | null;
    const found = classify(json, row, dueOn, today, question.period);
    const first = classify(
      json,
      row,
      (row['originalDueOn'] as string | null) ?? dueOn,
      today,
      question.period,
    );
    count[found] = (count[found] ?? 0) + 1;
    originally[first] = (originally[first] ?? 0) + 1;
    const isLate = found === 'doneLate' || found === 'overdueOpen';
    if (isLate && isExcused(json, row['taskId'], dueOn, at)) excusedLate += 1;
  }
  const n = (from: Record<string, number>, name: string) => from[name] ?? 0;
  const onTime = n(count, 'doneEarly') + n(count, 'doneOnDay');
  const due = onTime + n(count, 'doneLate') + n(count, 'overdueOpen');
  const firstOnTime = n(originally, 'doneEarly') + n(originally, 'doneOnDay');
  const firstDue = firstOnTime + n(originally, 'doneLate') + n(originally, 'overdueOpen');
  const rate = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  const others = n(count, 'awaitingConfirmation') + n(count, 'openInTime') + n(count, 'noDeadline');
  return {
    tasks: due + others,
    due,
    doneEarly: n(count, 'doneEarly'),
    doneOnDay: n(count, 'doneOnDay'),
    doneLate: n(count, 'doneLate'),
    overdueOpen: n(count, 'overdueOpen'),
    awaitingConfirmation: n(count, 'awaitingConfirmation'),
    openInTime: n(count, 'openInTime'),
    noDeadline: n(count, 'noDeadline'),
    onTimeRate: rate(onTime, due),
    vpcpRate: rate(onTime + n(count, 'doneLate'), due),
    onTimeRateOriginal: rate(firstOnTime, firstDue),
    onTimeRateAdjusted: rate(onTime, due - excusedLate),
  };
}

function classify(
  json: ExportedJson,
  row: Row,
  dueOn: string | null,
  today: string,
  period: RecountQuestion['period'],
): string {
  const state = row['state'] as string;
  if (['draft', 'suspended', 'cancelled'].includes(state)) return 'notCounted';
  if (dueOn === null) return period === null ? 'noDeadline' : 'notCounted';
  const from = period?.from ?? '0000-01-01';
  const to = period?.to ?? '9999-12-31';
  const isIn = (day: string) => day >= from && day <= to;
  let lastOn = dueOn;
  if (json.plan.figures.dueOnDayOff === 'untilNextWorkingDay') {
    while (!isWorkingDay(json, lastOn)) lastOn = dayAfter(lastOn);
  }
  const productOn = row['productOn'] as string | null;
  const finished = ['done', 'reportedDone'].includes(state) && productOn !== null && productOn <= today;
  // A period is seen at its end, or where days off stretch its last due day beyond it, when that is over.
  const seenUntil = dueOn <= to && lastOn > to ? lastOn : to;
  if (!finished || productOn === null || productOn > seenUntil) {
    if (lastOn < today && dueOn <= to) return 'overdueOpen';
    return isIn(dueOn) ? 'openInTime' : 'notCounted';
  }
  if (state === 'reportedDone') return isIn(dueOn) ? 'awaitingConfirmation' : 'notCounted';
  if (productOn < dueOn) return isIn(productOn) ? 'doneEarly' : 'notCounted';
  if (!isIn(dueOn)) return 'notCounted';
  return productOn <= lastOn ? 'doneOnDay' : 'doneLate';
}

function isExcused({ tables }: ExportedJson, taskId: unknown, dueOn: string | null, at: number): boolean {
  return tables.explanationAnswers.some((answer) => {
    const asked = tables.explanations.find((one) => one['id'] === answer['explanationId']);
    return (
      asked?.['taskId'] === taskId &&
      asked?.['dueOn'] === dueOn &&
      answer['decision'] === 'accepted' &&
      answer['confirmedCause'] === 'objective' &&
      Date.parse(answer['decidedAt'] as string) <= at
    );
  });
}

function isWorkingDay({ plan }: ExportedJson, day: string): boolean {
  if (plan.calendar.workingSaturdays.some(({ on }) => on === day)) return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !plan.calendar.daysOff.some(({ on }) => on === day);
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Vietnam is seven hours ahead the whole year. */
const localDay = (at: number): string => new Date(at + 7 * 3_600_000).toISOString().slice(0, 10);
