import type { MessagePayloads } from '../../domain/message/messages.ts';
import type { UnitPayloads } from '../../domain/message/people-payloads.ts';
import { BUTTONS } from '../texts/vi/buttons.ts';
import * as texts from '../texts/vi/units.ts';
import { button, inRows, type Part, textPart } from './rendered.ts';

/** How messages about units look. */
export const UNIT_RENDERERS: { [K in keyof UnitPayloads]: (payload: MessagePayloads[K]) => Part[] } = {
  unitList: (model) => [
    textPart(texts.unitList(model), {
      keyboard: inRows(
        model.units.map(({ unitId, shortName }) => button(shortName, 'unitSheet', unitId)),
        3,
      ),
    }),
  ],
  unitSheet: (model) => [
    textPart(texts.unitSheet(model), {
      keyboard: [
        [button(BUTTONS.rename, 'renameUnit', model.unitId)],
        [button(BUTTONS.merge, 'mergeUnit', model.unitId)],
        [button(BUTTONS.allUnits, 'unitList')],
      ],
    }),
  ],
  unitNameWanted: (model) => [textPart(texts.unitNameWanted(model))],
  chooseUnitToJoin: (model) => [
    textPart(texts.chooseUnitToJoin(model), {
      keyboard: inRows(
        model.units.map(({ unitId, name }) => button(name, 'mergeUnitInto', model.unitId, unitId)),
        3,
      ),
    }),
  ],
  successionToConfirm: (model) => [
    textPart(texts.successionToConfirm(model), {
      keyboard: [
        [
          button(BUTTONS.doIt, 'confirmSuccession', model.pendingId),
          button(BUTTONS.no, 'dropSuccession', model.pendingId),
        ],
      ],
    }),
  ],
  unitSucceeded: (model) => [textPart(texts.unitSucceeded(model))],
};
