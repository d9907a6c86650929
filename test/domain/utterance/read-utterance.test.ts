import { describe, expect, it } from 'vitest';
import { readUtterance } from '../../../src/domain/utterance/read-utterance.ts';
import { CLOCK } from './clock.ts';
import { SENTENCES } from './sentences.ts';

describe.each(Object.entries(SENTENCES))('%s', (_, sentences) => {
  it.each(sentences.map((sentence) => [sentence.text, sentence] as const))(
    'understands "%s"',
    (text, { means, context }) => {
      expect(readUtterance(text, { ...CLOCK, ...context })).toMatchObject(means);
    },
  );
});
