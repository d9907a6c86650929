import { createHash } from 'node:crypto';
import type { CallFields } from './call-fields.ts';

const HEX_DIGITS = 16;

/**
 * Tells equal messages apart from different ones without keeping a text: the first 16 hex digits of a SHA-256 over the
 * text or caption and the keyboard as sent, or `null` when the call has none of them.
 */
export function digestCall(fields: CallFields): string | null {
  const parts = [fields.sent('text') ?? fields.sent('caption'), fields.sent('reply_markup')];
  if (parts.every((part) => part === undefined)) return null;
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, HEX_DIGITS);
}
