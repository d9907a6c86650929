import type { AuditedValue } from '../task/audited.ts';

/** One entry of a task's journal: who did what when, old → new, and why. */
export interface JournalLine {
  at: string;
  /** `null`: the system itself or the command line. */
  by: string | null;
  action: string;
  changes: { field: AuditedValue['field']; before: string | number | null; after: string | number | null }[];
  reason: string | null;
}

/** What happened to a task, the newest first (R12). */
export interface JournalPayloads {
  taskJournal: {
    taskId: number;
    code: string;
    title: string;
    page: number;
    pages: number;
    total: number;
    lines: JournalLine[];
  };
}
