import { cleanText } from '../../domain/text.ts';

/** What stands behind a command; "12" at its head is the task NV12, as in `/nv 12`, unless it begins a date. */
export const commandText = (payload: string): string =>
  cleanText(payload).replace(/^\d{1,6}(?![\d/.-])/, 'NV$&');
