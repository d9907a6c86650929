import { Composer } from 'telegraf';
import { message } from 'telegraf/filters';
import { applyImport, dropImport, receiveImport, takeImport } from '../../app/import-workbook.ts';
import { loadImportContext } from '../../app/load-import-context.ts';
import { Refusal } from '../../app/use-case.ts';
import { readWorkbook } from '../../documents/import/read-workbook.ts';
import { mayActInOffice } from '../../domain/access/access.ts';
import type { ChatContext } from '../chat-context.ts';
import { onPress } from './on-press.ts';
import { actorOf, isPrivate } from './require-actor.ts';

const WORKBOOK_NAME = /\.xls[xmb]?$/i;

/** Importing people and tasks by sending the office's own file: preview, one confirmation, all or nothing. */
export const importing = new Composer<ChatContext>();

importing.command('nhap', async (ctx) => {
  if (!isPrivate(ctx)) throw new Refusal('onlyInPrivate');
  if (!mayActInOffice(actorOf(ctx), 'import')) throw new Refusal('notAllowed');
  await ctx.say({ kind: 'templates', payload: {} });
});

importing.on(message('document'), async (ctx, next) => {
  const { file_name: name = '', file_id: telegramFileId } = ctx.message.document;
  // With words beside it, or from somebody who may not import, a workbook is evidence like any other file.
  const isForImport = WORKBOOK_NAME.test(name) && ctx.message.caption === undefined && isPrivate(ctx);
  if (!isForImport || !mayActInOffice(actorOf(ctx), 'import')) return next();
  await receiveImport(ctx.useCase, actorOf(ctx), { name, telegramFileId });
});

importing.use(
  onPress('applyImport', async (ctx, batchId = 0) => {
    const actor = actorOf(ctx);
    const batch = await takeImport(ctx.useCase, actor, batchId);
    const context = await loadImportContext(ctx.useCase, batch.issuedOn);
    const reading = await readWorkbook(Buffer.from(batch.content ?? []), context);
    if ('refused' in reading || reading.problems.some((problem) => problem.severity === 'error')) {
      throw new Refusal('buttonTooOld');
    }
    const { added, changed, unchanged } = await applyImport(ctx.useCase, actor, batch, reading);
    await ctx.redraw({
      kind: 'importApplied',
      payload: { importKind: reading.kind, fileName: batch.fileName, added, changed, unchanged },
    });
  }),
  onPress('dropImport', async (ctx, batchId = 0) => {
    const batch = await takeImport(ctx.useCase, actorOf(ctx), batchId);
    await dropImport(ctx.useCase, batch);
    await ctx.redraw({ kind: 'importDropped', payload: { fileName: batch.fileName } });
  }),
);
