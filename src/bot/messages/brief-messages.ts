import type { MessagePayloads } from '../../domain/message/messages.ts';
import { brief } from '../texts/vi/brief.ts';
import { button, inRows, type Part, textPart } from './rendered.ts';

/** Tasks that can be opened by one tap from a reminder. */
const OPENED_BY_TAP = 8;

/** A reminder of one task can be replied to; of several, each is one tap away. */
export function renderBrief(model: MessagePayloads['brief']): Part[] {
  const [only] = model.lines;
  const cards = model.lines.slice(0, OPENED_BY_TAP).map((line) => button(line.code, 'card', line.taskId));
  return [
    textPart(brief(model), {
      keyboard: inRows(cards, 4),
      ...(model.lines.length === 1 && only !== undefined ? { taskId: only.taskId } : {}),
    }),
  ];
}
