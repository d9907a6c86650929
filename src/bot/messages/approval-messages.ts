import type { ApprovalsModel } from '../../domain/message/request-payloads.ts';
import { approvals } from '../texts/vi/approvals.ts';
import { BUTTONS } from '../texts/vi/buttons.ts';
import { button, inRows, type Part, textPart } from './rendered.ts';

/** What waits for one person, each thing with a button that opens its card. */
export function renderApprovals(model: ApprovalsModel): Part[] {
  const cards = [
    ...model.completions.lines.map((line) => button(`✅ ${line.code}`, 'card', line.taskId)),
    ...model.requests.lines.map(({ requestId, request }) =>
      button(`📨 ${request.code}`, 'viewRequest', requestId),
    ),
    ...model.tickets.lines.map((line) => button(`🆘 ${line.code}`, 'viewTicket', line.ticketId)),
    ...model.explanations.lines.map((line) => button(`✍️ ${line.code}`, 'viewExplanation', line.answerId)),
  ];
  const refresh = [button(BUTTONS.refresh, 'refreshApprovals')];
  return [
    textPart(approvals(model), { keyboard: [...inRows(cards, 3), ...(cards.length > 0 ? [refresh] : [])] }),
  ];
}
