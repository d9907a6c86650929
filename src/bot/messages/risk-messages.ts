import type { MessagePayloads } from '../../domain/message/messages.ts';
import { allRisksButton, riskList } from '../texts/vi/risks.ts';
import { button, inRows, type Part, textPart } from './rendered.ts';

export const renderRiskList = (model: MessagePayloads['riskList']): Part[] => [
  textPart(riskList(model), {
    keyboard: [
      ...inRows(
        model.lines.map(({ code, taskId }) => button(code, 'card', taskId)),
        4,
      ),
      ...inRows(
        model.units.map(({ unitId, name, total }) => button(`${name} (${total})`, 'risks', unitId)),
        3,
      ),
      model.isUnit && model.mayReadAll ? [button(allRisksButton, 'risks', 0)] : [],
    ],
  }),
];
