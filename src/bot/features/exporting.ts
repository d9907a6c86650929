import { Composer } from 'telegraf';
import { nameScope } from '../../app/read-kpi.ts';
import { readTaskWorkbook } from '../../app/read-task-workbook.ts';
import { Refusal } from '../../app/use-case.ts';
import { widestFigureScope } from '../../domain/access/access.ts';
import { WORKBOOK_KINDS } from '../../domain/report/task-workbook.ts';
import type { ChatContext } from '../chat-context.ts';
import { onPress } from './on-press.ts';
import { actorOf, isPrivate } from './require-actor.ts';

/** Lists as Excel files, of whatever the person may read (R88, R146). */
export const exporting = new Composer<ChatContext>();

exporting.command('xuat', async (ctx) => {
  if (!isPrivate(ctx)) throw new Refusal('onlyInPrivate');
  const scopeName = await nameScope(ctx.useCase, widestFigureScope(actorOf(ctx)));
  await ctx.say({ kind: 'exportMenu', payload: { scopeName } });
});

exporting.use(
  onPress('exportList', async (ctx, place = 0) => {
    if (!isPrivate(ctx)) throw new Refusal('onlyInPrivate');
    const kind = WORKBOOK_KINDS[place];
    if (kind === undefined) throw new Refusal('buttonTooOld');
    const question = { kinds: [kind], scope: widestFigureScope(actorOf(ctx)) };
    const workbook = await readTaskWorkbook(ctx.useCase, question);
    await ctx.say({ kind: 'exportFile', payload: { workbook } });
  }),
);
