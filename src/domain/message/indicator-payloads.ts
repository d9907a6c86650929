import type { Day } from '../days.ts';
import type { IndicatorLine } from '../indicator/indicator.ts';
import type { RiskReason } from '../risk/task-risk.ts';

/** Tasks in time that may become late (R77). */
export interface RiskPayloads {
  riskList: {
    on: Day;
    scopeName: string;
    total: number;
    /** Of the whole department: how many in each unit, the most first. */
    units: { unitId: number; name: string; total: number }[];
    isUnit: boolean;
    mayReadAll: boolean;
    lines: {
      taskId: number;
      code: string;
      title: string;
      unit: string;
      assignee: string | null;
      dueOn: Day | null;
      percent: number;
      reasons: RiskReason[];
    }[];
  };
}

/** The 25 indicators: read, drilled into, entered. */
export interface IndicatorPayloads {
  indicatorList: { on: Day; lines: IndicatorLine[] };
  indicatorSheet: IndicatorLine & {
    on: Day;
    text: string;
    owner: string;
    isAutomatic: boolean;
    mayEnter: boolean;
    baseline: { value: number; document: string } | null;
    needsBaseline: boolean;
    history: {
      fromOn: Day;
      toOn: Day;
      part: number;
      whole: number | null;
      note: string | null;
      by: string;
    }[];
  };
  indicatorToConfirm: {
    pendingId: number;
    code: string;
    name: string;
    part: number;
    whole: number | null;
    note: string | null;
    isBaseline: boolean;
    /** The period of which the figure is; `null` for a baseline. */
    period: { fromOn: Day; toOn: Day } | null;
    /** What stood before it, when something did. */
    before: { part: number; whole: number | null } | null;
  };
  indicatorEntered: { code: string; name: string; isBaseline: boolean };
  indicatorDropped: { code: string };
}
