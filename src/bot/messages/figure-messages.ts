import type { MessagePayloads } from '../../domain/message/messages.ts';
import { BUTTONS } from '../texts/vi/buttons.ts';
import { digest, kpi, kpiChartWords } from '../texts/vi/figures.ts';
import { button, inRows, type Keyboard, type Part, textPart } from './rendered.ts';

/** The figures of the whole come with their picture; a unit's own are read by themselves. */
export function renderKpi(model: MessagePayloads['kpi']): Part[] {
  const keyboard: Keyboard =
    model.scope.kind === 'all'
      ? inRows(
          model.units.map((unit) => button(unit.name, 'kpiUnit', unit.unitId)),
          2,
        )
      : model.mayReadAll
        ? [[button(BUTTONS.all, 'kpiAll')]]
        : [];
  const text = textPart(kpi(model), { keyboard });
  if (model.scope.kind !== 'all' || model.isRedraw) return [text];
  return [{ type: 'kpiChart', model, caption: kpiChartWords(model).subtitle }, text];
}

export const renderDigest = (model: MessagePayloads['digest']): Part[] => [textPart(digest(model))];
