import type { InvitationSheet } from '../../documents/invitations/invitation-sheet.ts';
import type { KpiModel } from '../../domain/message/messages.ts';
import type { ReportModel } from '../../domain/report/report-model.ts';
import type { TaskWorkbook } from '../../domain/report/task-workbook.ts';
import { encodePress, type PressAction } from '../callback-data/press.ts';
import type { Html } from '../texts/html.ts';

export interface Button {
  text: string;
  data: string;
}

export type Keyboard = Button[][];

/** One Telegram message of a rendered one. Pictures and files stay descriptions until they are sent. */
export type Part =
  | { type: 'text'; html: string; keyboard?: Keyboard; taskId?: number }
  | { type: 'kpiChart'; model: KpiModel; caption: string }
  | { type: 'report'; model: ReportModel; fileName: string; caption: string }
  | { type: 'workbook'; workbook: TaskWorkbook; fileName: string; caption: string }
  | { type: 'qrCode'; link: string; caption: string }
  | { type: 'invitationSheet'; sheet: InvitationSheet; fileName: string; caption: string }
  | { type: 'template'; template: 'people' | 'tasks'; fileName: string; caption: string };

export const button = (text: string, action: PressAction, ...numbers: number[]): Button => ({
  text,
  data: encodePress(action, ...numbers),
});

/** A text part; `taskId` is set when the message speaks of exactly one task, so that a reply to it is about that task. */
export function textPart(html: Html, options: { keyboard?: Keyboard; taskId?: number } = {}): Part {
  const keyboard = options.keyboard?.filter((row) => row.length > 0);
  return {
    type: 'text',
    html: html.value,
    ...(keyboard === undefined || keyboard.length === 0 ? {} : { keyboard }),
    ...(options.taskId === undefined ? {} : { taskId: options.taskId }),
  };
}

/** Buttons in rows of so many. */
export function inRows(buttons: Button[], width: number): Keyboard {
  const rows: Keyboard = [];
  for (let start = 0; start < buttons.length; start += width) rows.push(buttons.slice(start, start + width));
  return rows;
}
