import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { checkCampaign } from '../../scripts/chaos/check-campaign.ts';
import type { Evidence } from '../../scripts/chaos/evidence.ts';
import {
  digestOf,
  GROUP,
  HEAD,
  MORNING,
  STAFF,
  smallCampaign,
  wallAt,
  withCall,
  withoutSaid,
  withSaid,
} from './small-campaign.ts';

const TO_STAFF = 11;
const TO_HEAD = 12;
const DIGEST = 13;
const ANSWER = 14;
/** Of the second brief to the staff member, in seconds after the slot opened. */
const AGAIN_AFTER = 9;

const withRecorded = (evidence: Evidence, recorded: Evidence['rows']['recorded']): Evidence => ({
  ...evidence,
  rows: { ...evidence.rows, recorded },
});

const withJournal = (evidence: Evidence, journal: Evidence['journal']): Evidence => ({
  ...evidence,
  journal: [...evidence.journal, ...journal],
});

const withTask = (evidence: Evidence, change: Partial<Evidence['rows']['tasks'][number]>): Evidence => ({
  ...evidence,
  rows: { ...evidence.rows, tasks: evidence.rows.tasks.map((task) => ({ ...task, ...change })) },
});

const withOutbox = (evidence: Evidence, messageId: number, change: object): Evidence => ({
  ...evidence,
  rows: {
    ...evidence.rows,
    outbox: evidence.rows.outbox.map((row) =>
      row.messageIds.includes(messageId) ? { ...row, ...change } : row,
    ),
  },
});

/** The staff member's brief arrives a second time. */
function repeatBrief(evidence: Evidence, messageId = 21, after = AGAIN_AFTER): Evidence {
  const said = { chatId: STAFF.chatId, messageId, after, heading: 'Nhắc việc buổi sáng', codes: ['NV12'] };
  return withSaid(evidence, said, { digest: digestOf(evidence, TO_STAFF) });
}

describe('a campaign in which everything went well', () => {
  it('holds, and is counted', () => {
    const verdict = checkCampaign(smallCampaign());
    expect(verdict).toMatchObject({
      holds: true,
      reports: { sent: 1, recordedOnce: 1 },
      deliveries: { owed: 4, delivered: 4, doubledAfterUnknown: 0 },
      tellings: 2,
      digests: { owed: 1 },
      dealt: { kills: 1 },
    });
  });

  it.each(['reports', 'messages', 'overdue tasks'])('is not believed when there were no %s', (what) => {
    const clean = smallCampaign();
    const empty = {
      reports: { ...clean, journal: clean.journal.filter(({ kind }) => kind !== 'sent') },
      messages: { ...clean, rows: { ...clean.rows, outbox: [] } },
      'overdue tasks': { ...clean, rows: { ...clean.rows, tasks: [] } },
    }[what];
    expect(() => checkCampaign(empty as Evidence)).toThrow(/nothing to judge/);
  });
});

describe('a report', () => {
  it('that was lost is found', () => {
    const verdict = checkCampaign(withRecorded(smallCampaign(), []));
    expect(verdict).toMatchObject({ holds: false, reports: { recordedOnce: 0, lost: ['NV12 45%'] } });
  });

  it('that was applied twice is found', () => {
    const verdict = checkCampaign(withRecorded(smallCampaign(), [{ code: 'NV12', percent: 45, times: 2 }]));
    expect(verdict).toMatchObject({ holds: false, reports: { recordedOnce: 0, doubled: ['NV12 45% ×2'] } });
  });

  it('that nobody wrote is found', () => {
    const recorded = [...smallCampaign().rows.recorded, { code: 'NV12', percent: 46, times: 1 }];
    const verdict = checkCampaign(withRecorded(smallCampaign(), recorded));
    expect(verdict).toMatchObject({ holds: false, reports: { invented: ['NV12 46%'] } });
  });

  it('that was never answered is found', () => {
    const verdict = checkCampaign(withoutSaid(smallCampaign(), ANSWER));
    expect(verdict).toMatchObject({ holds: false, reports: { unanswered: ['NV12 45%'] } });
  });
});

