import { z } from 'zod';
import { dayShape, nonEmptyText } from './shapes.ts';

/** `expected` days follow from the law's rule and wait for the yearly announcement. */
const statusShape = z.enum(['official', 'expected']);

/** The days off that fall on working days, and the Saturdays worked in their place. */
export const calendarSchema = z.strictObject({
  daysOff: z.array(
    z.strictObject({
      on: dayShape,
      name: nonEmptyText,
      kind: z.enum(['holiday', 'compensatory', 'swap']),
      status: statusShape,
    }),
  ),
  workingSaturdays: z.array(z.strictObject({ on: dayShape, replaces: dayShape, status: statusShape })),
});
