import type { MessagePayloads } from '../../domain/message/messages.ts';
import { brief } from '../texts/vi/brief.ts';
import { button, inRows, type Part, textPart } from './rendered.ts';
import { LONGEST_TEXT } from './split-text.ts';

/** Tasks that can be opened by one tap from a reminder. */
const OPENED_BY_TAP = 8;

/** A reminder of one task can be replied to; of several, each is one tap away. */
/** One message a slot (R77): what does not fit, the least urgent, stays in the true totals and in the lists. */
function fitOneMessage(model: MessagePayloads['brief']): MessagePayloads['brief'] {
  let fitted = model;
  while (fitted.lines.length > 1 && brief(fitted).value.length > LONGEST_TEXT) {
    fitted = { ...fitted, lines: fitted.lines.slice(0, -1) };
  }
  return fitted;
}

export function renderBrief(owed: MessagePayloads['brief']): Part[] {
  const model = fitOneMessage(owed);
  const [only] = model.lines;
  const cards = model.lines.slice(0, OPENED_BY_TAP).map((line) => button(line.code, 'card', line.taskId));
  return [
    textPart(brief(model), {
      keyboard: inRows(cards, 4),
      ...(model.lines.length === 1 && only !== undefined ? { taskId: only.taskId } : {}),
    }),
  ];
}
