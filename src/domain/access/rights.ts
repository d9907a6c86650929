import type { Relation } from './relations.ts';

export const TASK_ACTIONS = [
  'view',
  'report',
  'complete',
  'confirm',
  'ask',
  'decideRequest',
  'remind',
  'direct',
  'explain',
  'decideExplanation',
  'forwardTicket',
  'decideTicket',
] as const;
export type TaskAction = (typeof TASK_ACTIONS)[number];

/** What a cell of the table may ask beyond the relation. */
export const CONDITIONS = ['notOwnWork', 'notOwnUnit', 'notFocus', 'internal', 'directorsWork'] as const;
/**
 * `notOwnWork`: neither does it nor said that it is done. `notOwnUnit`: nor belongs to the unit that leads it (a head of
 * it included). `internal`: given inside the unit. `directorsWork`: the director's own, with nobody above.
 */
export type Condition = (typeof CONDITIONS)[number];

type Cell = readonly Condition[];

/**
 * Who may do what to a task: a row an action, a cell a relation (R44–R66, the plan's matrix). A cell names what must
 * hold besides; an empty list is a plain yes, an absent cell a no, and one cell that holds is enough.
 */
export const RIGHTS: Record<TaskAction, Partial<Record<Relation, Cell>>> = {
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
  /** Saying that it is done: whoever answers for the work. What the office enters for others never closes it. */
  complete: { assignee: [], unitHead: [] },
  /** The lead unit never confirms its own at the department's level; inside the unit its head does (R9). */
  confirm: {
    director: ['notOwnWork'],
    leaderInCharge: ['notOwnWork', 'notOwnUnit'],
    operator: ['notOwnWork', 'notOwnUnit', 'notFocus'],
    officeForDirector: ['notOwnWork', 'notOwnUnit', 'directorsWork'],
    unitHead: ['notOwnWork', 'internal'],
  },
  /** Extension, change, return, substitution, reassignment, a leader's word, a ticket. */
  ask: { assignee: [], unitHead: [] },
  /** Trọng tâm is the director's to decide; otherwise whoever is in charge of the field; inside a unit its head. */
  decideRequest: {
    director: ['notOwnWork'],
    leaderInCharge: ['notOwnWork', 'notOwnUnit', 'notFocus'],
    unitHead: ['notOwnWork', 'internal'],
  },
  remind: { director: [], operator: [], leaderInCharge: [], unitHead: [] },
  direct: { director: [], leaderInCharge: [] },
  /** Giải trình is the head's to give (R57) and the leader's to accept. */
  explain: { unitHead: [] },
  decideExplanation: { director: ['notOwnWork'], leaderInCharge: ['notOwnWork', 'notOwnUnit'] },
  /** Phiếu khó khăn goes by the office to a leader (R66). */
  forwardTicket: { operator: [] },
  decideTicket: { director: ['notOwnWork'], leaderInCharge: ['notOwnWork'], operator: ['notOwnWork'] },
};

/** What a delegate or stand-in decides in somebody's place. */
export const DECISIONS: ReadonlySet<TaskAction> = new Set([
  'confirm',
  'decideRequest',
  'decideExplanation',
  'decideTicket',
]);
