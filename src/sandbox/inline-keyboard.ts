import { z } from 'zod';
import { badRequest } from './api-error.ts';
import type { CallFields } from './call-fields.ts';
import type { InlineButton, InlineKeyboard } from './telegram-types.ts';

const MAX_CALLBACK_BYTES = 64;
const MAX_BUTTONS = 100;

const buttonSchema = z.looseObject({
  text: z.string(),
  callback_data: z.string().optional(),
  url: z.string().optional(),
});
const markupSchema = z.looseObject({ inline_keyboard: z.array(z.array(buttonSchema)).optional() });

/** What a button can do; a button without any of these is plain text, which an inline keyboard does not allow. */
const ACTIONS = [
  'callback_data',
  'url',
  'web_app',
  'login_url',
  'copy_text',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
];

/**
 * The inline keyboard of a call, or `undefined`. Other kinds of keyboard are accepted and not kept: no message holds them.
 * @throws ApiError 400 `BUTTON_DATA_INVALID` and the like.
 */
export function readInlineKeyboard(fields: CallFields): InlineKeyboard | undefined {
  const markup = fields.json('reply_markup', markupSchema, 'reply keyboard markup');
  const rows = markup?.inline_keyboard?.filter((row) => row.length > 0) ?? [];
  if (rows.length === 0) return undefined;
  const buttons = rows.flat();
  if (buttons.length > MAX_BUTTONS) throw badRequest('reply markup is too long');
  buttons.forEach(checkButton);
  return { inline_keyboard: rows };
}

function checkButton(button: InlineButton): void {
  if (button.text.trim() === '') throw badRequest("can't parse inline keyboard button: text is empty");
  if (!ACTIONS.some((action) => button[action] !== undefined)) {
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  }
  if (button.callback_data !== undefined) checkCallbackData(button.callback_data);
  if (button.url !== undefined && !/^(https?|tg|mailto|tel):/i.test(button.url)) {
    throw badRequest(`inline keyboard button URL '${button.url}' is invalid: Unsupported URL protocol`);
  }
}

function checkCallbackData(data: string): void {
  const size = Buffer.byteLength(data);
  if (size === 0 || size > MAX_CALLBACK_BYTES) throw badRequest('BUTTON_DATA_INVALID');
}
