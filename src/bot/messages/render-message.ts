import type { Message, MessageKind, MessagePayloads } from '../../domain/message/messages.ts';
import { problem } from '../texts/vi/problems.ts';
import * as progress from '../texts/vi/progress.ts';
import * as setup from '../texts/vi/setup.ts';
import { renderApprovals } from './approval-messages.ts';
import { BOTTLENECK_RENDERERS } from './bottleneck-messages.ts';
import { renderBrief } from './brief-messages.ts';
import {
  renderCompletionAccepted,
  renderProductDayWanted,
  renderReturnReasonWanted,
} from './completion-messages.ts';
import {
  renderAssignmentDropped,
  renderConfirmAssignment,
  renderContinueInPrivate,
  renderDraftAsked,
  renderDraftDropped,
  renderDraftQuestion,
  renderPersonAssigned,
  renderReturnHint,
  renderTaskAccepted,
  renderTaskDraft,
  renderTaskGiven,
  renderTaskIssued,
  renderTaskTaken,
  renderTaskToSupport,
} from './draft-messages.ts';
import { EXPLANATION_RENDERERS } from './explanation-messages.ts';
import { renderDigest, renderKpi } from './figure-messages.ts';
import { FOLLOW_UP_RENDERERS } from './follow-up-messages.ts';
import { INDICATOR_RENDERERS } from './indicator-messages.ts';
import { PEOPLE_RENDERERS } from './people-messages.ts';
import {
  renderCompletionReported,
  renderCompletionToConfirm,
  renderConfirmProgress,
  renderConfirmSeveral,
  renderProgressRecorded,
} from './progress-messages.ts';
import { type Part, textPart } from './rendered.ts';
import { REPORT_RENDERERS } from './report-messages.ts';
import {
  renderChooseRequestPerson,
  renderCompletionReturned,
  renderConfirmRequest,
  renderExtensionDayWanted,
  renderExtensionOffered,
  renderHandedOver,
  renderRequestAsked,
  renderRequestDecided,
  renderRequestDropped,
  renderRequestMenu,
  renderRequestReasonWanted,
  renderRequestStillOpen,
  renderRequestToDecide,
  renderRequestUnitWanted,
  renderRequestWithdrawn,
  renderRequestWordsWanted,
  renderTaskHandedOver,
} from './request-messages.ts';
import { renderRiskList } from './risk-messages.ts';
import {
  renderConfirmBinding,
  renderGroupBound,
  renderImportPreview,
  renderSetup,
  renderTemplates,
} from './setup-messages.ts';
import { splitText } from './split-text.ts';
import {
  renderChooseTask,
  renderHowToSearch,
  renderSearchResults,
  renderTaskCard,
  renderTaskJournal,
  renderTaskList,
  renderUnitBoards,
} from './task-messages.ts';
import { TICKET_RENDERERS } from './ticket-messages.ts';
import { UNIT_RENDERERS } from './unit-messages.ts';

