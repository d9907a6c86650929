import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  type DraftStanding,
  defaultedInDraft,
  EMPTY_DRAFT,
  facetToAsk,
  missingInDraft,
  productAsTyped,
  proposeAuthority,
  questionOpenAt,
  type TaskDraft,
  waitFor,
  withTitle,
  withUnit,
} from '../../../src/domain/task/draft.ts';
import { dueOnDay } from '../../../src/domain/task/draft-days.ts';
import { FACETS } from '../../../src/domain/task/facets.ts';

const IN_UNIT: DraftStanding = { hasHead: true, hasLeader: true, proposedAuthority: 'leaderInCharge' };
const NOWHERE: DraftStanding = { hasHead: false, hasLeader: false, proposedAuthority: null };

const WHOLE: TaskDraft = {
  ...EMPTY_DRAFT,
  leadUnitId: 3,
  assigneeId: 7,
  title: 'Rà soát thủ tục hành chính',
  deadline: dueOnDay('2026-07-20'),
  product: { words: 'Báo cáo', measure: null, isDefault: false },
};

describe('a draft lacks', () => {
  it('all six facets while nothing is known', () => {
    expect(missingInDraft(EMPTY_DRAFT, NOWHERE)).toEqual(FACETS);
  });

  it('neither responsibility nor authority once it has a unit: the directory proposes them', () => {
    expect(missingInDraft({ ...EMPTY_DRAFT, leadUnitId: 3 }, IN_UNIT)).toEqual([
      'people',
      'work',
      'time',
      'result',
    ]);
  });

  it('nothing when everything is stated, and marks what nobody stated', () => {
    expect(missingInDraft(WHOLE, IN_UNIT)).toEqual([]);
    expect(defaultedInDraft(WHOLE, IN_UNIT)).toEqual(['responsibility', 'authority']);
    const guessed = { words: 'Kế hoạch', measure: null, isDefault: true };
    expect(defaultedInDraft({ ...WHOLE, authority: 'head', product: guessed }, IN_UNIT)).toEqual([
      'responsibility',
      'result',
    ]);
  });

  it('no day when it repeats', () => {
    const monthly = { ...dueOnDay('2026-07-20'), dueOn: null, cadence: { every: 'month', day: 25 } as const };
    expect(missingInDraft({ ...WHOLE, deadline: monthly }, IN_UNIT)).toEqual([]);
  });

  it('its responsibility where the directory knows no head, and that is not asked of the giver', () => {
    const missing = missingInDraft(WHOLE, { ...IN_UNIT, hasHead: false });
    expect(missing).toEqual(['responsibility']);
    expect(facetToAsk(WHOLE, missing)).toBeNull();
  });
});

describe('it asks', () => {
  it('about the first facet that is missing', () => {
    expect(facetToAsk(EMPTY_DRAFT, ['work', 'time'])).toBe('work');
  });

  it('about what its giver wants to change before that', () => {
    expect(facetToAsk({ ...EMPTY_DRAFT, focus: 'result' }, ['work'])).toBe('result');
  });

  it('for a typed answer during ten minutes', () => {
    const now = new Date('2026-07-08T02:00:00Z');
    const asked = waitFor(EMPTY_DRAFT, 'result', now);
    expect(questionOpenAt(asked, new Date('2026-07-08T02:10:00Z'))).toBe('result');
    expect(questionOpenAt(asked, new Date('2026-07-08T02:10:01Z'))).toBeNull();
    expect(questionOpenAt(EMPTY_DRAFT, now)).toBeNull();
  });
});

describe('a unit', () => {
  it('leaves out whoever was named of another one, and helps itself no more', () => {
    const moved = withUnit({ ...WHOLE, coordinatingUnitIds: [2, 4] }, 4);
    expect(moved).toMatchObject({ leadUnitId: 4, assigneeId: null, coordinatingUnitIds: [2] });
  });

  it('that is named again changes nothing', () => {
    expect(withUnit(WHOLE, 3)).toBe(WHOLE);
  });
});

describe('who decides is proposed', () => {
  const giver = { isDirector: false, isHeadOnly: false, isDirectorInCharge: false };

  test.each([
    ['the director gives', { isDirector: true }, 'director'],
    ['a head gives inside the unit', { isHeadOnly: true }, 'head'],
    ['a leader in charge, or the office for them, gives', {}, 'leaderInCharge'],
    [
      'the office gives to a unit that the director is in charge of',
      { isDirectorInCharge: true },
      'director',
    ],
  ] as const)('%s', (_, fields, level) => {
    expect(proposeAuthority({ ...giver, ...fields })).toBe(level);
  });
});

describe('what is typed', () => {
  test.each([
    ['2 báo cáo', { target: 2, unit: 'báo cáo' }],
    ['01 kế hoạch', { target: 1, unit: 'kế hoạch' }],
    ['Báo cáo tháng 7', null],
    ['0 báo cáo', null],
  ])('as product “%s” gives its measure', (typed, measure) => {
    expect(productAsTyped(typed)).toEqual({ words: typed, measure, isDefault: false });
  });

  it('as title begins with a capital', () => {
    expect(withTitle(EMPTY_DRAFT, 'đánh giá mức độ an toàn').title).toBe('Đánh giá mức độ an toàn');
  });

  it('as title is never lost, however long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 900 }), (typed) => {
        const { title, content } = withTitle(EMPTY_DRAFT, typed);
        expect(Array.from(title ?? '').length).toBeLessThanOrEqual(300);
        expect((content ?? title ?? '').toLowerCase()).toBe(typed.toLowerCase());
      }),
    );
  });
});
