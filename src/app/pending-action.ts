import {
  addPending,
  changePending,
  lockPending,
  lockWaitingAlbum,
  markPendingDecided,
} from '../db/queries/pending.ts';
import type { Actor } from '../domain/access/access.ts';
import type { EvidenceInput } from './add-evidence.ts';
import type { ProgressInput } from './report-progress.ts';
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

export type PendingAction = PendingProgress | PendingChoice | PendingSeveral;

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
 * Takes a kept action to carry it out or drop it; it is decided once, by the person it was asked of, within a day.
 * @throws Refusal `notAllowed`, `alreadyDecided`, `buttonTooOld`
 */
export async function takePending<Kind extends PendingAction['kind']>(
  useCase: UseCase,
  actor: Actor,
  id: number,
  kind: Kind,
): Promise<Extract<PendingAction, { kind: Kind }>> {
  const row = await lockPending(useCase.tx, id);
  if (row === undefined || row.kind !== kind) throw new Refusal('buttonTooOld');
  if (row.personId !== actor.personId) throw new Refusal('notAllowed');
  if (row.decidedAt !== null) throw new Refusal('alreadyDecided');
  if (useCase.now.getTime() - row.createdAt.getTime() > VALID_HOURS * 3_600_000)
    throw new Refusal('buttonTooOld');
  await markPendingDecided(useCase.tx, id, useCase.now);
  return row.payload as Extract<PendingAction, { kind: Kind }>;
}
