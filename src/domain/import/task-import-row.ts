import type { Day } from '../days.ts';
import type { Deadline } from '../deadline/read-deadline.ts';
import type { TaskFlag, TaskKind, TaskPriority, TaskState } from '../task/task.ts';

export type TaskLead = { kind: 'unit'; unitCode: string } | { kind: 'allUnits' };

/** A countable result: 600 hồ sơ, 95 %. */
export interface Measure {
  target: number;
  unit: string;
}

/** One task as a table states it (R136). What the table does not say is absent. */
export interface TaskImportRow {
  row: number;
  /** STT of the giving document: with the document it identifies a task that has no code. */
  ordinal?: string;
  /** `NV12`. */
  code?: string;
  /** A code of somebody else's system, as written. */
  externalReference?: string;
  title: string;
  content?: string;
  kind: TaskKind;
  priority: TaskPriority;
  flags: TaskFlag[];
  lead: TaskLead;
  /** Codes of coordinating units of the department. */
  coordinating: string[];
  /** Outside bodies and "các phòng, đơn vị", as written. */
  coordinatingText?: string;
  /** The accountable person, as named in the directory. */
  assignee?: string;
  assigneeCode?: string;
  /** Further people who work on it, as named in the directory. */
  helpers: string[];
  leader?: string;
  authority?: string;
  deadline: Deadline;
  startOn?: Day;
  product?: string;
  measure?: Measure;
  legalBasis?: string;
  group?: string;
  note?: string;
  state: TaskState;
  percent?: number;
  completedOn?: Day;
  completedProduct?: string;
}
