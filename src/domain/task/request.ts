import { isOpen, type TaskState } from './task.ts';

/**
 * What can be asked to be changed about a task: its due day, its unit, its person, who stands in for a while, its words,
 * and whether it goes on at all (R10, R44–R46).
 */
export const REQUEST_KINDS = [
  'extension',
  'return',
  'reassignment',
  'substitution',
  'change',
  'suspension',
  'resumption',
  'cancellation',
] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** `withdrawn`: taken back by whoever asked, before anybody decided. */
export const REQUEST_STATES = ['open', 'approved', 'refused', 'withdrawn'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** In which state a task is left by what was granted; the kinds that are not named leave it as it is. */
export const STATE_WHEN_GRANTED: Partial<Record<RequestKind, TaskState>> = {
  suspension: 'suspended',
  resumption: 'inProgress',
  cancellation: 'cancelled',
};

/** Kinds that nobody asks without saying why: the task leaves the figures by them. */
export const NEEDS_REASON: ReadonlySet<RequestKind> = new Set(['return', 'suspension', 'cancellation']);

/** Whether a request of this kind can be made about a task that stands so. */
export function isAskable(kind: RequestKind, state: TaskState): boolean {
  if (kind === 'resumption') return state === 'suspended';
  return isOpen(state) || (kind === 'cancellation' && state === 'suspended');
}
