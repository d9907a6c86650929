/**
 * The life of a task as the plan tells it (R7–R10, R44–R46, R139), in words of its own: nothing here comes from the
 * product, so that the two can only agree when both are right.
 */

export type State =
  | 'issued'
  | 'inProgress'
  | 'submitted'
  | 'reportedDone'
  | 'done'
  | 'suspended'
  | 'cancelled';
export type AskedKind =
  | 'extension'
  | 'reassignment'
  | 'return'
  | 'suspension'
  | 'resumption'
  | 'cancellation';

export interface ModelPerson {
  id: number;
  unit: string;
  role: 'director' | 'leader' | 'head' | 'staff';
  isOperator: boolean;
  /** Units that a deputy director is in charge of. */
  field: readonly string[];
}

export interface ModelRequest {
  id: number;
  kind: AskedKind;
  by: ModelPerson;
  proposedDay: string | null;
  /** The due day that stood when more time was asked. */
  previousDay: string | null;
  toPerson: ModelPerson | null;
  toUnit: string | null;
  isOpen: boolean;
}

export interface ModelTask {
  id: number;
  code: string;
  unit: string;
  doer: ModelPerson | null;
  leaderId: number | null;
  isFocus: boolean;
  /** Given by a head inside the unit. */
  isInternal: boolean;
  /** Units that take part. */
  coordinating: readonly string[];
  dueOn: string;
  state: State;
  /** Who said that it is done, as long as nobody confirmed it. */
  reporter: ModelPerson | null;
  /** The newest report that was not taken back, and what it found. */
  lastReport: { id: number; by: ModelPerson; before: State; after: State } | null;
  requests: ModelRequest[];
  /** Who reminded today: a second time says so and reminds nobody. */
  remindedBy: Set<number>;
}

const WORKING: readonly State[] = ['issued', 'inProgress', 'submitted'];

const isDoer = (who: ModelPerson, task: ModelTask) => task.doer?.id === who.id;
const leadsUnit = (who: ModelPerson, task: ModelTask) => who.role === 'head' && who.unit === task.unit;
const isInCharge = (who: ModelPerson, task: ModelTask) =>
  (who.role === 'leader' || who.role === 'director') &&
  (task.leaderId === who.id || who.field.includes(task.unit));
const isOfUnit = (who: ModelPerson, task: ModelTask) => who.unit === task.unit;
/** Nobody decides about what they do themselves, or said to be done. */
const isOwnWork = (who: ModelPerson, task: ModelTask) =>
  isDoer(who, task) || (task.state === 'reportedDone' && task.reporter?.id === who.id);

const answersFor = (who: ModelPerson, task: ModelTask) => isDoer(who, task) || leadsUnit(who, task);

/** What a head gave inside the unit is the head's to decide too. */
const isHeadsOwn = (who: ModelPerson, task: ModelTask) => task.isInternal && leadsUnit(who, task);

const mayDecide = (who: ModelPerson, task: ModelTask) =>
  !isOwnWork(who, task) &&
  (who.role === 'director' ||
    (isInCharge(who, task) && !isOfUnit(who, task) && !task.isFocus) ||
    isHeadsOwn(who, task));

const mayConfirm = (who: ModelPerson, task: ModelTask) =>
  !isOwnWork(who, task) &&
  (who.role === 'director' ||
    (isInCharge(who, task) && !isOfUnit(who, task)) ||
    isHeadsOwn(who, task) ||
    // The director has nobody above: once reported, the office confirms it, whatever the weight of the task.
    (who.isOperator &&
      !isOfUnit(who, task) &&
      (!task.isFocus || (task.state === 'reportedDone' && task.doer?.role === 'director'))));

const mayNamePeople = (who: ModelPerson, task: ModelTask) =>
  who.role === 'director' || who.isOperator || leadsUnit(who, task) || isInCharge(who, task);

/** Inside the unit its head decides: another person of the unit, asked by somebody who does not lead it. */
const staysInside = (task: ModelTask, { kind, by, toPerson }: ModelRequest) =>
  kind === 'reassignment' && toPerson?.unit === task.unit && !(by.role === 'head' && by.unit === task.unit);

const mayDecideRequest = (who: ModelPerson, task: ModelTask, request: ModelRequest) => {
  if (who.id === request.by.id) return false;
  if (staysInside(task, request)) return mayNamePeople(who, task);
  if (request.by.role === 'director' && who.isOperator) return true;
  return mayDecide(who, task);
};

/** Whether something of this kind can be asked about a task that stands so; else why not. */
function whyNotAskable(task: ModelTask, kind: AskedKind): string | null {
  if (kind === 'resumption') return task.state === 'suspended' ? null : 'taskNotSuspended';
  const isAskable = WORKING.includes(task.state) || (kind === 'cancellation' && task.state === 'suspended');
  return isAskable ? null : 'taskClosed';
}

