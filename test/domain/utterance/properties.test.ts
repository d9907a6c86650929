import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../src/domain/text.ts';
import { INTENTS, type UtteranceContext } from '../../../src/domain/utterance/meaning.ts';
import { readUtterance } from '../../../src/domain/utterance/read-utterance.ts';
import { CLOCK } from './clock.ts';
import { SENTENCES } from './sentences.ts';

const ON_CARD: UtteranceContext = { ...CLOCK, replyTask: 'NV12', replyTo: 'task' };
const all = Object.values(SENTENCES).flat();
const contextOf = (context: Partial<UtteranceContext> | undefined): UtteranceContext => ({
  ...CLOCK,
  ...context,
});
const sentence = fc.constantFrom(...all);
const completion = fc.constantFrom(
  ...all.filter(({ means }) => means.intent === 'report_done' && means.status === 'reportedDone'),
);

const DONE = new Set(['done', 'reportedDone', 'basicallyDone']);
const claimsDone = (text: string, context: UtteranceContext): boolean => {
  const { status, updates = [] } = readUtterance(text, context);
  return [status, ...updates.map((update) => update.status)].some(
    (claimed) => claimed !== undefined && DONE.has(claimed),
  );
};

/** What a message comes to, without the words that are quoted from it. */
const essence = (text: string, context: UtteranceContext) => {
  const { intent, task, percent, delta, status, on, updates } = readUtterance(text, context);
  return {
    intent,
    task,
    percent,
    delta,
    status,
    on,
    updates: updates?.map((u) => [u.task, u.percent, u.status]),
  };
};

describe('whatever is typed', () => {
  it('has a meaning and throws nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.boolean(), (text, isReply) => {
        expect(INTENTS).toContain(readUtterance(text, isReply ? ON_CARD : CLOCK).intent);
      }),
      { numRuns: 500 },
    );
  });

  it('made of our own words in any order, has a meaning and keeps percents between 0 and 100', () => {
    const words = [...new Set(all.flatMap(({ text }) => text.split(/\s+/)))];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 12 }), (picked) => {
        const { intent, percent = 0 } = readUtterance(picked.join(' '), ON_CARD);
        expect(INTENTS).toContain(intent);
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(percent).toBeLessThanOrEqual(100);
      }),
      { numRuns: 1000 },
    );
  });

  it('means the same composed and decomposed', () => {
    fc.assert(
      fc.property(sentence, ({ text, context }) => {
        expect(readUtterance(text.normalize('NFD'), contextOf(context))).toEqual(
          readUtterance(text.normalize('NFC'), contextOf(context)),
        );
      }),
    );
  });

  it('means the same with politeness added', () => {
    fc.assert(
      fc.property(
        sentence,
        fc.constantFrom(' ạ', ' nha', ' nhé', ' rồi đó', ' nghen anh', ' ạ 👍'),
        ({ text, context }, closer) => {
          expect(essence(text + closer, contextOf(context))).toEqual(essence(text, contextOf(context)));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a completion', () => {
  it('is none once "chưa" stands before it', () => {
    fc.assert(
      fc.property(
        completion,
        fc.constantFrom('chưa ', 'chua ', 'vẫn chưa ', 'chưa '.normalize('NFD')),
        ({ text, context }, notYet) => {
          expect(claimsDone(notYet + text, contextOf(context))).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is none when it is asked', () => {
    fc.assert(
      fc.property(completion, ({ text, context }) => {
        expect(claimsDone(`${text}?`, contextOf(context))).toBe(false);
        expect(claimsDone(`${text} chưa anh?`, contextOf(context))).toBe(false);
      }),
    );
  });

  it('is none when it is wished, planned or made a condition', () => {
    fc.assert(
      fc.property(
        completion,
        fc.constantFrom('dự kiến ', 'sẽ ', 'khi nào ', 'nếu ', 'nghe nói '),
        ({ text, context }, before) => {
          expect(claimsDone(before + text, contextOf(context))).toBe(false);
        },
      ),
    );
  });
});

describe('text without diacritics', () => {
  // Without marks "mai", "cho", "dang ky" and the like have several readings; the kinds below have one.
  const kinds = [
    'codes and figures',
    'completions',
    'still on it',
    'handed up or sent round',
    'days ahead',
    'several tasks',
  ];
  const hasName = (text: string): boolean => /(?:anh|chị) \p{Lu}/u.test(text);
  const plain = kinds.flatMap((kind) => SENTENCES[kind] ?? []).filter(({ text }) => !hasName(text));
  it.each(plain.map(({ text, context }) => [text, context] as const))(
    '"%s" means the same',
    (text, context) => {
      expect(essence(foldText(text), contextOf(context))).toEqual(essence(text, contextOf(context)));
    },
  );
});
