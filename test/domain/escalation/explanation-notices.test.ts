import { describe, expect, it } from 'vitest';
import {
  listExplanationNotices,
  type WatchedExplanation,
} from '../../../src/domain/escalation/explanation-notices.ts';
import type { ExplanationStanding } from '../../../src/domain/task/explanation.ts';

const aWatched = (
  standing: ExplanationStanding,
  fields: Partial<WatchedExplanation> = {},
): WatchedExplanation => ({
  id: 5,
  askedOn: '2026-07-08',
  answerId: standing === 'asked' ? null : 8,
  changedOn: standing === 'asked' ? null : '2026-07-09',
  status: { standing, replyBy: '2026-07-10', isLate: false },
  ...fields,
});

const wordsOn = (watched: WatchedExplanation, today: string): string[] =>
  listExplanationNotices(watched, today).map(({ kind, to }) => `${kind} → ${to}`);

describe('what is owed about an explanation', () => {
  it.each([
    ['asked', '2026-07-08', ['explanationToGive → head']],
    ['returned', '2026-07-10', ['explanationToGive → head']],
    ['answered', '2026-07-10', ['explanationToDecide → leaderInCharge']],
    ['accepted', '2026-07-10', []],
  ] as const)('%s on %s', (standing, today, owed) => {
    expect(wordsOn(aWatched(standing), today)).toEqual(owed);
  });

  it.each(['answered', 'returned'] as const)(
    'nothing on the day on which it was %s: that was told',
    (standing) => {
      expect(wordsOn(aWatched(standing), '2026-07-09')).toEqual([]);
    },
  );

  it('nothing before it was asked, when the clock went back', () => {
    expect(wordsOn(aWatched('asked'), '2026-07-07')).toEqual([]);
  });

  it('is said once a day: the key names explanation, or answer, and day', () => {
    const keyOn = (watched: WatchedExplanation, today: string) =>
      listExplanationNotices(watched, today)[0]?.key;
    expect(keyOn(aWatched('asked'), '2026-07-08')).toBe('explain:5:2026-07-08');
    expect(keyOn(aWatched('asked'), '2026-07-09')).toBe('explain:5:2026-07-09');
    expect(keyOn(aWatched('answered'), '2026-07-10')).toBe('decideExplanation:8:2026-07-10');
  });
});
