import type { FollowUpPayloads } from '../../../domain/message/follow-up-payloads.ts';
import { type Html, html, lines } from '../html.ts';
import { formatDay, shorten } from './format.ts';

const QUOTED = 600;
const quote = (text: string): string => `“${shorten(text, QUOTED)}”`;

export const directiveAsked = (model: FollowUpPayloads['directiveAsked']): Html =>
  lines(
    html`🙋 ${model.by} (${model.unit}) xin ý kiến chỉ đạo <b>${model.code}</b>:`,
    html`${quote(model.text)}`,
    html`${shorten(model.title, 160)}${model.dueOn === null ? '' : `. Hạn ${formatDay(model.dueOn)}`}.`,
    html`<i>Anh/chị trả lời (Reply) tin này để cho ý kiến.</i>`,
  );

export const directiveRequested = (model: FollowUpPayloads['directiveRequested']): Html =>
  lines(
    html`Đã xin ý kiến chỉ đạo của ${model.to} về <b>${model.code}</b>: ${quote(model.text)}`,
    html`Khi có ý kiến, hệ thống báo anh/chị ngay.`,
  );

export const directiveOffered = (model: FollowUpPayloads['directiveOffered']): Html =>
  lines(
    html`Ghi thành ý kiến chỉ đạo <b>${model.code}</b>?`,
    html`${quote(model.text)}`,
    html`${shorten(model.title, 120)}`,
  );

export const directiveGiven = (model: FollowUpPayloads['directiveGiven']): Html =>
  lines(
    html`📌 ${model.by} cho ý kiến chỉ đạo <b>${model.code}</b>:`,
    html`${quote(model.text)}`,
    model.question === null ? null : html`Trả lời câu hỏi: ${quote(shorten(model.question, 200))}`,
    html`${shorten(model.title, 160)}`,
    html`<i>Anh/chị trả lời (Reply) tin này để báo lại.</i>`,
  );

export const directiveRecorded = (model: FollowUpPayloads['directiveRecorded']): Html =>
  lines(
    html`Đã ghi ý kiến chỉ đạo <b>${model.code}</b>: ${quote(model.text)}`,
    model.told.length > 0
      ? html`Đã báo: ${model.told.join(', ')}.`
      : html`Chưa báo được cho ai: đơn vị chưa bắt đầu hoặc chưa có người nhận.`,
  );

export const directiveReplied = (model: FollowUpPayloads['directiveReplied']): Html =>
  lines(
    html`💬 ${model.by} trả lời ý kiến chỉ đạo <b>${model.code}</b>:`,
    html`${quote(model.text)}`,
    html`${shorten(model.title, 120)}`,
  );

export const directiveReplyPassedOn = (model: FollowUpPayloads['directiveReplyPassedOn']): Html =>
  html`Đã chuyển trả lời của anh/chị về <b>${model.code}</b> tới ${model.to}.`;

export const howToDirect = (): Html =>
  html`Anh/chị nhắn như “/chidao NV12 hoàn thành dự thảo trong tuần này”, hoặc trả lời (Reply) tin về việc đó.`;
