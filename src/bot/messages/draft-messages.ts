import type { DraftAsk, DraftCardModel, DraftPayloads } from '../../domain/message/draft-payloads.ts';
import { AUTHORITY_LEVELS } from '../../domain/task/draft.ts';
import { FACETS, type Facet } from '../../domain/task/facets.ts';
import { dayNumber } from '../callback-data/day-number.ts';
import { BUTTONS } from '../texts/vi/buttons.ts';
import * as texts from '../texts/vi/drafts.ts';
import { formatDay } from '../texts/vi/format.ts';
import { type Button, button, inRows, type Keyboard, type Part, textPart } from './rendered.ts';

const { DRAFT_BUTTONS } = texts;

export function renderTaskDraft(card: DraftCardModel): Part[] {
  const isWhole = card.missing.length === 0;
  const keyboard: Keyboard = [
    ...(isWhole ? [[button(DRAFT_BUTTONS.issue, 'issueDraft', card.draftId)]] : []),
    ...(card.ask === null ? [] : answersTo(card.ask, card.draftId)),
    ...otherDayRow(card),
    ...inRows(editButtons(card), 3),
    [button(DRAFT_BUTTONS.drop, 'dropDraft', card.draftId)],
  ];
  return [textPart(texts.taskDraft(card), { keyboard })];
}

/** The likely answers to what is asked, and a way to type another. */
function answersTo(ask: DraftAsk, draftId: number): Keyboard {
  switch (ask.facet) {
    case 'unit':
      return inRows(
        ask.units.map((unit) => button(unit.name, 'draftUnit', draftId, unit.unitId)),
        3,
      );
    case 'people':
      return peopleRows(ask, draftId);
    case 'time': {
      const days = ask.days.map(({ kind, day }) =>
        button(`${texts.DUE_DAY_WORDS[kind]}: ${formatDay(day)}`, 'draftDay', draftId, dayNumber(day)),
      );
      return [...inRows(days, 1), typeRow(draftId, 'time')];
    }
    case 'result': {
      const products = texts.PRODUCTS.slice(0, texts.OFFERED_PRODUCTS);
      return [
        products.map((words, i) => button(words, 'draftProduct', draftId, i)),
        typeRow(draftId, 'result'),
      ];
    }
    case 'authority':
      return [
        ...AUTHORITY_LEVELS.map((level, i) => [
          button(texts.AUTHORITY_WORDS[level], 'draftAuthority', draftId, i),
        ]),
        typeRow(draftId, 'authority'),
      ];
    default:
      return [typeRow(draftId, ask.facet)];
  }
}

function peopleRows(ask: Extract<DraftAsk, { facet: 'people' }>, draftId: number): Keyboard {
  const people = ask.people.map(({ personId, name, openTasks }) =>
    button(`${name} (${openTasks})`, 'draftPerson', draftId, personId),
  );
  const turns = [
    ...(ask.page > 0 ? [button(BUTTONS.previous, 'draftPeople', draftId, ask.page - 1)] : []),
    ...(ask.page + 1 < ask.pages ? [button(BUTTONS.next, 'draftPeople', draftId, ask.page + 1)] : []),
  ];
  const others = ask.hasOtherUnits ? [button(DRAFT_BUTTONS.otherUnit, 'draftOtherUnit', draftId)] : [];
  return [...inRows(people, 2), turns, others];
}

const typeRow = (draftId: number, facet: Facet): Button[] => [
  button(DRAFT_BUTTONS.type, 'draftType', draftId, FACETS.indexOf(facet)),
];

/** "Trước 20/7" is 20/7 here and may have been meant as 19/7. */
function otherDayRow({ deadline, draftId }: DraftCardModel): Keyboard {
  const other = deadline?.otherDueOn ?? null;
  return other === null ? [] : [[button(texts.otherDay(other), 'draftOtherDay', draftId)]];
}

function editButtons(card: DraftCardModel): Button[] {
  const asked = card.ask?.facet === 'unit' ? 'people' : card.ask?.facet;
  return FACETS.flatMap((facet, i) =>
    facet === 'responsibility' || facet === asked || card.missing.includes(facet)
      ? []
      : [button(texts.EDIT_WORDS[facet], 'draftFacet', card.draftId, i)],
  );
}

export const renderDraftAsked = (model: DraftPayloads['draftAsked']): Part[] => [
  textPart(texts.draftAsked(), {
    keyboard: [
      [
        button(DRAFT_BUTTONS.stepByStep, 'draftFacet', model.draftId, FACETS.indexOf('people')),
        button(DRAFT_BUTTONS.drop, 'dropDraft', model.draftId),
      ],
    ],
  }),
];

export const renderDraftQuestion = (model: DraftPayloads['draftQuestion']): Part[] => [
  textPart(texts.draftQuestion(model)),
];

export const renderDraftDropped = (model: DraftPayloads['draftDropped']): Part[] => [
  textPart(texts.draftDropped(model)),
];

export const renderTaskIssued = (model: DraftPayloads['taskIssued']): Part[] => [
  textPart(texts.taskIssued(model), {
    keyboard: [[button(model.code, 'card', model.taskId)]],
    taskId: model.taskId,
  }),
];

export const renderTaskGiven = (model: DraftPayloads['taskGiven']): Part[] => [
  textPart(texts.taskGiven(model), {
    keyboard: [
      [
        ...(model.mayAccept ? [button(DRAFT_BUTTONS.accept, 'acceptTask', model.taskId)] : []),
        button(DRAFT_BUTTONS.giveBack, 'returnTask', model.taskId),
        button(model.code, 'card', model.taskId),
      ],
    ],
    taskId: model.taskId,
  }),
];

export const renderTaskToSupport = (model: DraftPayloads['taskToSupport']): Part[] => [
  textPart(texts.taskToSupport(model), {
    keyboard: [[button(model.code, 'card', model.taskId)]],
    taskId: model.taskId,
  }),
];

export const renderTaskAccepted = (model: DraftPayloads['taskAccepted']): Part[] => [
  textPart(texts.taskAccepted(model), {
    keyboard: [[button(model.code, 'card', model.taskId)]],
    taskId: model.taskId,
  }),
];

export const renderReturnHint = (model: DraftPayloads['returnHint']): Part[] => [
  textPart(texts.returnHint(model), { taskId: model.taskId }),
];

export const renderConfirmAssignment = (model: DraftPayloads['confirmAssignment']): Part[] => {
  const [only, ...others] = model.people;
  const yes =
    only !== undefined && others.length === 0
      ? [button(DRAFT_BUTTONS.yes, 'assignPerson', model.pendingId, only.personId)]
      : model.people.map(({ personId, name, openTasks }) =>
          button(`${name} (${openTasks})`, 'assignPerson', model.pendingId, personId),
        );
  const no = button(DRAFT_BUTTONS.no, 'dropAssignment', model.pendingId);
  return [
    textPart(texts.confirmAssignment(model), {
      keyboard: others.length === 0 ? [[...yes, no]] : [...inRows(yes, 1), [no]],
      taskId: model.taskId,
    }),
  ];
};

export const renderAssignmentDropped = (): Part[] => [textPart(texts.assignmentDropped())];

export const renderPersonAssigned = (model: DraftPayloads['personAssigned']): Part[] => [
  textPart(texts.personAssigned(model), { taskId: model.taskId }),
];

export const renderTaskTaken = (model: DraftPayloads['taskTaken']): Part[] => [
  textPart(texts.taskTaken(model), { taskId: model.taskId }),
];

export const renderContinueInPrivate = (model: DraftPayloads['continueInPrivate']): Part[] => [
  textPart(texts.continueInPrivate(model)),
];
