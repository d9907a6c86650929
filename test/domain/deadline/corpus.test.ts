import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Deadline, DeadlineOptions } from '../../../src/domain/deadline/deadline.ts';
import { readDeadline } from '../../../src/domain/deadline/read-deadline.ts';

type Line = Deadline & { channel: 'document' | 'chat' };

const LINES = readFileSync(new URL('./corpus/wordings.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Line);

const phases = [
  { code: 'GD1', startOn: null, endOn: '2026-06-05' },
  { code: 'GD2', startOn: '2026-06-05', endOn: '2026-12-31' },
  { code: 'GD3', startOn: '2027-01-01', endOn: '2027-03-31' },
];
/** Documents of Monday 01/6/2026, messages of Wednesday 08/7/2026. */
const optionsOf = (channel: Line['channel']): DeadlineOptions => ({
  issuedOn: channel === 'document' ? '2026-06-01' : '2026-07-08',
  channel,
  phases,
});

describe.each(['document', 'chat'] as const)('a wording of the corpus, in a %s', (channel) => {
  const lines = LINES.filter((line) => line.channel === channel);

  it('is one of many', () => expect(lines.length).toBeGreaterThanOrEqual(30));

  it.each(lines.map((line) => [line.wording, line] as const))('"%s" is understood', (wording, line) => {
    const { channel: _, ...expected } = line;
    expect(readDeadline(wording, optionsOf(channel))).toEqual(expected);
  });
});
