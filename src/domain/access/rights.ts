import type { Relation } from './relations.ts';

export const TASK_ACTIONS = [
  'view',
  'report',
  'confirm',
  'ask',
  'decideRequest',
  'remind',
  'direct',
  'explain',
  'decideExplanation',
] as const;
export type TaskAction = (typeof TASK_ACTIONS)[number];

/**
 * What a cell of the table may ask beyond the relation. `notOwnWork`: neither does it, nor said that it is done, nor
 * leads its unit. `notOwnUnit`: is no member of the unit that leads it.
 */
export type Condition = 'notOwnWork' | 'notOwnUnit' | 'notFocus';

/**
 * Who may do what to a task: a row an action, a cell a relation (R44–R66, the plan's matrix). A cell names what must
 * hold besides; an empty list is a plain yes, an absent cell a no, and one cell that holds is enough.
 */
export const RIGHTS: Record<TaskAction, Partial<Record<Relation, readonly Condition[]>>> = {
  view: {
    director: [],
    operator: [],
    leaderInCharge: [],
    unitHead: [],
    assignee: [],
    coordinatingHead: [],
    monitorOfRights: [],
  },
  /** Progress, evidence, blockers; the office enters them for somebody ("nhập hộ"). */
  report: { assignee: [], unitHead: [], operator: [] },
  /** Whoever does the work never confirms it, nor does the unit that leads it (R9). */
  confirm: {
    director: ['notOwnWork'],
    leaderInCharge: ['notOwnWork', 'notOwnUnit'],
    operator: ['notOwnWork', 'notOwnUnit', 'notFocus'],
  },
  /** Extension, return, substitution, reassignment, a leader's word: asked by whoever answers for the work. */
  ask: { assignee: [], unitHead: [] },
  /** Trọng tâm is the director's to decide; otherwise whoever is in charge of the field. */
  decideRequest: {
    director: ['notOwnWork'],
    leaderInCharge: ['notOwnWork', 'notOwnUnit', 'notFocus'],
  },
  remind: { director: [], operator: [], leaderInCharge: [], unitHead: [] },
  direct: { director: [], leaderInCharge: [] },
  /** Giải trình is the head's to give (R57) and the leader's to accept. */
  explain: { unitHead: [] },
  decideExplanation: { director: ['notOwnWork'], leaderInCharge: ['notOwnWork', 'notOwnUnit'] },
};
