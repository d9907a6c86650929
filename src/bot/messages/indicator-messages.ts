import type { IndicatorPayloads } from '../../domain/message/indicator-payloads.ts';
import type { MessagePayloads } from '../../domain/message/messages.ts';
import { BUTTONS } from '../texts/vi/buttons.ts';
import * as texts from '../texts/vi/indicators.ts';
import { button, inRows, type Part, textPart } from './rendered.ts';

/** CT-05 as a button carries it: 5. */
const numberOf = (code: string): number => Number(code.slice(3));

/** How messages about indicators look. */
export const INDICATOR_RENDERERS: {
  [K in keyof IndicatorPayloads]: (payload: MessagePayloads[K]) => Part[];
} = {
  indicatorList: (model) => [
    textPart(texts.indicatorList(model), {
      keyboard: inRows(
        model.lines.map(({ code }) => button(code, 'indicator', numberOf(code))),
        5,
      ),
    }),
  ],
  indicatorSheet: (model) => [
    textPart(texts.indicatorSheet(model), { keyboard: [[button(BUTTONS.allIndicators, 'indicators')]] }),
  ],
  indicatorToConfirm: (model) => [
    textPart(texts.indicatorToConfirm(model), {
      keyboard: [
        [
          button(BUTTONS.yes, 'confirmIndicator', model.pendingId),
          button(BUTTONS.no, 'dropIndicator', model.pendingId),
        ],
      ],
    }),
  ],
  indicatorEntered: (model) => [textPart(texts.indicatorEntered(model))],
  indicatorDropped: (model) => [textPart(texts.indicatorDropped(model))],
};
