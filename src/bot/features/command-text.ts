import { formatTaskCode } from '../../domain/task/task.ts';
import { cleanText } from '../../domain/text.ts';

/** What stands behind a command; "12" at its head is the task NV12, as in `/nv 12`, unless it begins a date. */
export const commandText = (payload: string): string =>
  cleanText(payload).replace(/^\d{1,6}(?![\d/.-])/, 'NV$&');

/** A task as commands name it: "12", "NV01.KHTC", "nv 012"; `null` when it is none. */
export function readTaskCode(typed: string): string | null {
  const match = /^\s*(?:nv|#)?\s*0*(\d{1,6})(?:\.([\p{L}\d]+))?\s*$/iu.exec(typed);
  return match === null ? null : formatTaskCode(Number(match[1]), match[2]?.toUpperCase());
}