describe('a message that is owed', () => {
  it('is lost when its row says that it went out and no call did', () => {
    const verdict = checkCampaign(withoutSaid(smallCampaign(), TO_HEAD));
    expect(verdict).toMatchObject({ holds: false, deliveries: { owed: 4, delivered: 3 } });
    expect(verdict.deliveries.lost[0]).toMatch(/^outbox 2 brief to 8002/);
  });

  it('is lost when the call that carries it took no effect', () => {
    const verdict = checkCampaign(withCall(smallCampaign(), TO_HEAD, { tookEffect: false }));
    expect(verdict.deliveries.lost).toHaveLength(1);
  });

  it.each(['waiting', 'sending', 'failed', 'unreachable'])('is lost when it is %s at the end', (state) => {
    const verdict = checkCampaign(withOutbox(smallCampaign(), TO_HEAD, { state }));
    expect(verdict).toMatchObject({ holds: false, deliveries: { delivered: 3 } });
  });

  it('is lost when one of its parts did not arrive', () => {
    const verdict = checkCampaign(withOutbox(smallCampaign(), TO_HEAD, { parts: 2 }));
    expect(verdict.deliveries.lost).toHaveLength(1);
  });

  it('is not owed to somebody without an account', () => {
    const outcome = { state: 'unreachable', chatId: null, messageIds: [], parts: null };
    expect(checkCampaign(withOutbox(smallCampaign(), TO_HEAD, outcome)).deliveries).toMatchObject({
      owed: 3,
      lost: [],
    });
  });

  it('still stands when a later one changed it in place', () => {
    const clean = smallCampaign();
    const later = { id: 9, parts: 1, messageIds: [ANSWER], editsMessageId: ANSWER };
    const first = withOutbox(clean, ANSWER, { messageIds: [] });
    const row = { ...first.rows.outbox[0], kind: 'other', chatId: STAFF.chatId, ...later } as never;
    const changed = { ...first, rows: { ...first.rows, outbox: [...first.rows.outbox, row] } };
    expect(checkCampaign(changed).deliveries).toMatchObject({ owed: 5, delivered: 5 });
  });
});

describe('a message that arrived twice', () => {
  it('is doubled otherwise when nothing explains it', () => {
    const verdict = checkCampaign(repeatBrief(smallCampaign()));
    expect(verdict).toMatchObject({ holds: false, deliveries: { doubledAfterUnknown: 0 } });
    expect(verdict.deliveries.doubledOtherwise).toHaveLength(1);
  });

  it.each(['cutAfter', 'hung'] as const)('is excused when the first end was %s', (end) => {
    const verdict = checkCampaign(repeatBrief(withCall(smallCampaign(), TO_STAFF, { end })));
    expect(verdict).toMatchObject({
      holds: true,
      deliveries: { doubledAfterUnknown: 1, doubledOtherwise: [] },
    });
  });

  it('is excused once by a kill while it was sent, not twice', () => {
    const killed = withJournal(smallCampaign(), [{ kind: 'kill', at: wallAt(3.1), during: 'work' }]);
    expect(checkCampaign(repeatBrief(killed)).holds).toBe(true);
    const twice = checkCampaign(repeatBrief(repeatBrief(killed), 22, 5));
    expect(twice.deliveries).toMatchObject({ doubledAfterUnknown: 1 });
    expect(twice.deliveries.doubledOtherwise).toHaveLength(1);
  });

  it('is not excused by a kill long after it was sent', () => {
    const killed = withJournal(smallCampaign(), [{ kind: 'kill', at: wallAt(8.5), during: 'work' }]);
    expect(checkCampaign(repeatBrief(killed)).deliveries.doubledOtherwise).toHaveLength(1);
  });

  it('is excused by a kill before the repeat when the database never knew the first one', () => {
    const killed = withJournal(smallCampaign(), [{ kind: 'kill', at: wallAt(3.1 + 2), during: 'work' }]);
    const unmarked = withOutbox(killed, TO_STAFF, { messageIds: [21] });
    const verdict = checkCampaign(repeatBrief(unmarked, 21, 6)).deliveries;
    expect(verdict).toMatchObject({ doubledAfterUnknown: 1, doubledOtherwise: [] });
  });

  it('is not excused by a kill before it was sent', () => {
    const killed = withJournal(smallCampaign(), [{ kind: 'kill', at: wallAt(2), during: 'work' }]);
    expect(checkCampaign(repeatBrief(killed)).deliveries.doubledOtherwise).toHaveLength(1);
  });

  it('is excused by an outage of the database in which it could not be marked', () => {
    const away = withJournal(smallCampaign(), [{ kind: 'outage', at: wallAt(2), until: wallAt(7) }]);
    expect(checkCampaign(repeatBrief(away)).deliveries).toMatchObject({
      doubledAfterUnknown: 1,
      doubledOtherwise: [],
    });
  });

  it('is not excused by an unknown end of the repeat itself', () => {
    const repeated = withCall(repeatBrief(smallCampaign()), 21, { end: 'cutAfter' });
    expect(checkCampaign(repeated).deliveries.doubledOtherwise).toHaveLength(1);
  });
});

