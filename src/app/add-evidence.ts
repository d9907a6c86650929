import { addAuditEntry } from '../db/queries/audit.ts';
import { addEvidence, countEvidence } from '../db/queries/progress.ts';
import { findTask, type TaskRow } from '../db/queries/tasks.ts';
import { type Actor, mayActOnTask } from '../domain/access/access.ts';
import { loadTaskSubject } from './task-subject.ts';
import { Refusal, type UseCase } from './use-case.ts';

export interface EvidenceInput {
  taskId: number;
  kind: 'document' | 'photo';
  telegramFileId: string;
  telegramUniqueId: string;
  fileName: string | null;
  mimeType: string | null;
  sizeBytes: number | null;
  caption: string | null;
  albumId: string | null;
}

/** What Telegram's own servers let a bot download. */
export const LARGEST_EVIDENCE_BYTES = 20 * 1024 * 1024;

/**
 * Adds a file or photo to a task as evidence (R17). Its bytes are fetched later, outside any transaction.
 * @throws Refusal `taskNotYours`, `sensitiveTakesNoFile`, `fileTooLarge`
 */
export async function attachEvidence(
  useCase: UseCase,
  actor: Actor,
  input: EvidenceInput,
): Promise<{ task: TaskRow; count: number }> {
  const { tx, now } = useCase;
  const task = await findTask(tx, input.taskId);
  if (task === undefined) throw new Refusal('taskNotFound');
  if (!mayActOnTask(actor, 'report', await loadTaskSubject(tx, task)))
    throw new Refusal('taskNotYours', { code: task.code });
  // It is a foreign cloud: a sensitive task takes the number of a document, never the document.
  if (task.flags.includes('sensitive')) throw new Refusal('sensitiveTakesNoFile', { code: task.code });
  if ((input.sizeBytes ?? 0) > LARGEST_EVIDENCE_BYTES) throw new Refusal('fileTooLarge');
  const id = await addEvidence(tx, { ...input, authorId: actor.personId, addedAt: now });
  if (id !== null) {
    await addAuditEntry(tx, {
      at: now,
      actorId: actor.personId,
      source: useCase.source,
      action: 'addEvidence',
      subject: 'task',
      subjectId: task.id,
      after: { evidenceId: id },
    });
  }
  return { task, count: await countEvidence(tx, task.id) };
}
