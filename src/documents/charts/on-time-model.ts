import { sortKey } from '../../domain/text.ts';

/** On-time completion of one unit; rates are 0–1, `null` where nothing was due. */
export interface OnTimeUnit {
  name: string;
  rate: number | null;
  due: number;
  /** Done early or on the day. */
  onTime: number;
  overdueOpen: number;
}

/** What the on-time chart shows. */
export interface OnTimeChartModel {
  title: string;
  /** The moment and the period that the figures speak of. */
  subtitle: string;
  /** 0–1; the plan asks for 0.98 (R22). */
  target: number;
  total: {
    /** Whose total it is, such as "Toàn Sở". */
    name: string;
    rate: number | null;
    due: number;
    onTime: number;
    doneEarly: number;
    doneOnDay: number;
    doneLate: number;
    overdueOpen: number;
  };
  units: OnTimeUnit[];
}

/** Worst first: lowest rate, then most overdue, then by name; units without a rate come last. */
export function sortWorstFirst(units: readonly OnTimeUnit[]): OnTimeUnit[] {
  return units
    .map((unit) => ({ unit, rank: unit.rate ?? Number.POSITIVE_INFINITY, key: sortKey(unit.name) }))
    .sort(
      (a, b) =>
        compare(a.rank, b.rank) ||
        b.unit.overdueOpen - a.unit.overdueOpen ||
        b.unit.due - a.unit.due ||
        compare(a.key, b.key),
    )
    .map(({ unit }) => unit);
}

const compare = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
