import { Composer } from 'telegraf';
import { message } from 'telegraf/filters';
import {
  askReturnReason,
  consolidateReports,
  readReportStatus,
  returnReport,
} from '../../app/collect-reports.ts';
import { listReportsFor } from '../../app/list-reports.ts';
import { authorUnitOf, openReport, readReportCard, readReportModel } from '../../app/open-report.ts';
import { submitReport } from '../../app/submit-report.ts';
import { Refusal } from '../../app/use-case.ts';
import { askLateReason, askReportPart, findAskedReport, writeInReport } from '../../app/write-report.ts';
import type { Message } from '../../domain/message/messages.ts';
import type { ReportCard } from '../../domain/message/report-payloads.ts';
import type { Report } from '../../domain/plan/plan-shape.ts';
import { periodEndingOn } from '../../domain/report/owed-reports.ts';
import {
  dueOnOf,
  periodHolding,
  previousPeriod,
  type ReportPeriod,
} from '../../domain/report/report-period.ts';
import { cleanText, foldText } from '../../domain/text.ts';
import { dayOfNumber } from '../callback-data/day-number.ts';
import type { ChatContext } from '../chat-context.ts';
import { TOASTS } from '../texts/vi/buttons.ts';
import { onPress } from './on-press.ts';
import { actorOf, isPrivate } from './require-actor.ts';

/** Reports of the regime: drafted from data, written and submitted by heads, returned or consolidated by the office. */
export const reports = new Composer<ChatContext>();

reports.command('baocao', async (ctx) => {
  if (!isPrivate(ctx)) throw new Refusal('onlyInPrivate');
  const typed = foldText(cleanText(ctx.payload));
  const found = typed === '' ? undefined : findNamed(ctx, typed);
  if (found === undefined) {
    return ctx.say({ kind: 'reportList', payload: await listReportsFor(ctx.useCase, actorOf(ctx)) });
  }
  await ctx.say(await open(ctx, found));
});

interface Named {
  report: Report;
  period: ReportPeriod;
}

/** "tháng", "tuần", "giải trình": the report that the plan calls so, on the period that is to be submitted next. */
function findNamed(ctx: ChatContext, typed: string): Named | undefined {
  const { plan, today } = ctx.useCase;
  const report = plan.reportRegime.find(({ name, enabled }) => enabled && foldText(name).includes(typed));
  const period = report === undefined ? null : periodToSubmit(ctx, report, today);
  return report === undefined || period === null ? undefined : { report, period };
}

/** The last period that is over while its report is still in time, else the one that runs. */
function periodToSubmit(
  { useCase: { plan } }: ChatContext,
  report: Report,
  today: string,
): ReportPeriod | null {
  const running = periodHolding(report, today);
  if (running === null) return periodEndingOn(plan, report, today);
  const last = previousPeriod(report, running);
  return last !== null && (dueOnOf(report, last) ?? '') >= today ? last : running;
}

async function open(ctx: ChatContext, { report, period }: Named): Promise<Message> {
  const actor = actorOf(ctx);
  const unitId = await authorUnitOf(ctx.useCase, actor, report);
  return asCard(await openReport(ctx.useCase, actor, { report, period, unitId }));
}

const asCard = (payload: ReportCard): Message => ({ kind: 'reportCard', payload });

/** A text that begins with a code is about that task, whatever was asked. */
const BEGINS_WITH_CODE = /^(?:nv|#|viec)\s*\d/;

reports.on(message('text'), async (ctx, next) => {
  const text = typedText(ctx.message.text);
  if (text === '' || text.startsWith('/') || !isPrivate(ctx) || ctx.actor === null) return next();
  if (BEGINS_WITH_CODE.test(foldText(text))) return next();
  const asked = await findAskedReport(ctx.useCase, ctx.actor);
  if (asked === null) return next();
  const { pendingId, pending } = asked;
  if (pending.asked === 'returnReason') {
    const payload = await returnReport(ctx.useCase, ctx.actor, { pendingId, reason: text });
    return ctx.say({ kind: 'reportReturned', payload });
  }
  await ctx.say(asCard(await writeInReport(ctx.useCase, ctx.actor, { pendingId, typed: text })));
});

/** Clean lines: each is a paragraph of the report. */
const typedText = (text: string): string =>
  text
    .split('\n')
    .map(cleanText)
    .filter((line) => line !== '')
    .join('\n');

/** The report that a button names by its number and the last day of its period. @throws Refusal `buttonTooOld` */
function namedBy({ useCase: { plan } }: ChatContext, number: number, day: number): Named {
  const code = `BC-${String(number).padStart(2, '0')}`;
  const report = plan.reportRegime.find((one) => one.code === code);
  const lastOn = dayOfNumber(day);
  const period = report === undefined || lastOn === null ? null : periodEndingOn(plan, report, lastOn);
  if (report === undefined || period === null) throw new Refusal('buttonTooOld');
  return { report, period };
}

const onPrivatePress: typeof onPress = (action, handle) =>
  onPress(action, async (ctx, ...numbers) => {
    if (!isPrivate(ctx)) throw new Refusal('onlyInPrivate');
    await handle(ctx, ...numbers);
  });

reports.use(
  onPrivatePress('openReport', async (ctx, number = 0, day = 0) =>
    ctx.say(await open(ctx, namedBy(ctx, number, day))),
  ),
  onPrivatePress('viewReport', async (ctx, reportId = 0) =>
    ctx.say(asCard(await readReportCard(ctx.useCase, actorOf(ctx), reportId))),
  ),
  onPrivatePress('printReport', async (ctx, reportId = 0) => {
    const model = await readReportModel(ctx.useCase, actorOf(ctx), reportId);
    await ctx.say({ kind: 'reportFile', payload: { model } });
  }),
  onPrivatePress('writeReportPart', async (ctx, reportId = 0, place = 0) => {
    const payload = await askReportPart(ctx.useCase, actorOf(ctx), reportId, place);
    await ctx.say({ kind: 'reportPartWanted', payload });
  }),
  onPrivatePress('explainInReport', async (ctx, reportId = 0, taskId = 0) => {
    const payload = await askLateReason(ctx.useCase, actorOf(ctx), reportId, taskId);
    await ctx.say({ kind: 'lateReasonWanted', payload });
  }),
  onPrivatePress('submitReport', async (ctx, reportId = 0) => {
    const payload = await submitReport(ctx.useCase, actorOf(ctx), reportId);
    ctx.toast = TOASTS.done;
    await ctx.redraw({ kind: 'reportSubmitted', payload });
    const model = await readReportModel(ctx.useCase, actorOf(ctx), reportId);
    await ctx.say({ kind: 'reportFile', payload: { model } });
  }),
  onPrivatePress('reportStatus', async (ctx, number = 0, day = 0) => {
    const payload = await readReportStatus(ctx.useCase, actorOf(ctx), namedBy(ctx, number, day));
    await ctx.say({ kind: 'reportStatus', payload });
  }),
  onPrivatePress('returnReport', async (ctx, reportId = 0) => {
    const payload = await askReturnReason(ctx.useCase, actorOf(ctx), reportId);
    await ctx.say({ kind: 'reportReturnWanted', payload });
  }),
  onPrivatePress('consolidateReports', async (ctx, number = 0, day = 0) => {
    const card = await consolidateReports(ctx.useCase, actorOf(ctx), namedBy(ctx, number, day));
    await ctx.say(asCard(card));
  }),
);
