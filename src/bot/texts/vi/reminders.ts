import { DateTime } from 'luxon';
import { ZONE } from '../../../domain/days.ts';
import type { FollowUpPayloads } from '../../../domain/message/follow-up-payloads.ts';
import { type Html, html, lines } from '../html.ts';
import { countShown, formatMoment, shorten } from './format.ts';
import { taskLine } from './tasks.ts';

const clockOf = (instant: string): string => DateTime.fromISO(instant, { zone: ZONE }).toFormat('HH:mm');

const whenHeld = (heldUntil: string | null): string =>
  heldUntil === null ? '' : ` Ngoài giờ làm việc nên tin đến lúc ${formatMoment(new Date(heldUntil))}.`;

export const reminderSent = (model: FollowUpPayloads['reminderSent']): Html =>
  lines(
    html`Đã nhắc ${model.to} về <b>${model.code}</b> (lần nhắc thứ ${model.count}).${whenHeld(model.heldUntil)}`,
    html`${shorten(model.title, 120)}`,
  );

export const reminderRepeated = (model: FollowUpPayloads['reminderRepeated']): Html =>
  html`<b>${model.code}</b>: anh/chị đã nhắc lúc ${clockOf(model.at)} hôm nay. Mỗi việc nhắc một lần trong ngày.`;

export const remindersSent = (model: FollowUpPayloads['remindersSent']): Html =>
  html`Đã nhắc ${model.to} về ${model.total} việc quá hạn của ${model.scopeName}.${whenHeld(model.heldUntil)}`;

export const remindersRepeated = (model: FollowUpPayloads['remindersRepeated']): Html =>
  html`Các việc quá hạn của ${model.scopeName}: anh/chị đã nhắc lúc ${clockOf(model.at)} hôm nay.`;

export const nothingToRemind = (model: FollowUpPayloads['nothingToRemind']): Html =>
  html`${model.scopeName} hiện không có việc nào quá hạn nên không cần nhắc.`;

export const howToRemind = (): Html =>
  html`Anh/chị đôn đốc việc nào hoặc đơn vị nào? Anh/chị nhắn như “/dondoc NV12” hoặc “/dondoc P.CĐS”.`;

export const taskReminded = (model: FollowUpPayloads['taskReminded']): Html =>
  lines(
    html`🔔 ${model.by} đôn đốc anh/chị về <b>${model.line.code}</b>:`,
    taskLine(model.line, { showOwner: false }),
    model.text === null ? null : html`Lời nhắn: “${shorten(model.text, 300)}”`,
    html`Anh/chị trả lời tin này để báo tiến độ, ví dụ “60% đã gửi dự thảo”.`,
  );

export const tasksReminded = (model: FollowUpPayloads['tasksReminded']): Html =>
  lines(
    html`🔔 ${model.by} đôn đốc các việc quá hạn của ${model.scopeName} (${countShown(model.total, model.lines.length)}):`,
    ...model.lines.map((line) => taskLine(line, { showOwner: true })),
    html`Anh/chị nhắn “${model.lines[0]?.code ?? 'NV12'} 60% …” để báo tiến độ.`,
  );
