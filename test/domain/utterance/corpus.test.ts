import { describe, expect, it } from 'vitest';
import { INTENTS, type Meaning } from '../../../src/domain/utterance/meaning.ts';
import { readUtterance } from '../../../src/domain/utterance/read-utterance.ts';
import { CORPUS, type CorpusLine, contextOf } from './corpus.ts';

/** What is not expected must not be said either. */
const DECIDING = ['task', 'percent', 'status', 'on'] as const;
const asRead = (line: CorpusLine): Meaning => readUtterance(line.text, contextOf(line));

describe('the corpus', () => {
  it('has sentences of every intent', () => {
    const shown = new Set(CORPUS.map(({ expect: { intent } }) => intent));
    expect(INTENTS.filter((intent) => !shown.has(intent))).toEqual([]);
  });

  it('has at least 600 different sentences', () => {
    const keys = CORPUS.map(({ text, reply, replyTo }) => [text, reply, replyTo].join('|'));
    expect(new Set(keys).size).toBeGreaterThanOrEqual(600);
  });
});

describe('a message of the corpus', () => {
  it.each(CORPUS.map((line) => [line.text, line] as const))('"%s" is understood', (_, line) => {
    const read = asRead(line);
    expect(read).toMatchObject(line.expect);
    const unsaid = DECIDING.filter((field) => !(field in line.expect));
    expect(unsaid.filter((field) => field in read)).toEqual([]);
  });
});
