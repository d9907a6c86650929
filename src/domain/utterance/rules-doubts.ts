import { has, hitsOf, type Reading, taskOf } from './reading.ts';
import { meaning, type Rule } from './rule.ts';

const isFigureOfIndicator = (reading: Reading): boolean =>
  taskOf(reading) === undefined && has(reading, 'measure');

/** What cannot be so is asked, never rounded. */
export const DOUBT_RULES: readonly Rule[] = [
  {
    name: 'a day that does not exist',
    read: (reading) =>
      reading.days.some(({ kind }) => kind === 'impossible')
        ? meaning({ intent: 'clarify', reason: 'impossibleDay' })
        : undefined,
  },
  {
    name: 'a percent out of range',
    read: (reading) => {
      const isOut =
        reading.figures.some(({ value, kind }) => kind !== 'target' && Math.abs(value) > 100) ||
        reading.figures.some(({ value, kind }) => kind === 'level' && value < 0);
      return isOut && !isFigureOfIndicator(reading)
        ? meaning({ intent: 'clarify', reason: 'percentOutOfRange' })
        : undefined;
    },
  },
  {
    name: 'a fraction or a day',
    read: (reading) =>
      reading.figures.some(({ kind }) => kind === 'fractionOrDay') && hitsOf(reading, 'extend').length === 0
        ? meaning({ intent: 'clarify', reason: 'fractionOrDay' })
        : undefined,
  },
];