/** Every kind of message and how it looks. A kind without a row does not compile. */
const RENDERERS: { [K in MessageKind]: (payload: MessagePayloads[K]) => Part[] } = {
  problem: (model) => [textPart(problem(model))],
  notInvited: () => [textPart(setup.notInvited())],
  invitationRefused: (model) => [textPart(setup.invitationRefused(model.reason))],
  confirmBinding: renderConfirmBinding,
  bindingDeclined: () => [textPart(setup.bindingDeclined())],
  bound: (model) => [textPart(setup.bound(model))],
  accountReplaced: (model) => [textPart(setup.accountReplaced(model))],
  help: (model) => [textPart(setup.help(model))],
  taskList: renderTaskList,
  taskCard: renderTaskCard,
  chooseTask: renderChooseTask,
  unitBoards: renderUnitBoards,
  searchResults: renderSearchResults,
  howToSearch: renderHowToSearch,
  approvals: renderApprovals,
  taskJournal: renderTaskJournal,
  progressRecorded: renderProgressRecorded,
  acknowledged: () => [textPart(progress.acknowledged())],
  progressUndone: (model) => [textPart(progress.progressUndone(model), { taskId: model.taskId })],
  confirmProgress: renderConfirmProgress,
  confirmSeveral: renderConfirmSeveral,
  severalDropped: () => [textPart(progress.severalDropped())],
  productWanted: (model) => [textPart(progress.productWanted(model), { taskId: model.taskId })],
  pendingDropped: (model) => [textPart(progress.pendingDropped(model))],
  completionReported: renderCompletionReported,
  completionToConfirm: renderCompletionToConfirm,
  completionConfirmed: (model) => [textPart(progress.completionConfirmed(model), { taskId: model.taskId })],
  completionWithdrawn: (model) => [textPart(progress.completionWithdrawn(model), { taskId: model.taskId })],
  completionReturned: renderCompletionReturned,
  completionAccepted: renderCompletionAccepted,
  returnReasonWanted: renderReturnReasonWanted,
  productDayWanted: renderProductDayWanted,
  chooseRequestPerson: renderChooseRequestPerson,
  confirmRequest: renderConfirmRequest,
  extensionDayWanted: renderExtensionDayWanted,
  extensionOffered: renderExtensionOffered,
  handedOver: renderHandedOver,
  requestAsked: renderRequestAsked,
  requestDecided: renderRequestDecided,
  requestDropped: renderRequestDropped,
  requestReasonWanted: renderRequestReasonWanted,
  requestMenu: renderRequestMenu,
  requestWordsWanted: renderRequestWordsWanted,
  requestStillOpen: renderRequestStillOpen,
  requestToDecide: renderRequestToDecide,
  requestUnitWanted: renderRequestUnitWanted,
  requestWithdrawn: renderRequestWithdrawn,
  taskHandedOver: renderTaskHandedOver,
  taskDraft: renderTaskDraft,
  draftAsked: renderDraftAsked,
  draftQuestion: renderDraftQuestion,
  draftDropped: renderDraftDropped,
  taskIssued: renderTaskIssued,
  taskGiven: renderTaskGiven,
  taskToSupport: renderTaskToSupport,
  taskAccepted: renderTaskAccepted,
  returnHint: renderReturnHint,
  confirmAssignment: renderConfirmAssignment,
  assignmentDropped: renderAssignmentDropped,
  personAssigned: renderPersonAssigned,
  taskTaken: renderTaskTaken,
  continueInPrivate: renderContinueInPrivate,
  evidenceAdded: (model) => [textPart(progress.evidenceAdded(model), { taskId: model.taskId })],
  kpi: renderKpi,
  setup: renderSetup,
  wentLive: (model) => [textPart(setup.wentLive(model))],
  groupBound: renderGroupBound,
  importPreview: renderImportPreview,
  importApplied: (model) => [textPart(setup.importApplied(model))],
  importDropped: (model) => [textPart(setup.importDropped(model.fileName))],
  importRefused: (model) => [textPart(setup.importRefused(model))],
  templates: renderTemplates,
  brief: renderBrief,
  digest: renderDigest,
  riskList: renderRiskList,
  ...FOLLOW_UP_RENDERERS,
  ...EXPLANATION_RENDERERS,
  ...TICKET_RENDERERS,
  ...BOTTLENECK_RENDERERS,
  ...REPORT_RENDERERS,
  ...PEOPLE_RENDERERS,
  ...UNIT_RENDERERS,
  ...INDICATOR_RENDERERS,
};

/** What a stored message looks like: one or more Telegram messages, each within Telegram's length. */
export function renderMessage(message: Message): Part[] {
  const render = RENDERERS[message.kind] as (payload: Message['payload']) => Part[];
  return render(message.payload).flatMap((part) => (part.type === 'text' ? splitPart(part) : [part]));
}

function splitPart(part: Extract<Part, { type: 'text' }>): Part[] {
  const pieces = splitText(part.html);
  // Buttons belong under the end of the text.
  return pieces.map((html, i): Part => {
    const { keyboard, ...rest } = part;
    return { ...rest, html, ...(i === pieces.length - 1 && keyboard !== undefined ? { keyboard } : {}) };
  });
}
