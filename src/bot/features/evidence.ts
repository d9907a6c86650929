import { Composer } from 'telegraf';
import { attachEvidence } from '../../app/add-evidence.ts';
import { findTaskForActor } from '../../app/find-task.ts';
import { joinWaitingAlbum, type PendingChoice } from '../../app/pending-action.ts';
import { findAlbumTaskId } from '../../db/queries/progress.ts';
import { findTask, type TaskRow } from '../../db/queries/tasks.ts';
import type { Meaning } from '../../domain/utterance/meaning.ts';
import type { ChatContext } from '../chat-context.ts';
import { actOnMeaning, askWhichTask } from './act-on-meaning.ts';
import { isAddressed } from './is-addressed.ts';
import { findReplyTaskCode, readText } from './read-text.ts';
import { actorOf } from './require-actor.ts';

type File = NonNullable<PendingChoice['evidence']>;

/** Files and photos that prove progress: by a code in the caption, as a reply, or by a choice. */
export const evidence = new Composer<ChatContext>();

evidence.use(async (ctx, next) => {
  const file = fileOf(ctx);
  if (file === null || !isAddressed(ctx)) return next();
  const albumTask = await findAlbumTask(ctx, file);
  if (albumTask !== null) {
    await attachEvidence(ctx.useCase, actorOf(ctx), { ...file, taskId: albumTask.id });
    return;
  }
  if (await joinWaitingAlbum(ctx.useCase, actorOf(ctx), file)) return;
  const said = { text: file.caption ?? '', reportedAt: ctx.saidAt, evidence: file };
  const replyTask = await findReplyTaskCode(ctx);
  const meaning = await readText(ctx, said.text, { replyTask, hasAttachment: true });
  if (meaning.task === undefined) return askWhichTask(ctx, said, meaning.candidates);
  const task = await findTaskForActor(ctx.useCase, actorOf(ctx), meaning.task, 'report');
  await addEvidenceTo(ctx, task, file);
  if (saysProgress(meaning)) await actOnMeaning(ctx, meaning, said);
});

/** A file whose caption only names its task is evidence and says nothing of how far the task is. */
const saysProgress = ({ percent, delta, status }: Meaning): boolean =>
  percent !== undefined || delta !== undefined || (status !== undefined && status !== 'inProgress');

/** Adds a file to a task and says so. */
export async function addEvidenceTo(ctx: ChatContext, task: TaskRow, file: File): Promise<void> {
  const { count } = await attachEvidence(ctx.useCase, actorOf(ctx), { ...file, taskId: task.id });
  await ctx.say({
    kind: 'evidenceAdded',
    payload: { taskId: task.id, code: task.code, title: task.title, count, fileName: file.fileName },
  });
}

/** The later files of an album belong where its first one went, without a word each. */
async function findAlbumTask(ctx: ChatContext, file: File): Promise<TaskRow | null> {
  if (file.albumId === null || file.caption !== null) return null;
  const taskId = await findAlbumTaskId(ctx.useCase.tx, actorOf(ctx).personId, file.albumId);
  return taskId === null ? null : ((await findTask(ctx.useCase.tx, taskId)) ?? null);
}

/** The file of a message, in whichever of Telegram's shapes it came. */
function fileOf(ctx: ChatContext): File | null {
  const message = ctx.message;
  if (message === undefined) return null;
  const beside = {
    caption: 'caption' in message ? (message.caption ?? null) : null,
    albumId: 'media_group_id' in message ? (message.media_group_id ?? null) : null,
  };
  if ('document' in message) {
    const { file_id, file_unique_id, file_name, mime_type, file_size } = message.document;
    return {
      kind: 'document',
      telegramFileId: file_id,
      telegramUniqueId: file_unique_id,
      fileName: file_name ?? null,
      mimeType: mime_type ?? null,
      sizeBytes: file_size ?? null,
      ...beside,
    };
  }
  const photo = 'photo' in message ? message.photo.at(-1) : undefined;
  if (photo === undefined) return null;
  return {
    kind: 'photo',
    telegramFileId: photo.file_id,
    telegramUniqueId: photo.file_unique_id,
    fileName: null,
    mimeType: 'image/jpeg',
    sizeBytes: photo.file_size ?? null,
    ...beside,
  };
}
