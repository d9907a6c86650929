import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BOTTLENECK_STATES,
  canMove,
  formatBottleneckCode,
  nextStatesOf,
  readBottleneckNumber,
} from '../../../src/domain/task/bottleneck.ts';

describe('the states of a bottleneck', () => {
  it.each([
    ['new', ['inProgress']],
    ['inProgress', ['improving']],
    ['improving', ['resolved', 'inProgress']],
    ['resolved', []],
  ] as const)('%s leads to %j', (state, next) => {
    expect(nextStatesOf(state)).toEqual(next);
  });

  const anyState = fc.constantFrom(...BOTTLENECK_STATES);

  it('however it is pressed, no step is skipped, the end stays the end and can be reached', () => {
    fc.assert(
      fc.property(fc.array(anyState, { maxLength: 30 }), (presses) => {
        let state: (typeof BOTTLENECK_STATES)[number] = 'new';
        const place = () => BOTTLENECK_STATES.indexOf(state);
        for (const to of presses) {
          const before = state;
          const stood = place();
          if (canMove(state, to)) state = to;
          if (before === 'resolved') expect(state).toBe('resolved');
          expect(place()).toBeLessThanOrEqual(stood + 1);
          expect(state === 'new').toBe(before === 'new' && state === before);
        }
        for (let steps = 0; state !== 'resolved'; steps += 1) {
          expect(steps).toBeLessThan(BOTTLENECK_STATES.length);
          state = nextStatesOf(state)[0] ?? 'new';
        }
      }),
    );
  });
});

describe('the code of a bottleneck', () => {
  it('is read as it is written, for every number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (number) => {
        expect(readBottleneckNumber(formatBottleneckCode(number))).toBe(number);
      }),
    );
  });

  it.each([
    ['DN01', 1],
    ['dn 12', 12],
    [' 3 ', 3],
    ['NV01', null],
    ['DN', null],
    ['DN1x', null],
  ])('“%s” → %s', (typed, number) => {
    expect(readBottleneckNumber(typed)).toBe(number);
  });
});
