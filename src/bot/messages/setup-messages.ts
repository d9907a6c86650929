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

export const renderSetup = (model: MessagePayloads['setup']): Part[] => [
  textPart(texts.setup(model), {
    keyboard: [
      [
        ...(model.mayStart && !model.isLive ? [button(BUTTONS.start, 'goLive')] : []),
        button(BUTTONS.refresh, 'refreshSetup'),
      ],
    ],
  }),
];

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
