/** What a task is and which states it passes through (R7, R139). */

export const TASK_KINDS = ['task', 'indicator', 'project', 'works', 'workItem'] as const;
/** nhiệm vụ · chỉ tiêu · dự án · công trình · phần việc (R73). */
export type TaskKind = (typeof TASK_KINDS)[number];

export const TASK_PRIORITIES = ['normal', 'focus', 'key', 'breakthrough'] as const;
/** thường · trọng tâm · trọng điểm · đột phá (R6). */
export type TaskPriority = (typeof TASK_PRIORITIES)[number];

export const TASK_FLAGS = [
  'citizenRights',
  'sensitive',
  'inheritedBacklog',
  'decisive',
  'completableInPhase',
] as const;
/** quyền lợi người dân · nhạy cảm · tồn đọng trước phát động · quyết định kết quả chung · có khả năng hoàn thành trong giai đoạn. */
export type TaskFlag = (typeof TASK_FLAGS)[number];

export const TASK_STATES = [
  'draft',
  'issued',
  'inProgress',
  'submitted',
  'reportedDone',
  'done',
  'basicallyDone',
  'suspended',
  'cancelled',
] as const;
export type TaskState = (typeof TASK_STATES)[number];

export const TASK_STRUCTURES = ['single', 'series', 'occurrence', 'split', 'unitShare'] as const;
/**
 * How a task stands to others: `series` is a cadence whose dated `occurrence`s are done and counted (R140);
 * `split` is a task given to all units, done and counted as one `unitShare` per unit. Figures and alerts look at
 * the parts, never at the container.
 */
export type TaskStructure = (typeof TASK_STRUCTURES)[number];

/** Whose task it is: given by the department, or by a head inside the unit. */
export const TASK_LEVELS = ['department', 'unit'] as const;

export const isContainer = (structure: TaskStructure): boolean =>
  structure === 'series' || structure === 'split';

/** Still somebody's work: alerts run and progress can be reported. */
export const isOpen = (state: TaskState): boolean =>
  state === 'issued' || state === 'inProgress' || state === 'submitted';

/** Somebody reported it done, confirmed or not. */
export const isFinished = (state: TaskState): boolean =>
  state === 'reportedDone' || state === 'done' || state === 'basicallyDone';

/** "Nhiệm vụ trọng tâm" in the wide sense of the campaign's register: trọng tâm, trọng điểm, đột phá (R117). */
export const isFocus = (priority: TaskPriority): boolean => priority !== 'normal';

/** The code as it is shown: `NV` and at least two digits, then the part of a container if any (`NV01.KHTC`). */
export function formatTaskCode(number: number, part?: string): string {
  const base = `NV${String(number).padStart(2, '0')}`;
  return part === undefined ? base : `${base}.${part}`;
}
