import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pace } from '../../src/bot/delivery/pace.ts';

interface Sent {
  chatId: number;
  /** When the server may have seen it: somewhere from its beginning to its answer. */
  at: number;
}

const START = 1_000_000;

/** Sends one message to each chat in turn, each as early as the pace lets it; time only goes forward. */
function sendAll(
  pace: Pace,
  chatIds: number[],
  options: { start?: number; answersAfterMs?: number } = {},
): Sent[] {
  let now = options.start ?? START;
  return chatIds.map((chatId) => {
    now = pace.readyAt(chatId, now, true);
    const message = pace.begin(chatId, now);
    const at = now;
    now += options.answersAfterMs ?? 0;
    message.end(now);
    return { chatId, at };
  });
}

/** The most messages in any window of this length. */
function busiest(sent: Sent[], milliseconds: number): number {
  return Math.max(
    0,
    ...sent.map(({ at }) => sent.filter((s) => s.at >= at && s.at < at + milliseconds).length),
  );
}

const toChat = (sent: Sent[], chatId: number) => sent.filter((s) => s.chatId === chatId);
const anyChats = fc.array(fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: -3, max: -1 })), {
  maxLength: 250,
});

describe('Telegram’s limits are kept without being told', () => {
  it('never more than 30 messages in a second, 1 a second to a chat, 20 a minute to a group', () => {
    fc.assert(
      fc.property(anyChats, (chats) => {
        const sent = sendAll(new Pace(), chats);
        expect(busiest(sent, 1000)).toBeLessThanOrEqual(30);
        for (const chatId of new Set(chats)) {
          expect(busiest(toChat(sent, chatId), 1000)).toBeLessThanOrEqual(1);
          if (chatId < 0) expect(busiest(toChat(sent, chatId), 60_000)).toBeLessThanOrEqual(20);
        }
      }),
    );
  });

  it('counts a message until a second after its answer: when the server saw it, nobody here knows', () => {
    const pace = new Pace();
    const underWay = Array.from({ length: 30 }, (_, i) => pace.begin(i + 1, START));
    expect(pace.readyAt(99, START + 5000, true)).toBe(Number.POSITIVE_INFINITY);
    underWay[0]?.end(START + 6000);
    expect(pace.readyAt(99, START + 6000, true)).toBe(START + 7000);
  });

  it('lets one message at a time go to a chat', () => {
    const pace = new Pace();
    const message = pace.begin(7, START);
    expect(pace.readyAt(7, START + 9000, true)).toBe(Number.POSITIVE_INFINITY);
    message.end(START + 9000);
    expect(pace.readyAt(7, START + 9000, true)).toBe(START + 10_000);
  });

  it('spreads bulk evenly and a little below the limit, so that an answer in between finds room', () => {
    const pace = new Pace();
    const sent: Sent[] = [];
    let now = START;
    for (let chatId = 1; chatId <= 90; chatId += 1) {
      now = pace.readyAt(chatId, now, false);
      pace.begin(chatId, now).end(now);
      sent.push({ chatId, at: now });
      if (chatId === 60) expect(pace.readyAt(1000, now, true)).toBeLessThan(now + 40);
    }
    expect(busiest(sent.slice(30), 1000)).toBeLessThanOrEqual(30);
    expect(now).toBeLessThan(START + 90 * 34);
  });

  it('uses what they allow: 300 people hear within ten seconds', () => {
    const sent = sendAll(
      new Pace(),
      Array.from({ length: 300 }, (_, i) => i + 1),
    );
    expect(sent.at(-1)?.at).toBeLessThan(START + 10_000);
  });

  it('sends the 21st message to a group a minute after the first, while others go on', () => {
    const pace = new Pace();
    const group = sendAll(
      pace,
      Array.from({ length: 20 }, () => -1),
    );
    const last = group.at(-1)?.at ?? 0;
    expect(pace.readyAt(-1, last, true)).toBe(START + 60_000);
    expect(pace.readyAt(5, last, true)).toBe(last);
  });

  it('names a moment at which the message may really go, when nothing else goes before it', () => {
    fc.assert(
      fc.property(anyChats, fc.integer({ min: -3, max: 60 }), (chats, chatId) => {
        const pace = new Pace();
        const now = sendAll(pace, chats).at(-1)?.at ?? START;
        const ready = pace.readyAt(chatId, now, true);
        expect(pace.readyAt(chatId, ready, true)).toBe(ready);
      }),
    );
  });
});

describe('a message that is tried again later', () => {
  it('keeps those behind it in its chat waiting, and nobody else', () => {
    const pace = new Pace();
    pace.hold(7, 5000, START);
    expect(pace.readyAt(7, START, true)).toBe(START + 5000);
    expect(pace.readyAt(8, START, true)).toBe(START);
  });
});

describe('retry_after', () => {
  it('holds the chat that it was said of for so long', () => {
    const pace = new Pace();
    pace.holdBack(7, 30, START);
    expect(pace.readyAt(7, START, true)).toBe(START + 30_000);
    expect(pace.readyAt(8, START, true)).toBe(START);
  });

  it('is not shortened by a message counted meanwhile, nor by a shorter one after it', () => {
    const pace = new Pace();
    pace.holdBack(7, 30, START);
    sendAll(pace, [8], { start: START + 1 });
    pace.holdBack(7, 1, START + 2);
    expect(pace.readyAt(7, START + 3, true)).toBe(START + 30_000);
  });

  const others = Array.from({ length: 200 }, (_, i) => i + 100);

  it('slows the rest to half while it lasts, and no longer', () => {
    const pace = new Pace();
    pace.holdBack(7, 3, START);
    expect(busiest(sendAll(pace, others.slice(0, 40)), 1000)).toBe(15);
    expect(busiest(sendAll(pace, others, { start: START + 10_000 }), 1000)).toBe(30);
  });

  it('slows the rest until the longest of several has passed', () => {
    const pace = new Pace();
    pace.holdBack(7, 60, START);
    pace.holdBack(8, 1, START);
    expect(busiest(sendAll(pace, others, { start: START + 5000 }), 1000)).toBe(15);
  });

  it('slows also where the limit is an odd number', () => {
    const pace = new Pace({ perSecond: 5, chatIntervalMs: 0, groupPerMinute: 20 });
    pace.holdBack(7, 60, START);
    expect(busiest(sendAll(pace, others.slice(0, 20)), 1000)).toBe(3);
  });
});
