import type { MessagePayloads } from '../../domain/message/messages.ts';
import { QUALITY_MARKS } from '../../domain/task/quality.ts';
import { BUTTONS } from '../texts/vi/buttons.ts';
import * as texts from '../texts/vi/completion.ts';
import { button, type Part, textPart } from './rendered.ts';

export const renderReturnReasonWanted = (model: MessagePayloads['returnReasonWanted']): Part[] => [
  textPart(texts.returnReasonWanted(model), {
    keyboard: texts.RETURN_REASONS.map((reason, index) => [
      button(reason, 'returnCompletionFor', model.taskId, index),
    ]),
    taskId: model.taskId,
  }),
];

export const renderProductDayWanted = (model: MessagePayloads['productDayWanted']): Part[] => [
  textPart(texts.productDayWanted(model), { taskId: model.taskId }),
];

export const renderCompletionAccepted = (model: MessagePayloads['completionAccepted']): Part[] => [
  textPart(texts.completionAccepted(model), {
    keyboard: [
      model.isConfirmed
        ? QUALITY_MARKS.filter((mark) => mark !== model.quality).map((mark) =>
            button(texts.QUALITY_BUTTONS[mark], 'markQuality', model.taskId, QUALITY_MARKS.indexOf(mark)),
          )
        : [button(BUTTONS.confirm, 'confirmCompletion', model.taskId)],
      [button(texts.PRODUCT_DAY_BUTTON, 'productDay', model.taskId)],
    ],
    taskId: model.taskId,
  }),
];
