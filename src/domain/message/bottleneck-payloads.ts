import type { Day } from '../days.ts';
import type { BottleneckDomain, BottleneckState } from '../task/bottleneck.ts';
import type { BottleneckQuestion } from '../task/bottleneck-draft.ts';
import type { DeadlineFault } from '../task/draft-days.ts';

/** A bottleneck as messages show it. */
export interface BottleneckModel {
  bottleneckId: number;
  code: string;
  title: string;
  domain: BottleneckDomain;
  state: BottleneckState;
  unit: string;
  by: string;
  mustAct: string | null;
  dueOn: Day | null;
  /** It stands although its day is over. */
  isLate: boolean;
  isConfirmed: boolean;
}

export interface LinkedTask {
  taskId: number;
  code: string;
  title: string;
}

/** A bottleneck on its way to be recorded, and what is asked for it. */
export interface BottleneckDraftModel {
  pendingId: number;
  title: string | null;
  domain: BottleneckDomain | null;
  mustAct: string | null;
  dueOn: Day | null;
  tasks: LinkedTask[];
  /** `null`: all is known, and it can be recorded. */
  ask: BottleneckQuestion | null;
  units: { unitId: number; name: string }[];
  days: Day[];
  /** What of the last answer did not fit. */
  hints: { kind: DeadlineFault | 'unknownTasks'; codes?: string[] }[];
}

/** Bottlenecks (R69, R74): listed, added, confirmed, moved on. */
export interface BottleneckPayloads {
  bottleneckList: {
    on: Day;
    counts: Partial<Record<BottleneckState, number>>;
    /** Those that stand, by state and the one due first; `total` counts them all. */
    lines: BottleneckModel[];
    total: number;
  };
  bottleneckDraft: BottleneckDraftModel;
  bottleneckDropped: Record<string, never>;
  bottleneckRecorded: { bottleneck: BottleneckModel; tasks: LinkedTask[]; told: string[] };
  bottleneckCard: {
    bottleneck: BottleneckModel;
    tasks: LinkedTask[];
    moves: BottleneckState[];
    mayConfirm: boolean;
  };
  /** To the head of the unit that must act, or of the unit that meets it. */
  bottleneckTold: {
    to: 'mustAct' | 'head';
    bottleneck: BottleneckModel;
    tasks: LinkedTask[];
    mayConfirm: boolean;
  };
  bottleneckMoved: { bottleneck: BottleneckModel; from: BottleneckState; by: string };
  bottleneckConfirmed: { bottleneck: BottleneckModel; by: string };
}
