import type { MessagePayloads } from '../../domain/message/messages.ts';
import { REQUEST_KINDS } from '../../domain/task/request.ts';
import { dayNumber } from '../callback-data/day-number.ts';
import { formatDay } from '../texts/vi/format.ts';
import * as texts from '../texts/vi/requests.ts';
import { button, inRows, type Keyboard, type Part, textPart } from './rendered.ts';

const { REQUEST_BUTTONS } = texts;

const dayButtons = (pendingId: number, days: string[], label: (day: string) => string): Keyboard =>
  inRows(
    days.map((day) => button(label(day), 'extensionDay', pendingId, dayNumber(day))),
    label === formatDay ? 3 : 1,
  );

export const renderExtensionDayWanted = (model: MessagePayloads['extensionDayWanted']): Part[] => [
  textPart(texts.extensionDayWanted(model), {
    keyboard: dayButtons(model.pendingId, model.days, formatDay),
    taskId: model.taskId,
  }),
];

export const renderExtensionOffered = (model: MessagePayloads['extensionOffered']): Part[] => [
  textPart(texts.extensionOffered(model), {
    keyboard: dayButtons(model.pendingId, model.days, texts.extendToButton),
    taskId: model.taskId,
  }),
];

const yesOf = ({ isAtOnce, request }: MessagePayloads['confirmRequest']): string => {
  if (!isAtOnce) return REQUEST_BUTTONS.send;
  return request.kind === 'reassignment' ? REQUEST_BUTTONS.handOver : REQUEST_BUTTONS.doIt;
};

export const renderRequestMenu = (model: MessagePayloads['requestMenu']): Part[] => [
  textPart(texts.requestMenu(model), {
    keyboard: inRows(
      model.kinds.map((kind) =>
        button(texts.REQUEST_KIND_BUTTONS[kind], 'startRequest', model.taskId, REQUEST_KINDS.indexOf(kind)),
      ),
      2,
    ),
    taskId: model.taskId,
  }),
];

export const renderRequestWordsWanted = (model: MessagePayloads['requestWordsWanted']): Part[] => [
  textPart(texts.requestWordsWanted(model), { taskId: model.taskId }),
];

export const renderConfirmRequest = (model: MessagePayloads['confirmRequest']): Part[] => [
  textPart(texts.confirmRequest(model), {
    keyboard: [
      [
        button(yesOf(model), 'sendRequest', model.pendingId),
        button(REQUEST_BUTTONS.drop, 'dropRequest', model.pendingId),
      ],
    ],
    taskId: model.request.taskId,
  }),
];

export const renderRequestAsked = (model: MessagePayloads['requestAsked']): Part[] => [
  textPart(texts.requestAsked(model), {
    keyboard: [[button(REQUEST_BUTTONS.withdraw, 'withdrawRequest', model.requestId)]],
    taskId: model.request.taskId,
  }),
];

export const renderRequestToDecide = (model: MessagePayloads['requestToDecide']): Part[] => [
  textPart(texts.requestToDecide(model), {
    keyboard: [
      [
        button(REQUEST_BUTTONS.approve, 'approveRequest', model.requestId),
        button(REQUEST_BUTTONS.refuse, 'refuseRequest', model.requestId),
      ],
    ],
    taskId: model.request.taskId,
  }),
];

export const renderRequestReasonWanted = (model: MessagePayloads['requestReasonWanted']): Part[] => [
  textPart(texts.requestReasonWanted(model), {
    keyboard: [
      texts
        .listRefusalReasons(model.request.kind)
        .map(({ index, reason }) => button(reason, 'refuseRequestFor', model.requestId, index)),
    ],
    taskId: model.request.taskId,
  }),
];

export const renderRequestUnitWanted = (model: MessagePayloads['requestUnitWanted']): Part[] => [
  textPart(texts.requestUnitWanted(model), {
    keyboard: [
      ...inRows(
        model.units.map(({ unitId, name }) => button(name, 'returnToUnit', model.requestId, unitId)),
        3,
      ),
      [button(REQUEST_BUTTONS.refuse, 'refuseRequest', model.requestId)],
    ],
    taskId: model.request.taskId,
  }),
];

export const renderChooseRequestPerson = (model: MessagePayloads['chooseRequestPerson']): Part[] => [
  textPart(texts.chooseRequestPerson(model), {
    keyboard: inRows(
      model.people.map(({ personId, name, unit }) =>
        button(`${name} (${unit})`, 'chooseRequestPerson', model.pendingId, personId),
      ),
      1,
    ),
  }),
];

export const renderRequestDropped = (model: MessagePayloads['requestDropped']): Part[] => [
  textPart(texts.requestDropped(model)),
];

export const renderRequestDecided = (model: MessagePayloads['requestDecided']): Part[] => [
  textPart(texts.requestDecided(model), { taskId: model.request.taskId }),
];

export const renderRequestWithdrawn = (model: MessagePayloads['requestWithdrawn']): Part[] => [
  textPart(texts.requestWithdrawn(model), { taskId: model.request.taskId }),
];

export const renderRequestStillOpen = (model: MessagePayloads['requestStillOpen']): Part[] => [
  textPart(texts.requestStillOpen(model), { taskId: model.request.taskId }),
];

export const renderHandedOver = (model: MessagePayloads['handedOver']): Part[] => [
  textPart(texts.handedOver(model), { taskId: model.request.taskId }),
];

export const renderTaskHandedOver = (model: MessagePayloads['taskHandedOver']): Part[] => [
  textPart(texts.taskHandedOver(model), { taskId: model.taskId }),
];

export const renderCompletionReturned = (model: MessagePayloads['completionReturned']): Part[] => [
  textPart(texts.completionReturned(model), { taskId: model.taskId }),
];
