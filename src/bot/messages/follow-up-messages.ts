import type { FollowUpPayloads } from '../../domain/message/follow-up-payloads.ts';
import * as blockers from '../texts/vi/blockers.ts';
import { BUTTONS } from '../texts/vi/buttons.ts';
import * as corrections from '../texts/vi/corrections.ts';
import * as directives from '../texts/vi/directives.ts';
import * as queries from '../texts/vi/queries.ts';
import * as reminders from '../texts/vi/reminders.ts';
import { TICKET_BUTTONS } from '../texts/vi/tickets.ts';
import { button, inRows, type Keyboard, type Part, textPart } from './rendered.ts';

type Renderers = { [K in keyof FollowUpPayloads]: (payload: FollowUpPayloads[K]) => Part[] };

function blockerOpened(model: FollowUpPayloads['blockerOpened']): Part[] {
  const undo =
    model.blockerId === null
      ? button(BUTTONS.undo, 'undo', model.reportId)
      : button(BUTTONS.undo, 'undoBlocker', model.reportId, model.blockerId);
  const { standingId } = model;
  const further =
    standingId === undefined
      ? []
      : [
          ...(model.mayConfirm === true
            ? [button(BUTTONS.confirmBlocker, 'confirmBlocker', standingId)]
            : []),
          ...(model.mayRaise === true ? [button(TICKET_BUTTONS.raise, 'raiseTicket', standingId)] : []),
        ];
  const keyboard = [[undo, button(BUTTONS.unblocked, 'closeBlockers', model.taskId)], further];
  return [textPart(blockers.blockerOpened(model), { keyboard, taskId: model.taskId })];
}

/** The unit that is waited for has no right to report on the task: a reply is not about it. */
function blockerTold(model: FollowUpPayloads['blockerTold']): Part[] {
  const confirm =
    model.mayConfirm === true && model.blockerId !== undefined
      ? [button(BUTTONS.confirmBlocker, 'confirmBlocker', model.blockerId)]
      : [];
  const about = model.to === 'head' ? { taskId: model.taskId } : {};
  return [textPart(blockers.blockerTold(model), { keyboard: [confirm], ...about })];
}

const yesOrNo = (
  yes: 'confirmDirective' | 'confirmCorrection',
  no: 'dropDirective' | 'dropCorrection',
  pendingId: number,
): Keyboard => [[button(BUTTONS.yes, yes, pendingId), button(BUTTONS.no, no, pendingId)]];

function overdueTasks(model: FollowUpPayloads['overdueTasks']): Part[] {
  const keyboard = inRows(
    model.lines.map((line) => button(line.code, 'card', line.taskId)),
    4,
  );
  return [textPart(queries.overdueTasks(model), { keyboard })];
}

function overdueUnits(model: FollowUpPayloads['overdueUnits']): Part[] {
  const keyboard = inRows(
    model.units.map((unit) => button(unit.name, 'overdueOfUnit', unit.unitId)),
    3,
  );
  return [textPart(queries.overdueUnits(model), { keyboard })];
}

function reportCorrected(model: FollowUpPayloads['reportCorrected']): Part[] {
  const undo = model.reportId === null ? [] : [button(BUTTONS.undo, 'undo', model.reportId)];
  const taskId = model.correction.now?.taskId ?? model.correction.taskId;
  return [textPart(corrections.reportCorrected(model), { keyboard: [undo], taskId })];
}

function unreadTexts(model: FollowUpPayloads['unreadTexts']): Part[] {
  const turns = [
    ...(model.page > 0 ? [button(BUTTONS.previous, 'unreadTexts', model.page - 1)] : []),
    ...(model.page + 1 < model.pages ? [button(BUTTONS.next, 'unreadTexts', model.page + 1)] : []),
  ];
  return [textPart(queries.unreadTexts(model), { keyboard: [turns] })];
}

/** How blockers, directives, reminders by hand, answers and corrections look. */
export const FOLLOW_UP_RENDERERS: Renderers = {
  blockerOpened,
  blockerTold,
  blockersClosed: (model) => [textPart(blockers.blockersClosed(model), { taskId: model.taskId })],
  blockerCleared: (model) => [textPart(blockers.blockerCleared(model))],
  howToBlock: (model) => [textPart(blockers.howToBlock(model))],
  directiveAsked: (model) => [textPart(directives.directiveAsked(model), { taskId: model.taskId })],
  directiveRequested: (model) => [textPart(directives.directiveRequested(model), { taskId: model.taskId })],
  directiveOffered: (model) => [
    textPart(directives.directiveOffered(model), {
      keyboard: yesOrNo('confirmDirective', 'dropDirective', model.pendingId),
      taskId: model.taskId,
    }),
  ],
  directiveGiven: (model) => [textPart(directives.directiveGiven(model), { taskId: model.taskId })],
  directiveRecorded: (model) => [textPart(directives.directiveRecorded(model), { taskId: model.taskId })],
  directiveReplied: (model) => [textPart(directives.directiveReplied(model), { taskId: model.taskId })],
  directiveReplyPassedOn: (model) => [textPart(directives.directiveReplyPassedOn(model))],
  howToDirect: () => [textPart(directives.howToDirect())],
  reminderSent: (model) => [textPart(reminders.reminderSent(model))],
  reminderRepeated: (model) => [textPart(reminders.reminderRepeated(model))],
  remindersSent: (model) => [textPart(reminders.remindersSent(model))],
  remindersRepeated: (model) => [textPart(reminders.remindersRepeated(model))],
  nothingToRemind: (model) => [textPart(reminders.nothingToRemind(model))],
  howToRemind: () => [textPart(reminders.howToRemind())],
  taskReminded: (model) => [textPart(reminders.taskReminded(model), { taskId: model.line.taskId })],
  tasksReminded: (model) => [textPart(reminders.tasksReminded(model))],
  overdueTasks,
  overdueUnits,
  indicatorWithoutFigure: (model) => [textPart(queries.indicatorWithoutFigure(model))],
  confirmCorrection: (model) => [
    textPart(corrections.confirmCorrection(model), {
      keyboard: yesOrNo('confirmCorrection', 'dropCorrection', model.pendingId),
      taskId: model.correction.taskId,
    }),
  ],
  reportCorrected,
  correctionDropped: (model) => [textPart(corrections.correctionDropped(model))],
  editNotRead: (model) => [textPart(corrections.editNotRead(model))],
  unreadTexts,
};
