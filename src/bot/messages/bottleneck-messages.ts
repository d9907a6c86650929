import type { BottleneckDraftModel, BottleneckPayloads } from '../../domain/message/bottleneck-payloads.ts';
import { BOTTLENECK_DOMAINS, BOTTLENECK_STATES } from '../../domain/task/bottleneck.ts';
import { BOTTLENECK_QUESTIONS } from '../../domain/task/bottleneck-draft.ts';
import * as texts from '../texts/vi/bottlenecks.ts';
import { formatDay } from '../texts/vi/format.ts';
import { button, inRows, type Keyboard, type Part, textPart } from './rendered.ts';

type Renderers = { [K in keyof BottleneckPayloads]: (payload: BottleneckPayloads[K]) => Part[] };

const { BOTTLENECK_BUTTONS } = texts;

function bottleneckList(model: BottleneckPayloads['bottleneckList']): Part[] {
  const keyboard = [
    ...inRows(
      model.lines.map((line) => button(line.code, 'viewBottleneck', line.bottleneckId)),
      4,
    ),
    [button(BOTTLENECK_BUTTONS.add, 'addBottleneck')],
  ];
  return [textPart(texts.bottleneckList(model), { keyboard })];
}

/** `2026-07-20` as a button carries it. */
const asNumber = (day: string): number => Number(day.replaceAll('-', ''));

function answersTo({ ask, pendingId, units, days }: BottleneckDraftModel): Keyboard {
  switch (ask) {
    case 'domain':
      return inRows(
        BOTTLENECK_DOMAINS.map((domain, place) =>
          button(texts.DOMAIN_WORDS[domain], 'bottleneckDomain', pendingId, place),
        ),
        2,
      );
    case 'mustAct':
      return inRows(
        units.map(({ unitId, name }) => button(name, 'bottleneckUnit', pendingId, unitId)),
        3,
      );
    case 'time':
      return [
        ...inRows(
          days.map((day) => button(formatDay(day), 'bottleneckDay', pendingId, asNumber(day))),
          2,
        ),
        [button(BOTTLENECK_BUTTONS.withoutDay, 'bottleneckWithoutDay', pendingId)],
      ];
    case 'title':
      return [];
    case null: {
      const edits = BOTTLENECK_QUESTIONS.map((question, place) =>
        button(texts.EDIT_WORDS[question], 'bottleneckAsk', pendingId, place),
      );
      return [[button(BOTTLENECK_BUTTONS.record, 'recordBottleneck', pendingId)], ...inRows(edits, 2)];
    }
  }
}

const bottleneckDraft = (model: BottleneckDraftModel): Part[] => [
  textPart(texts.bottleneckDraft(model), {
    keyboard: [...answersTo(model), [button(BOTTLENECK_BUTTONS.drop, 'dropBottleneck', model.pendingId)]],
  }),
];

function bottleneckCard(model: BottleneckPayloads['bottleneckCard']): Part[] {
  const { bottleneckId, state } = model.bottleneck;
  const moves = model.moves.map((to) =>
    button(texts.moveButton(state, to), 'moveBottleneck', bottleneckId, BOTTLENECK_STATES.indexOf(to)),
  );
  const keyboard = [
    moves,
    model.mayConfirm ? [button(BOTTLENECK_BUTTONS.confirm, 'confirmBottleneck', bottleneckId)] : [],
    ...inRows(
      model.tasks.map(({ taskId, code }) => button(code, 'card', taskId)),
      4,
    ),
    [button(BOTTLENECK_BUTTONS.list, 'bottlenecks')],
  ];
  return [textPart(texts.bottleneckCard(model), { keyboard })];
}

function bottleneckTold(model: BottleneckPayloads['bottleneckTold']): Part[] {
  const { bottleneckId, code } = model.bottleneck;
  const confirm = model.mayConfirm
    ? [button(BOTTLENECK_BUTTONS.confirm, 'confirmBottleneck', bottleneckId)]
    : [];
  const keyboard = [[...confirm, button(code, 'viewBottleneck', bottleneckId)]];
  return [textPart(texts.bottleneckTold(model), { keyboard })];
}

const opened = ({ bottleneckId, code }: { bottleneckId: number; code: string }): Keyboard => [
  [button(code, 'viewBottleneck', bottleneckId)],
];

/** How bottlenecks look. */
export const BOTTLENECK_RENDERERS: Renderers = {
  bottleneckList,
  bottleneckDraft,
  bottleneckDropped: () => [textPart(texts.bottleneckDropped())],
  bottleneckRecorded: (model) => [
    textPart(texts.bottleneckRecorded(model), { keyboard: opened(model.bottleneck) }),
  ],
  bottleneckCard,
  bottleneckTold,
  bottleneckMoved: (model) => [
    textPart(texts.bottleneckMoved(model), { keyboard: opened(model.bottleneck) }),
  ],
  bottleneckConfirmed: (model) => [
    textPart(texts.bottleneckConfirmed(model), { keyboard: opened(model.bottleneck) }),
  ],
};