const hasOpen = (task: ModelTask, kind: AskedKind) =>
  task.requests.some((request) => request.isOpen && request.kind === kind);

/** `ok`, or the reason for which the product must refuse. */
export type Verdict = 'ok' | (string & {});

export const RULES = {
  accept(who: ModelPerson, task: ModelTask): Verdict {
    if (!answersFor(who, task)) return 'notAllowed';
    if (!WORKING.includes(task.state)) return 'taskClosed';
    return task.state === 'issued' ? 'ok' : 'alreadyAccepted';
  },
  report(who: ModelPerson, task: ModelTask): Verdict {
    if (!answersFor(who, task) && !who.isOperator) return 'taskNotYours';
    return WORKING.includes(task.state) ? 'ok' : 'taskClosed';
  },
  complete(who: ModelPerson, task: ModelTask, hasProduct: boolean): Verdict {
    const asReport = RULES.report(who, task);
    if (asReport !== 'ok') return asReport;
    if (!answersFor(who, task)) return 'notYoursToFinish';
    return hasProduct ? 'ok' : 'productWanted';
  },
  decideCompletion(who: ModelPerson, task: ModelTask): Verdict {
    if (!mayConfirm(who, task)) return 'notAllowed';
    return task.state === 'reportedDone' ? 'ok' : 'alreadyDecided';
  },
  undo(who: ModelPerson, task: ModelTask): Verdict {
    if (task.lastReport?.by.id !== who.id) return 'notYourReport';
    if (!WORKING.includes(task.state) && task.state !== 'reportedDone') return 'taskClosed';
    return task.state === task.lastReport.after ? 'ok' : 'alreadyDecided';
  },
  ask(who: ModelPerson, task: ModelTask, kind: AskedKind): Verdict {
    if (!answersFor(who, task)) return 'taskNotYours';
    return whyNotAskable(task, kind) ?? (hasOpen(task, kind) ? 'requestOpen' : 'ok');
  },
  decide(who: ModelPerson, task: ModelTask, request: ModelRequest, isYes: boolean): Verdict {
    if (!mayDecideRequest(who, task, request)) return 'notAllowed';
    if (!request.isOpen) return 'alreadyDecided';
    if (!isYes) return 'ok';
    const why = whyNotAskable(task, request.kind);
    if (why !== null) return why;
    return request.kind === 'extension' && request.previousDay !== task.dueOn ? 'requestOutdated' : 'ok';
  },
  withdraw(who: ModelPerson, request: ModelRequest): Verdict {
    if (request.by.id !== who.id) return 'notAllowed';
    return request.isOpen ? 'ok' : 'alreadyDecided';
  },
  order(who: ModelPerson, task: ModelTask, kind: 'suspension' | 'resumption' | 'cancellation'): Verdict {
    if (!mayDecide(who, task)) return 'notAllowed';
    return whyNotAskable(task, kind) ?? (hasOpen(task, kind) ? 'requestOpen' : 'ok');
  },
  direct: (who: ModelPerson, task: ModelTask): Verdict =>
    who.role === 'director' || isInCharge(who, task) ? 'ok' : 'notAllowed',
  /** @param head who leads the unit: reminded when nobody does the task */
  remind(who: ModelPerson, task: ModelTask, head: ModelPerson | undefined): Verdict {
    const may = who.role === 'director' || who.isOperator || isInCharge(who, task) || leadsUnit(who, task);
    if (!may) return 'notAllowed';
    if (!WORKING.includes(task.state)) return 'taskClosed';
    if (task.remindedBy.has(who.id)) return 'ok';
    // Nobody reminds themselves.
    const isOwn = (task.doer ?? head)?.id === who.id;
    return isOwn && head?.id === who.id ? 'nobodyToRemind' : 'ok';
  },
  view: (who: ModelPerson, task: ModelTask): Verdict =>
    who.role === 'director' ||
    who.isOperator ||
    isInCharge(who, task) ||
    answersFor(who, task) ||
    (who.role === 'head' && task.coordinating.includes(who.unit))
      ? 'ok'
      : 'taskNotYours',
};

/** What becomes of a task when a request about it is granted. */
export function grant(task: ModelTask, request: ModelRequest): void {
  if (request.kind === 'extension') task.dueOn = request.proposedDay ?? task.dueOn;
  if (request.kind === 'suspension') task.state = 'suspended';
  if (request.kind === 'resumption') task.state = 'inProgress';
  if (request.kind === 'cancellation') task.state = 'cancelled';
  if (request.kind === 'reassignment') moveTo(task, request.toPerson?.unit ?? task.unit, request.toPerson);
  if (request.kind === 'return') moveTo(task, request.toUnit ?? task.unit, null);
}

/** Another unit has its own leader in charge and has not taken the task on yet. */
function moveTo(task: ModelTask, unit: string, person: ModelPerson | null): void {
  task.doer = person;
  if (unit === task.unit) return;
  task.unit = unit;
  task.leaderId = null;
  task.state = 'issued';
}
