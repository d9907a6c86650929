import type { MessagePayloads } from '../../domain/message/messages.ts';
import { BUTTONS } from '../texts/vi/buttons.ts';
import * as texts from '../texts/vi/setup.ts';
import { button, inRows, type Part, textPart } from './rendered.ts';

export const renderConfirmBinding = (model: MessagePayloads['confirmBinding']): Part[] => [
  textPart(texts.confirmBinding(model), {
    keyboard: [
      [
        button(BUTTONS.bind, 'bind', model.invitationId),
        button(BUTTONS.declineBinding, 'declineBinding', model.invitationId),
      ],
    ],
  }),
];

export function renderSetup(model: MessagePayloads['setup']): Part[] {
  const mayStart = model.mayStart && !model.isLive;
  const units = mayStart ? (model.unitsToStart ?? []) : [];
  const keyboard = [
    mayStart ? [button(BUTTONS.start, 'goLive')] : [],
    mayStart && model.unitsToStart === null ? [button(BUTTONS.startByUnit, 'goLiveUnits')] : [],
    ...inRows(
      units.map((unit) => button(`${BUTTONS.start}: ${unit.name}`, 'goLiveUnit', unit.unitId)),
      2,
    ),
    [button(BUTTONS.refresh, 'refreshSetup')],
  ];
  return [textPart(texts.setup(model), { keyboard })];
}

export const renderGroupBound = (model: MessagePayloads['groupBound']): Part[] => [
  textPart(texts.groupBound(model), {
    keyboard: inRows(
      model.units
        .filter((unit) => !unit.isCurrent)
        .map((unit) =>
          button(unit.unitId === null ? BUTTONS.wholeDepartment : unit.name, 'groupScope', unit.unitId ?? 0),
        ),
      2,
    ),
  }),
];

export const renderImportPreview = (model: MessagePayloads['importPreview']): Part[] => [
  textPart(texts.importPreview(model), {
    keyboard:
      model.errorTotal > 0
        ? []
        : [
            [
              button(BUTTONS.applyImport, 'applyImport', model.batchId),
              button(BUTTONS.dropImport, 'dropImport', model.batchId),
            ],
          ],
  }),
];

export const renderTemplates = (): Part[] => [
  textPart(texts.templates()),
  ...(['people', 'tasks'] as const).map(
    (template): Part => ({
      type: 'template',
      template,
      fileName: texts.TEMPLATE_FILE_NAMES[template],
      caption: texts.TEMPLATE_CAPTIONS[template],
    }),
  ),
];
