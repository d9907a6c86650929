import type { MessagePayloads } from '../../domain/message/messages.ts';
import type { DelegationPayloads, PeoplePayloads } from '../../domain/message/people-payloads.ts';
import { PERSON_CHANGES } from '../../domain/organisation/person-change.ts';
import { BUTTONS } from '../texts/vi/buttons.ts';
import * as texts from '../texts/vi/people.ts';
import { type Button, button, inRows, type Part, textPart } from './rendered.ts';

const renderPeopleOverview = (model: MessagePayloads['peopleOverview']): Part[] => [
  textPart(texts.peopleOverview(model), {
    keyboard: inRows(
      model.units.map(({ unitId, name }) => button(name, 'unitPeople', unitId, 0)),
      3,
    ),
  }),
];

const personButtons = (people: readonly { personId: number }[]): Button[] =>
  people.map(({ personId }, index) => button(String(index + 1), 'person', personId));

function renderUnitPeople(model: MessagePayloads['unitPeople']): Part[] {
  const { unitId, page, pages } = model;
  const turns = [
    ...(page > 0 ? [button(BUTTONS.previous, 'unitPeople', unitId, page - 1)] : []),
    ...(page + 1 < pages ? [button(BUTTONS.next, 'unitPeople', unitId, page + 1)] : []),
  ];
  const missing = model.total - model.joined;
  const keyboard = [
    ...inRows(personButtons(model.people), 6),
    turns,
    missing > 0 ? [button(texts.inviteMissingButton(missing), 'inviteUnit', unitId)] : [],
    [button(BUTTONS.allUnits, 'peopleOverview')],
  ];
  return [textPart(texts.unitPeople(model), { keyboard })];
}

const renderPeopleFound = (model: MessagePayloads['peopleFound']): Part[] => [
  textPart(texts.peopleFound(model), { keyboard: inRows(personButtons(model.people), 6) }),
];

function sheetButtons(sheet: MessagePayloads['personSheet']): Button[][] {
  const changes = sheet.changes.map((change) =>
    button(
      texts.PERSON_CHANGE_BUTTONS[change],
      'changePerson',
      sheet.personId,
      PERSON_CHANGES.indexOf(change),
    ),
  );
  const invite = sheet.hasJoined ? BUTTONS.inviteAgain : BUTTONS.invite;
  return [
    [button(invite, 'invitePerson', sheet.personId)],
    ...inRows(
      [...changes, ...(sheet.unitId === null ? [] : [button(BUTTONS.move, 'moveOfPerson', sheet.personId)])],
      2,
    ),
    sheet.unitId === null ? [] : [button(BUTTONS.backToPerson, 'unitPeople', sheet.unitId, 0)],
  ];
}

const renderPersonSheet = (sheet: MessagePayloads['personSheet']): Part[] => [
  textPart(texts.personSheet(sheet), { keyboard: sheetButtons(sheet) }),
];

const renderPersonChangeToConfirm = (model: MessagePayloads['personChangeToConfirm']): Part[] => [
  textPart(texts.personChangeToConfirm(model), {
    keyboard: [
      [
        button(
          BUTTONS.doIt,
          'confirmPersonChange',
          model.sheet.personId,
          PERSON_CHANGES.indexOf(model.change),
        ),
        button(BUTTONS.backToPerson, 'person', model.sheet.personId),
      ],
    ],
  }),
];

const renderPersonChanged = (model: MessagePayloads['personChanged']): Part[] => [
  textPart(texts.personChanged(model), {
    keyboard: model.change === 'leave' ? [] : sheetButtons(model.sheet),
  }),
];

const renderChooseUnitToMove = (model: MessagePayloads['chooseUnitToMove']): Part[] => [
  textPart(texts.chooseUnitToMove(model), {
    keyboard: [
      ...inRows(
        model.units.map(({ unitId, name }) => button(name, 'movePersonTo', model.personId, unitId)),
        3,
      ),
      [button(BUTTONS.backToPerson, 'person', model.personId)],
    ],
  }),
];

