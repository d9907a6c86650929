import { z } from 'zod';
import { dayShape, keyShape, nonEmptyText, unitCodeShape } from './shapes.ts';

const PHASE_CODES = ['GD1', 'GD2', 'GD3', 'GD4', 'GD5'] as const;

/** What a unit (or `ALL` units) must do, in the plan's own words. */
export const dutySchema = z.strictObject({ unit: unitCodeShape, text: nonEmptyText });

/** A phase of the campaign (R67–R87); `startOn` null means "when the plan is issued". */
export const phaseSchema = z.strictObject({
  code: z.enum(PHASE_CODES),
  name: nonEmptyText,
  startOn: dayShape.nullable(),
  endOn: dayShape,
  tasks: z.array(z.strictObject({ key: keyShape, text: nonEmptyText })),
  duties: z.array(dutySchema),
  milestones: z.array(z.strictObject({ key: keyShape, name: nonEmptyText, dueOn: dayShape })),
});

/** A group of solutions with the actions and the products that the plan demands of it (R88–R95). */
export const solutionSchema = z.strictObject({
  key: keyShape,
  name: nonEmptyText,
  actions: z.array(nonEmptyText).min(1),
  products: z.array(nonEmptyText).min(1),
});
