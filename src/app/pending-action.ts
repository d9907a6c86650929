import {
  addPending,
  changePending,
  lockPending,
  lockWaitingAlbum,
  markPendingDecided,
} from '../db/queries/pending.ts';
import type { Actor } from '../domain/access/access.ts';
import type { Day } from '../domain/days.ts';
import type { CorrectionModel } from '../domain/message/follow-up-payloads.ts';
import type { BottleneckDraft } from '../domain/task/bottleneck-draft.ts';
import type { TaskDraft } from '../domain/task/draft.ts';
import type { ExplanationWords, LatenessCause } from '../domain/task/explanation.ts';
import type { EvidenceInput } from './add-evidence.ts';
import type { RequestDraft } from './ask-request.ts';
import type { IndicatorEntry } from './enter-indicator.ts';
import type { ProgressInput } from './report-progress.ts';
import type { Succession } from './succeed-unit.ts';
import { Refusal, type UseCase } from './use-case.ts';

/** A report that waits for its author's "Đúng". Instants are kept as ISO strings. */
export interface PendingProgress {
  kind: 'progress';
  code: string;
  input: Omit<ProgressInput, 'isConfirmed' | 'reportedAt'> & { reportedAt: string };
}

/** A message whose task was not plain: kept whole until the sender says which. */
export interface PendingChoice {
  kind: 'chooseTask';
  text: string;
  reportedAt: string;
  evidence: Omit<EvidenceInput, 'taskId'> | null;
  /** The further files of the same album. */
  album?: Omit<EvidenceInput, 'taskId'>[];
}

/** Reports on several tasks in one message that wait for one "Đúng". */
export interface PendingSeveral {
  kind: 'several';
  inputs: PendingProgress['input'][];
}

/** A request that waits for its author's yes. */
export interface PendingRequest {
  kind: 'request';
  code: string;
  draft: RequestDraft;
  /** Nobody needs to be asked: it happens on the yes. */
  isAtOnce: boolean;
  askedAt: string;
}

/** An extension that waits for its day. */
export interface PendingExtensionDay {
  kind: 'extensionDay';
  taskId: number;
  reason: string | null;
  askedAt: string;
}

/** A handover or an absence that waits for which of several people was meant. */
export interface PendingRequestPerson {
  kind: 'requestPerson';
  request: 'reassignment' | 'substitution';
  taskId: number;
  reason: string | null;
  fromOn: Day | null;
  toOn: Day | null;
  askedAt: string;
}

/** A task on its way to be given. */
export interface PendingDraft {
  kind: 'draft';
  draft: TaskDraft;
}

/** Putting a person on a task; several, until it is said which of them. */
export interface PendingAssignment {
  kind: 'assignPerson';
  taskId: number;
  personIds: number[];
}

/** A leader's words that wait for whether they are a directive. */
export interface PendingDirective {
  kind: 'directive';
  code: string;
  taskId: number;
  text: string;
  at: string;
}

/** A report that waits for being taken back, and what is to stand instead of it. */
export interface PendingCorrection {
  kind: 'correction';
  reportId: number;
  input: PendingProgress['input'] | null;
  shown: CorrectionModel;
}

/** Why a task is late, on its way to the leader; what is `null` is still asked for. */
export interface PendingExplanation {
  kind: 'explanation';
  explanationId: number;
  code: string;
  cause: LatenessCause | null;
  words: ExplanationWords | null;
  /** Until when the next typed text answers it (ISO). */
  waitsUntil: string | null;
}

/** An explanation that goes back once the leader says why. */
export interface PendingExplanationReturn {
  kind: 'explanationReturn';
  answerId: number;
  code: string;
  waitsUntil: string;
}

/** A ticket on its way to a leader; the next typed text, until an instant (ISO), is the office's note. */
export interface PendingTicketForward {
  kind: 'ticketForward';
  ticketId: number;
  code: string;
  note: string | null;
  waitsUntil: string | null;
}

/** A ticket whose decision is about to be typed. */
export interface PendingTicketAnswer {
  kind: 'ticketAnswer';
  ticketId: number;
  code: string;
  waitsUntil: string;
}

