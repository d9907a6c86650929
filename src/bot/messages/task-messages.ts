import type { MessagePayloads } from '../../domain/message/messages.ts';
import { BUTTONS } from '../texts/vi/buttons.ts';
import { chooseTask, taskCard, taskList } from '../texts/vi/tasks.ts';
import { explanationButtons } from './explanation-messages.ts';
import { button, inRows, type Keyboard, type Part, textPart } from './rendered.ts';

const QUICK_PERCENTS = [25, 50, 75] as const;

export function renderTaskList(model: MessagePayloads['taskList']): Part[] {
  const list = model.scope === 'mine' ? 'listMine' : 'listUnit';
  const turns = [
    ...(model.page > 0 ? [button(BUTTONS.previous, list, model.page - 1)] : []),
    ...(model.page + 1 < model.pages ? [button(BUTTONS.next, list, model.page + 1)] : []),
  ];
  const other =
    model.scope === 'mine' ? button(BUTTONS.unit, 'listUnit', 0) : button(BUTTONS.mine, 'listMine', 0);
  const keyboard: Keyboard = [
    ...inRows(
      model.lines.map((line) => button(line.code, 'card', line.taskId)),
      4,
    ),
    turns,
    model.hasUnit ? [other] : [],
  ];
  return [textPart(taskList(model), { keyboard })];
}

export function renderTaskCard(card: MessagePayloads['taskCard']): Part[] {
  const quick = QUICK_PERCENTS.filter((percent) => percent > (card.percent ?? -1));
  const keyboard: Keyboard = [
    card.mayReport ? quick.map((percent) => button(`${percent}%`, 'quickPercent', card.taskId, percent)) : [],
    card.mayConfirm
      ? [
          button(BUTTONS.confirm, 'confirmCompletion', card.taskId),
          button(BUTTONS.giveBack, 'returnCompletion', card.taskId),
        ]
      : [],
    explanationButtons(card.explanation),
    ...inRows(
      card.parts.map((part) => button(part.code, 'card', part.taskId)),
      3,
    ),
  ];
  return [textPart(taskCard(card), { keyboard, taskId: card.taskId })];
}

export const renderChooseTask = (model: MessagePayloads['chooseTask']): Part[] => [
  textPart(chooseTask(model.lines), {
    keyboard: inRows(
      model.lines.map((line) => button(line.code, 'chooseTask', model.pendingId, line.taskId)),
      2,
    ),
  }),
];
