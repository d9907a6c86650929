import type { CardExplanation, ExplanationPayloads } from '../../domain/message/explanation-payloads.ts';
import { LATENESS_CAUSES } from '../../domain/task/explanation.ts';
import * as texts from '../texts/vi/explanations.ts';
import { type Button, button, inRows, type Keyboard, type Part, textPart } from './rendered.ts';

type Renderers = { [K in keyof ExplanationPayloads]: (payload: ExplanationPayloads[K]) => Part[] };

const { ACCEPT_BUTTONS, CAUSE_BUTTONS, EXPLANATION_BUTTONS, RETURN_REASONS } = texts;

function explanationList(model: ExplanationPayloads['explanationList']): Part[] {
  const keyboard: Keyboard = [
    ...inRows(
      model.toGive.lines.map((line) => button(`✍️ ${line.code}`, 'explain', line.explanationId)),
      4,
    ),
    ...inRows(
      model.toDecide.lines.map((line) => button(line.code, 'viewExplanation', line.answerId)),
      4,
    ),
  ];
  return [textPart(texts.explanationList(model), { keyboard })];
}

const dropOf = (pendingId: number): Button => button(EXPLANATION_BUTTONS.drop, 'dropExplanation', pendingId);

function explanationCauseWanted(model: ExplanationPayloads['explanationCauseWanted']): Part[] {
  const causes = LATENESS_CAUSES.map((cause, place) =>
    button(CAUSE_BUTTONS[cause], 'explanationCause', model.pendingId, place),
  );
  return [textPart(texts.explanationCauseWanted(model), { keyboard: [causes, [dropOf(model.pendingId)]] })];
}

function confirmExplanation(model: ExplanationPayloads['confirmExplanation']): Part[] {
  const send = button(EXPLANATION_BUTTONS.send, 'sendExplanation', model.pendingId);
  return [textPart(texts.confirmExplanation(model), { keyboard: [[send, dropOf(model.pendingId)]] })];
}

function explanationToDecide(model: ExplanationPayloads['explanationToDecide']): Part[] {
  const accepts = LATENESS_CAUSES.map((cause, place) =>
    button(ACCEPT_BUTTONS[cause], 'acceptExplanation', model.answerId, place),
  );
  const giveBack = button(EXPLANATION_BUTTONS.giveBack, 'returnExplanation', model.answerId);
  const keyboard = inRows([...accepts, giveBack], 2);
  return [textPart(texts.explanationToDecide(model), { keyboard, taskId: model.explanation.taskId })];
}

function explanationReturnWanted(model: ExplanationPayloads['explanationReturnWanted']): Part[] {
  const reasons = RETURN_REASONS.map((reason, place) =>
    button(reason, 'returnExplanationFor', model.answerId, place),
  );
  return [textPart(texts.explanationReturnWanted(model), { keyboard: inRows(reasons, 1) })];
}

function explanationDecided(model: ExplanationPayloads['explanationDecided']): Part[] {
  const { explanationId, taskId } = model.explanation;
  const again =
    model.toAuthor && model.confirmedCause === null
      ? [button(EXPLANATION_BUTTONS.explainAgain, 'explain', explanationId)]
      : [];
  return [textPart(texts.explanationDecided(model), { keyboard: [again], taskId })];
}

/** How explanations of late tasks look. */
export const EXPLANATION_RENDERERS: Renderers = {
  explanationList,
  explanationCauseWanted,
  explanationReasonWanted: (model) => [
    textPart(texts.explanationReasonWanted(model), { keyboard: [[dropOf(model.pendingId)]] }),
  ],
  confirmExplanation,
  explanationDropped: (model) => [textPart(texts.explanationDropped(model))],
  explanationSent: (model) => [textPart(texts.explanationSent(model), { taskId: model.taskId })],
  explanationToDecide,
  explanationReturnWanted,
  explanationDecided,
};

/** What a task card offers about its explanation to this reader. */
export function explanationButtons(card: CardExplanation | null | undefined): Button[] {
  if (card == null) return [];
  if (card.mayGive) return [button(EXPLANATION_BUTTONS.explain, 'explain', card.explanationId)];
  return card.mayDecide && card.answerId !== null
    ? [button(EXPLANATION_BUTTONS.view, 'viewExplanation', card.answerId)]
    : [];
}