/** A bottleneck on its way to be recorded. */
export interface PendingBottleneck {
  kind: 'bottleneck';
  /** Not named `draft`: what a task that is being given waits for is looked up under that name. */
  bottleneck: BottleneckDraft;
  waitsUntil: string | null;
}

/** A part of a report, a task's reason in it, or why it goes back: asked for, to be typed. */
export interface PendingReport {
  kind: 'report';
  reportId: number;
  asked: { part: string } | { taskId: number } | 'returnReason';
  waitsUntil: string;
}

export type PendingAction =
  | PendingDraft
  | PendingAssignment
  | PendingProgress
  | PendingChoice
  | PendingSeveral
  | PendingRequest
  | PendingExtensionDay
  | PendingRequestPerson
  | PendingDirective
  | PendingCorrection
  | PendingExplanation
  | PendingExplanationReturn
  | PendingTicketForward
  | PendingTicketAnswer
  | PendingBottleneck
  | PendingReport
  | PendingDelegation
  | PendingSuccession
  | PendingIndicator;

/** A delegation that waits for its giver's yes. */
export interface PendingDelegation {
  kind: 'delegation';
  toPersonId: number;
  fromOn: Day;
  toOn: Day;
}

/** A unit that becomes another one, or goes into one, on the office's yes. */
export interface PendingSuccession {
  kind: 'succession';
  unitId: number;
  succession: Succession;
}

/** A figure of an indicator that waits for its owner's yes. */
export interface PendingIndicator {
  kind: 'indicator';
  entry: IndicatorEntry;
}

const VALID_HOURS = 24;

/** Keeps an action until its author decides. */
export async function askFirst(useCase: UseCase, actor: Actor, action: PendingAction): Promise<number> {
  return addPending(useCase.tx, {
    kind: action.kind,
    payload: action,
    personId: actor.personId,
    createdAt: useCase.now,
  });
}

/** Lays a file beside the first one of its album while its sender is asked for the task. False: nothing waits. */
export async function joinWaitingAlbum(
  useCase: UseCase,
  actor: Actor,
  file: Omit<EvidenceInput, 'taskId'>,
): Promise<boolean> {
  if (file.albumId === null || file.caption !== null) return false;
  const row = await lockWaitingAlbum(useCase.tx, actor.personId, file.albumId);
  if (row === undefined) return false;
  const choice = row.payload as PendingChoice;
  await changePending(useCase.tx, row.id, { ...choice, album: [...(choice.album ?? []), file] });
  return true;
}

/**
 * A kept action that its author has not decided yet; its row stays locked until the transaction ends.
 * @throws Refusal `notAllowed`, `alreadyDecided`, `buttonTooOld`
 */
export async function lockKept<Kind extends PendingAction['kind']>(
  useCase: UseCase,
  actor: Actor,
  id: number,
  kind: Kind,
): Promise<Extract<PendingAction, { kind: Kind }>> {
  const row = await lockPending(useCase.tx, id);
  if (row === undefined || row.kind !== kind) throw new Refusal('buttonTooOld');
  if (row.personId !== actor.personId) throw new Refusal('notAllowed');
  if (row.decidedAt !== null) throw new Refusal('alreadyDecided');
  if (row.createdAt < keptSince(useCase)) throw new Refusal('buttonTooOld');
  return row.payload as Extract<PendingAction, { kind: Kind }>;
}

/** What was kept before this moment is too old to be decided. */
export const keptSince = (useCase: UseCase): Date =>
  new Date(useCase.now.getTime() - VALID_HOURS * 3_600_000);

/**
 * Takes a kept action to carry it out or drop it; it is decided once, by the person it was asked of, within a day.
 * @throws Refusal `notAllowed`, `alreadyDecided`, `buttonTooOld`
 */
export async function takePending<Kind extends PendingAction['kind']>(
  useCase: UseCase,
  actor: Actor,
  id: number,
  kind: Kind,
): Promise<Extract<PendingAction, { kind: Kind }>> {
  const kept = await lockKept(useCase, actor, id, kind);
  await markPendingDecided(useCase.tx, id, useCase.now);
  return kept;
}