describe('an overdue task', () => {
  it('is silent when its assignee was not told', () => {
    const verdict = checkCampaign(withoutSaid(smallCampaign(), TO_STAFF));
    expect(verdict).toMatchObject({
      holds: false,
      silent: [{ day: MORNING, chatId: STAFF.chatId, code: 'NV12' }],
    });
  });

  it('is silent when the alert was never even planned', () => {
    const clean = withoutSaid(smallCampaign(), TO_HEAD);
    const outbox = clean.rows.outbox.filter(({ chatId }) => chatId !== HEAD.chatId);
    const verdict = checkCampaign({ ...clean, rows: { ...clean.rows, outbox } });
    expect(verdict).toMatchObject({ holds: false, deliveries: { lost: [] } });
    expect(verdict.silent).toHaveLength(1);
  });

  it('is silent when a message came that does not name it', () => {
    const clean = smallCampaign();
    const messages = clean.messages.map((message) => ({ ...message, codes: [] }));
    expect(checkCampaign({ ...clean, messages }).silent).toHaveLength(2);
  });

  it('is spoken of after its due day, weekly, and daily when it is trọng tâm', () => {
    const days = ['2026-07-14', '2026-07-17', '2026-07-20'];
    const walked = withJournal(
      smallCampaign(),
      days.map((day) => ({ kind: 'morning', day, finished: true })),
    );
    const saidOn = (evidence: Evidence) => checkCampaign(evidence).silent.map(({ day }) => day);
    expect(saidOn(walked)).toEqual(['2026-07-20', '2026-07-20']);
    expect([...new Set(saidOn(withTask(walked, { priority: 'focus' })))]).toEqual(days);
    expect(saidOn(withTask(walked, { dueOn: '2026-07-13' }))).toEqual(['2026-07-14', '2026-07-14']);
  });

  it('may be told on the next finished morning when its own was broken off', () => {
    const clean = withoutSaid(smallCampaign(), TO_STAFF);
    const journal = clean.journal.map((entry) =>
      entry.kind === 'morning' ? { ...entry, finished: false } : entry,
    );
    const next = { kind: 'morning' as const, day: '2026-07-14', finished: true };
    const brokenOff = { ...clean, journal: [...journal, next] };
    expect(checkCampaign(brokenOff).silent).toHaveLength(1);
    const late = { messageId: 31, after: 86_400, heading: 'Nhắc việc buổi sáng 14/7/2026', codes: ['NV12'] };
    const told = withSaid(brokenOff, { ...late, chatId: STAFF.chatId });
    expect(checkCampaign(told).silent).toEqual([]);
  });
});

describe('a scheduled message', () => {
  const at = (time: number) =>
    withSaid(withoutSaid(smallCampaign(), TO_STAFF), {
      chatId: STAFF.chatId,
      messageId: TO_STAFF,
      after: time * 3600,
      heading: 'Nhắc việc buổi sáng 13/7/2026',
      codes: ['NV12'],
    });

  it('is untimely at 18:00', () => {
    const verdict = checkCampaign(at(10.5));
    expect(verdict).toMatchObject({
      holds: false,
      untimely: [{ messageId: TO_STAFF, businessAt: `${MORNING} 18:00:00`, why: 'outsideSlot' }],
    });
  });

  it('is untimely just before its slot', () => {
    expect(checkCampaign(at(-0.01)).untimely).toMatchObject([{ why: 'outsideSlot' }]);
  });

  it('is untimely on a Sunday', () => {
    expect(checkCampaign(at(-24)).untimely).toMatchObject([{ why: 'outsideSlot' }]);
  });

  it('is one too many beside another in the same slot', () => {
    const heading = 'Nhắc việc buổi sáng 10/7/2026';
    const said = { chatId: STAFF.chatId, messageId: 41, after: 6, heading, codes: ['NV12'] };
    expect(checkCampaign(withSaid(smallCampaign(), said)).untimely).toMatchObject([{ why: 'secondInSlot' }]);
  });

  it('leaves answers free to come at any hour', () => {
    const heading = 'Đã ghi nhận NV12: 46 % (trước 45 %)';
    const said = { chatId: STAFF.chatId, messageId: 42, after: 11 * 3600, heading, codes: [] };
    expect(checkCampaign(withSaid(smallCampaign(), said)).untimely).toEqual([]);
  });
});

it('a weekly digest that did not come is found', () => {
  const verdict = checkCampaign(withoutSaid(smallCampaign(), DIGEST));
  expect(verdict).toMatchObject({ holds: false, digests: { missing: [`${MORNING} group ${GROUP}`] } });
});

it('the checker reads nothing of the product', async () => {
  const folder = new URL('../../scripts/chaos/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => /^(check-.*|evidence)\.ts$/.test(name));
  expect(names).toContain('check-campaign.ts');
  const sources = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
  const imported = sources.flatMap((source) =>
    [...source.matchAll(/from '([^']+)'/g)].map(([, from]) => from),
  );
  expect(imported.filter((from) => !/^\.\/(check-.*|evidence)\.ts$/.test(from ?? ''))).toEqual([]);
});
