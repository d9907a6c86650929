import { Input, type Telegram } from 'telegraf';
import type { InlineKeyboardMarkup } from 'telegraf/types';
import { renderOnTimeChart } from '../../documents/charts/on-time-chart.ts';
import { makeReportDocx } from '../../documents/docx/report-docx.ts';
import { makeInvitationSheet } from '../../documents/invitations/invitation-sheet.ts';
import { makeQrCode } from '../../documents/invitations/qr-code.ts';
import { makeTaskWorkbook } from '../../documents/xlsx/task-workbook.ts';
import { makePeopleTemplate, makeTaskTemplate } from '../../documents/xlsx/templates.ts';
import type { KpiModel } from '../../domain/message/messages.ts';
import type { Keyboard, Part } from '../messages/rendered.ts';
import { kpiChartWords } from '../texts/vi/figures.ts';

/** Where one part goes. */
export interface Place {
  chatId: number;
  threadId: number | null;
  replyToMessageId: number | null;
  editMessageId: number | null;
  /** Send the text bare: its markup was refused. */
  isPlain: boolean;
}

/** Sends one part and returns the id of the message that now carries it. */
export async function sendPart(telegram: Telegram, part: Part, place: Place): Promise<number> {
  if (part.type === 'text') return sendText(telegram, part, place);
  const extra = { ...replyTo(place), caption: part.caption };
  if (part.type === 'kpiChart') {
    const png = await drawChart(part.model);
    const sent = await telegram.sendPhoto(place.chatId, Input.fromBuffer(png, 'kpi.png'), multipart(extra));
    return sent.message_id;
  }
  if (part.type === 'qrCode') {
    const png = await makeQrCode(part.link);
    const sent = await telegram.sendPhoto(place.chatId, Input.fromBuffer(png, 'qr.png'), multipart(extra));
    return sent.message_id;
  }
  const file = await makeFile(part);
  const sent = await telegram.sendDocument(
    place.chatId,
    Input.fromBuffer(file, part.fileName),
    multipart(extra),
  );
  return sent.message_id;
}

/** The bytes of a file that is described until it is sent. */
function makeFile(part: Exclude<Part, { type: 'text' | 'kpiChart' | 'qrCode' }>): Promise<Buffer> {
  if (part.type === 'report') return makeReportDocx(part.model);
  if (part.type === 'invitationSheet') return makeInvitationSheet(part.sheet);
  if (part.type === 'workbook') return makeTaskWorkbook(part.workbook);
  return part.template === 'people' ? makePeopleTemplate() : makeTaskTemplate();
}

async function sendText(
  telegram: Telegram,
  part: Extract<Part, { type: 'text' }>,
  place: Place,
): Promise<number> {
  const text = place.isPlain ? stripTags(part.html) : part.html;
  const look = {
    ...(place.isPlain ? {} : { parse_mode: 'HTML' as const }),
    link_preview_options: { is_disabled: true },
    ...(part.keyboard === undefined ? {} : { reply_markup: toMarkup(part.keyboard) }),
  };
  if (place.editMessageId !== null) {
    await telegram.editMessageText(place.chatId, place.editMessageId, undefined, text, look);
    return place.editMessageId;
  }
  const sent = await telegram.sendMessage(place.chatId, text, { ...look, ...replyTo(place) });
  return sent.message_id;
}

const toMarkup = (keyboard: Keyboard): InlineKeyboardMarkup => ({
  inline_keyboard: keyboard.map((row) => row.map(({ text, data }) => ({ text, callback_data: data }))),
});

/** A message that was deleted meanwhile is no reason not to answer. */
function replyTo(place: Place) {
  return {
    ...(place.threadId === null ? {} : { message_thread_id: place.threadId }),
    ...(place.replyToMessageId === null
      ? {}
      : { reply_parameters: { message_id: place.replyToMessageId, allow_sending_without_reply: true } }),
  };
}

/** Telegraf drops object fields of multipart calls unless they are strings already. */
function multipart<Extra extends { reply_parameters?: object }>(extra: Extra): Extra {
  if (extra.reply_parameters === undefined) return extra;
  return { ...extra, reply_parameters: JSON.stringify(extra.reply_parameters) } as Extra;
}

const stripTags = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

function drawChart(model: KpiModel): Promise<Buffer> {
  const { figures } = model;
  return renderOnTimeChart({
    ...kpiChartWords(model),
    target: model.target,
    total: {
      name: model.scopeName,
      rate: figures.onTimeRate,
      due: figures.due,
      onTime: figures.doneEarly + figures.doneOnDay,
      doneEarly: figures.doneEarly,
      doneOnDay: figures.doneOnDay,
      doneLate: figures.doneLate,
      overdueOpen: figures.overdueOpen,
    },
    units: model.units.map((unit) => ({
      name: unit.name,
      rate: unit.figures.onTimeRate,
      due: unit.figures.due,
      onTime: unit.figures.doneEarly + unit.figures.doneOnDay,
      overdueOpen: unit.figures.overdueOpen,
    })),
  });
}
