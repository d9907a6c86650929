import {
  type MessagePayloads,
  TASK_LIST_FILTERS,
  type TaskListFilter,
} from '../../domain/message/messages.ts';
import { BUTTONS } from '../texts/vi/buttons.ts';
import { taskJournal } from '../texts/vi/journal.ts';
import {
  chooseTask,
  FILTER_BUTTONS,
  howToSearch,
  searchResults,
  taskCard,
  taskList,
  unitBoards,
} from '../texts/vi/tasks.ts';
import { explanationButtons } from './explanation-messages.ts';
import { button, inRows, type Keyboard, type Part, textPart } from './rendered.ts';
import { ticketButtons } from './ticket-messages.ts';

const QUICK_PERCENTS = [25, 50, 75] as const;

export function renderTaskList(model: MessagePayloads['taskList']): Part[] {
  const unitId = model.scope === 'unit' ? (model.unitId ?? 0) : 0;
  const current = model.filter ?? 'all';
  const to = (filter: TaskListFilter, page: number) =>
    [unitId, TASK_LIST_FILTERS.indexOf(filter), page] as const;
  const turns = [
    ...(model.page > 0 ? [button(BUTTONS.previous, 'tasksBy', ...to(current, model.page - 1))] : []),
    ...(model.page + 1 < model.pages
      ? [button(BUTTONS.next, 'tasksBy', ...to(current, model.page + 1))]
      : []),
  ];
  // A filter that shows the same as "all", or nothing, is not offered.
  const all = model.counts?.all ?? 0;
  const filters = TASK_LIST_FILTERS.filter((filter) => {
    const count = model.counts?.[filter] ?? 0;
    return filter !== current && (filter === 'all' ? current !== 'all' : count > 0 && count < all);
  }).map((filter) =>
    button(`${FILTER_BUTTONS[filter]} (${model.counts?.[filter] ?? 0})`, 'tasksBy', ...to(filter, 0)),
  );
  const other =
    model.scope === 'mine'
      ? button(BUTTONS.unit, 'tasksBy', model.unitId ?? 0, 0, 0)
      : button(BUTTONS.mine, 'tasksBy', 0, 0, 0);
  const keyboard: Keyboard = [
    ...inRows(
      model.lines.map((line) => button(line.code, 'card', line.taskId)),
      4,
    ),
    turns,
    ...inRows(filters, 2),
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
    (card.blockers ?? []).flatMap(({ blockerId, mayConfirm }) =>
      blockerId !== undefined && mayConfirm === true
        ? [button(BUTTONS.confirmBlocker, 'confirmBlocker', blockerId)]
        : [],
    ),
    ticketButtons(card.tickets),
    [
      button(BUTTONS.journal, 'taskJournal', card.taskId, 0),
      ...(card.mayRequest === true ? [button(BUTTONS.request, 'requestMenu', card.taskId)] : []),
    ],
    ...inRows(
      card.parts.map((part) => button(part.code, 'card', part.taskId)),
      3,
    ),
  ];
  return [textPart(taskCard(card), { keyboard, taskId: card.taskId })];
}

export const renderUnitBoards = (model: MessagePayloads['unitBoards']): Part[] => [
  textPart(unitBoards(model), {
    keyboard: inRows(
      model.units.map((unit) => button(unit.name, 'tasksBy', unit.unitId, 0, 0)),
      3,
    ),
  }),
];

export const renderSearchResults = (model: MessagePayloads['searchResults']): Part[] => [
  textPart(searchResults(model), {
    keyboard: inRows(
      model.lines.map((line) => button(line.code, 'card', line.taskId)),
      4,
    ),
  }),
];

export const renderHowToSearch = (): Part[] => [textPart(howToSearch())];

export function renderTaskJournal(model: MessagePayloads['taskJournal']): Part[] {
  const turns = [
    ...(model.page > 0 ? [button(BUTTONS.previous, 'taskJournal', model.taskId, model.page - 1)] : []),
    ...(model.page + 1 < model.pages
      ? [button(BUTTONS.next, 'taskJournal', model.taskId, model.page + 1)]
      : []),
  ];
  return [textPart(taskJournal(model), { keyboard: [turns], taskId: model.taskId })];
}

export const renderChooseTask = (model: MessagePayloads['chooseTask']): Part[] => [
  textPart(chooseTask(model.lines), {
    keyboard: inRows(
      model.lines.map((line) => button(line.code, 'chooseTask', model.pendingId, line.taskId)),
      2,
    ),
  }),
];
