import { renderMessage } from '../../src/bot/messages/render-message.ts';
import type { Figures } from '../../src/domain/kpi/figures.ts';
import type {
  DigestModel,
  KpiModel,
  Message,
  NoticeLine,
  TaskCardModel,
  TaskLine,
} from '../../src/domain/message/messages.ts';

/** An ordinary task of a list: due in two working days, at 40 %. */
export function aLine(fields: Partial<TaskLine> = {}): TaskLine {
  return {
    taskId: 12,
    code: 'NV12',
    title: 'Rà soát thủ tục hành chính',
    unit: 'P.QLKH',
    assignee: 'Nguyễn Văn An',
    priority: 'normal',
    state: 'inProgress',
    dueOn: '2026-06-05',
    daysLeft: 2,
    percent: 40,
    ...fields,
  };
}

export const aDueSoonLine = (fields: Partial<NoticeLine> = {}): NoticeLine => ({
  ...aLine(),
  kind: 'dueSoon',
  toldBefore: 0,
  ...fields,
});

export const anOverdueLine = (fields: Partial<NoticeLine> = {}): NoticeLine => ({
  ...aLine({ taskId: 7, code: 'NV07', title: 'Báo cáo giải ngân', daysLeft: -3 }),
  kind: 'overdue',
  toldBefore: 1,
  ...fields,
});

/** The brief of 03/6/2026 with these lines; the totals are theirs unless others are given. */
export function aBrief(
  lines: NoticeLine[],
  totals: Partial<Record<NoticeLine['kind'], number>> = {},
): Extract<Message, { kind: 'brief' }> {
  const count = (kind: NoticeLine['kind']) => lines.filter((line) => line.kind === kind).length;
  return {
    kind: 'brief',
    payload: {
      personId: 1,
      on: '2026-06-03',
      slot: 'morning',
      lines,
      totals: {
        dueSoon: count('dueSoon'),
        overdue: count('overdue'),
        ladder: count('ladder'),
        waitsForConfirmation: count('waitsForConfirmation'),
        explanationToGive: count('explanationToGive'),
        explanationToDecide: count('explanationToDecide'),
        ...totals,
      },
    },
  };
}

/** 48 tasks due, 47 of them on time: 97,91… %, short of the target by a hair. */
const FIGURES: Figures = {
  tasks: 60,
  due: 48,
  doneEarly: 30,
  doneOnDay: 17,
  doneLate: 0,
  overdueOpen: 1,
  carriedOverdue: 0,
  awaitingConfirmation: 2,
  openInTime: 9,
  noDeadline: 1,
  onTimeRate: 47 / 48,
  vpcpRate: 47 / 48,
  onTimeRateOriginal: 47 / 48,
  vpcpRateOriginal: 47 / 48,
  onTimeRateAdjusted: 47 / 48,
  backlog: { tasks: 0, overdueOpen: 0 },
};

export function aKpi(fields: Partial<KpiModel> = {}): Extract<Message, { kind: 'kpi' }> {
  const nothingDue = { ...FIGURES, due: 0, onTimeRate: null, onTimeRateAdjusted: null, overdueOpen: 0 };
  return {
    kind: 'kpi',
    payload: {
      scopeName: 'Toàn Sở',
      scope: { kind: 'all' },
      asOf: '2026-07-15T01:05:00.000Z',
      period: null,
      target: 0.98,
      figures: FIGURES,
      units: [
        {
          unitId: 3,
          code: 'KHTC',
          name: 'P.KHTC',
          figures: { ...FIGURES, onTimeRate: 1, onTimeRateAdjusted: 1, overdueOpen: 0 },
        },
        {
          unitId: 4,
          code: 'QLKH',
          name: 'P.QLKH',
          figures: { ...FIGURES, onTimeRate: 0.95, onTimeRateAdjusted: 0.96 },
        },
        { unitId: 5, code: 'TT', name: 'Trung tâm', figures: nothingDue },
      ],
      worst: [aLine({ daysLeft: -3 })],
      mayReadAll: true,
      isRedraw: false,
      ...fields,
    },
  };
}

/** The digest of Monday 06/7/2026 in the department's group: eight done of which two are shown, one late. */
export function aDigest(fields: Partial<DigestModel> = {}): Extract<Message, { kind: 'digest' }> {
  return {
    kind: 'digest',
    payload: {
      groupTitle: 'Sở KH&CN',
      unitName: null,
      weekFrom: '2026-06-29',
      on: '2026-07-06',
      campaignDay: 49,
      campaignDays: 500,
      figures: FIGURES,
      target: 0.98,
      done: [aLine({ state: 'done' }), aLine({ code: 'NV13', state: 'done' })],
      doneTotal: 8,
      overdue: [aLine({ code: 'NV07', daysLeft: -3 })],
      overdueTotal: 1,
      dueNext: [],
      dueNextTotal: 0,
      ...fields,
    },
  };
}

/** A card that lacks its authority and product. */
export function aCard(fields: Partial<TaskCardModel> = {}): Extract<Message, { kind: 'taskCard' }> {
  return {
    kind: 'taskCard',
    payload: {
      ...aLine(),
      kind: 'task',
      flags: [],
      content: null,
      coordinating: ['Văn phòng'],
      outsideBodies: null,
      deadlineWording: '',
      startOn: null,
      head: 'Nguyễn Thị Bình',
      leaderInCharge: 'Lê Văn Hòa',
      authority: null,
      product: null,
      measure: null,
      missingFacets: ['authority', 'result'],
      defaultedFacets: [],
      productText: null,
      productOn: null,
      evidenceCount: 0,
      history: [],
      parts: [],
      mayReport: true,
      mayConfirm: false,
      ...fields,
    },
  };
}

/** The texts of a message as it would be sent. */
export const textsOf = (message: Message): string[] =>
  renderMessage(message).flatMap((part) => (part.type === 'text' ? part.html : []));
