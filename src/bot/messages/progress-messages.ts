import type { MessagePayloads } from '../../domain/message/messages.ts';
import { BUTTONS } from '../texts/vi/buttons.ts';
import * as texts from '../texts/vi/progress.ts';
import { button, type Keyboard, type Part, textPart } from './rendered.ts';

const undoRow = (reportId: number): Keyboard => [[button(BUTTONS.undo, 'undo', reportId)]];
const decideRow = (taskId: number): Keyboard => [
  [
    button(BUTTONS.confirm, 'confirmCompletion', taskId),
    button(BUTTONS.giveBack, 'returnCompletion', taskId),
  ],
];

export const renderProgressRecorded = (model: MessagePayloads['progressRecorded']): Part[] => [
  textPart(texts.progressRecorded(model), { keyboard: undoRow(model.reportId), taskId: model.taskId }),
];

export const renderConfirmProgress = (model: MessagePayloads['confirmProgress']): Part[] => [
  textPart(texts.confirmProgress(model), {
    keyboard: [
      [
        button(BUTTONS.yes, 'confirmPending', model.pendingId),
        button(BUTTONS.no, 'dropPending', model.pendingId),
      ],
    ],
    taskId: model.taskId,
  }),
];

export const renderConfirmSeveral = (model: MessagePayloads['confirmSeveral']): Part[] => [
  textPart(texts.confirmSeveral(model.lines), {
    keyboard: [
      [
        button(BUTTONS.yes, 'confirmSeveral', model.pendingId),
        button(BUTTONS.no, 'dropSeveral', model.pendingId),
      ],
    ],
  }),
];

export const renderCompletionReported = (model: MessagePayloads['completionReported']): Part[] => [
  textPart(texts.completionReported(model), { keyboard: undoRow(model.reportId), taskId: model.taskId }),
];

export const renderCompletionToConfirm = (model: MessagePayloads['completionToConfirm']): Part[] => [
  textPart(texts.completionToConfirm(model), { keyboard: decideRow(model.taskId), taskId: model.taskId }),
];
