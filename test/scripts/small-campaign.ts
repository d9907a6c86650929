import { officeMoment } from '../../scripts/chaos/check-calendar.ts';
import type { Call, Evidence, OutboxRow, SaidMessage } from '../../scripts/chaos/evidence.ts';

export const MORNING = '2026-07-13';
export const STAFF = { personId: 1, chatId: 8001 };
export const HEAD = { personId: 2, chatId: 8002 };
export const GROUP = -100;

/** The wall's clock at which the morning's slot opened; business time runs beside it. */
const WALL = Date.parse('2026-11-23T21:00:00Z');
export const wallAt = (seconds: number): number => WALL + seconds * 1000;

type Said = Pick<SaidMessage, 'chatId' | 'messageId' | 'heading' | 'codes'> & {
  /** Seconds after the slot opened. */
  after: number;
};

const SAID: Said[] = [
  {
    chatId: STAFF.chatId,
    messageId: 11,
    after: 3,
    heading: 'Nhắc việc buổi sáng 13/7/2026',
    codes: ['NV12'],
  },
  { chatId: HEAD.chatId, messageId: 12, after: 4, heading: 'Nhắc việc buổi sáng 13/7/2026', codes: ['NV12'] },
  { chatId: GROUP, messageId: 13, after: 5, heading: '📅 Bản tin tuần – Sở KH&CN', codes: [] },
  {
    chatId: STAFF.chatId,
    messageId: 14,
    after: 20,
    heading: 'Đã ghi nhận NV12: 45 % (trước 40 %)',
    codes: [],
  },
];

/** A campaign of one overdue task, one report, one digest and one kill, in which everything went well. */
export function smallCampaign(): Evidence {
  return {
    journal: [
      { kind: 'sent', at: wallAt(19), chatId: STAFF.chatId, code: 'NV12', percent: 45 },
      { kind: 'kill', at: wallAt(60), during: 'work' },
      { kind: 'morning', day: MORNING, finished: true },
    ],
    calls: SAID.map((said) => callOf(said)),
    messages: SAID.map(messageOf),
    rows: {
      recorded: [{ code: 'NV12', percent: 45, times: 1 }],
      outbox: SAID.map((said, index) => outboxOf(said, index + 1)),
      tasks: [
        {
          id: 12,
          code: 'NV12',
          structure: 'single',
          state: 'inProgress',
          priority: 'normal',
          dueOn: '2026-07-01',
          issuedAt: officeMoment('2026-06-01', '08:00'),
          leadUnitId: 5,
          assigneeId: STAFF.personId,
          percent: 45,
        },
      ],
      memberships: [{ personId: HEAD.personId, unitId: 5, role: 'head', isActing: false }],
      leadersInCharge: [],
      accounts: [STAFF, HEAD].map((who) => ({ ...who, boundAt: officeMoment(MORNING, '06:45') })),
      groups: [{ chatId: GROUP, boundAt: officeMoment(MORNING, '06:46') }],
      goLives: [{ unitId: null, startedAt: officeMoment(MORNING, '06:50') }],
    },
    calendar: { daysOff: [], workingSaturdays: [] },
  };
}

/** A further message that the bot sent, with the call by which it did. */
export function withSaid(evidence: Evidence, said: Said, call: Partial<Call> = {}): Evidence {
  return {
    ...evidence,
    messages: [...evidence.messages, messageOf(said)],
    calls: [...evidence.calls, { ...callOf(said), ...call }],
  };
}

/** As if one message had never left. */
export function withoutSaid(evidence: Evidence, messageId: number): Evidence {
  return {
    ...evidence,
    messages: evidence.messages.filter((message) => message.messageId !== messageId),
    calls: evidence.calls.filter((call) => call.messageId !== messageId),
  };
}

/** The call of a message, changed. */
export const withCall = (evidence: Evidence, messageId: number, change: Partial<Call>): Evidence => ({
  ...evidence,
  calls: evidence.calls.map((call) => (call.messageId === messageId ? { ...call, ...change } : call)),
});

export const digestOf = (evidence: Evidence, messageId: number): string | null =>
  evidence.calls.find((call) => call.messageId === messageId)?.digest ?? null;

const messageOf = ({ after, ...said }: Said): SaidMessage => ({
  ...said,
  businessAt: officeMoment(MORNING, '07:30') + after * 1000,
});

const callOf = ({ chatId, messageId, after }: Said): Call => ({
  at: wallAt(after),
  businessAt: officeMoment(MORNING, '07:30') + after * 1000,
  method: 'sendMessage',
  chatId,
  ok: true,
  tookEffect: true,
  end: 'answered',
  messageId,
  digest: `digest of ${messageId}`,
});

const outboxOf = ({ chatId, messageId, heading }: Said, id: number): OutboxRow => ({
  id,
  kind: heading.startsWith('Nhắc việc') ? 'brief' : 'other',
  state: 'sent',
  chatId,
  parts: 1,
  messageIds: [messageId],
  editsMessageId: null,
  unknownEnds: 0,
  error: null,
});