const renderMoveToConfirm = (model: MessagePayloads['moveToConfirm']): Part[] => [
  textPart(texts.moveToConfirm(model), {
    keyboard: [
      [
        button(BUTTONS.doIt, 'confirmMove', model.sheet.personId, model.unitId),
        button(BUTTONS.backToPerson, 'person', model.sheet.personId),
      ],
    ],
  }),
];

const renderPersonMoved = (model: MessagePayloads['personMoved']): Part[] => [
  textPart(texts.personMoved(model), { keyboard: sheetButtons(model.sheet) }),
];

/** One person: a picture to scan. Several: a sheet to print. */
function renderInvitations(model: MessagePayloads['invitations']): Part[] {
  const people = texts.listInvitationLinks(model);
  const [only] = people;
  if (only !== undefined && people.length === 1) {
    const caption = texts.invitationCaption(model, only.name, only.link);
    return [{ type: 'qrCode', link: only.link, caption }];
  }
  const { title, note, fileName, caption } = texts.invitationSheetWords(model);
  return [{ type: 'invitationSheet', sheet: { title, note, people }, fileName, caption }];
}

const renderBindingToApprove = (model: MessagePayloads['bindingToApprove']): Part[] => [
  textPart(texts.bindingToApprove(model), {
    keyboard: [
      [
        button(BUTTONS.rightPerson, 'rightPerson', model.invitationId),
        button(BUTTONS.wrongPerson, 'wrongPerson', model.invitationId),
      ],
    ],
  }),
];

const renderDelegations = (model: MessagePayloads['delegations']): Part[] => [
  textPart(texts.delegations(model), {
    keyboard: inRows(
      model.given.map(({ delegationId, to }) =>
        button(texts.endDelegationButton(to), 'endDelegation', delegationId),
      ),
      1,
    ),
  }),
];

const renderDelegationToConfirm = (model: MessagePayloads['delegationToConfirm']): Part[] => [
  textPart(texts.delegationToConfirm(model), {
    keyboard: [
      [
        button(BUTTONS.delegate, 'delegate', model.pendingId),
        button(BUTTONS.no, 'dropDelegation', model.pendingId),
      ],
    ],
  }),
];

type Renderers = {
  [K in keyof (PeoplePayloads & DelegationPayloads)]: (payload: MessagePayloads[K]) => Part[];
};

/** How messages about people, accounts and delegations look. */
export const PEOPLE_RENDERERS: Renderers = {
  peopleOverview: renderPeopleOverview,
  unitPeople: renderUnitPeople,
  peopleFound: renderPeopleFound,
  personSheet: renderPersonSheet,
  personChangeToConfirm: renderPersonChangeToConfirm,
  personChanged: renderPersonChanged,
  chooseUnitToMove: renderChooseUnitToMove,
  moveToConfirm: renderMoveToConfirm,
  personMoved: renderPersonMoved,
  invitations: renderInvitations,
  howToInvite: () => [textPart(texts.howToInvite())],
  everybodyJoined: (model) => [textPart(texts.everybodyJoined(model))],
  bindingToApprove: renderBindingToApprove,
  bindingWaits: (model) => [textPart(texts.bindingWaits(model))],
  bindingApproved: (model) => [textPart(texts.bindingApproved(model))],
  bindingRefused: (model) => [textPart(texts.bindingRefused(model))],
  accountRevoked: (model) => [textPart(texts.accountRevoked(model))],
  tasksReleased: (model) => [textPart(texts.tasksReleased(model))],
  delegations: renderDelegations,
  delegationToConfirm: renderDelegationToConfirm,
  delegationGiven: (model) => [textPart(texts.delegationGiven(model))],
  delegated: (model) => [textPart(texts.delegated(model))],
  delegationEnded: (model) => [textPart(texts.delegationEnded(model))],
};
