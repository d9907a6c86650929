import { z } from 'zod';
import { keyShape, nonEmptyText, requirementShape, shareShape, unitCodeShape } from './shapes.ts';

/** How many indicators the campaign has: CT-01 … CT-25, each exactly once. */
export const INDICATOR_COUNT = 25;

/** One name for each way of computing an indicator (R18–R42). */
const INDICATOR_FORMULAS = [
  'sixFacetsShare',
  'committedShare',
  'registeredShare',
  'unitListsShare',
  'onTimeRate',
  'overdueTasksCut',
  'enteredCut',
  'freshFocusShare',
  'focusOnScheduleShare',
  'bottlenecksResolvedShare',
  'disbursedShare',
  'completableDoneShare',
  'enteredShare',
  'procedureTimeCut',
  'activeUnitsShare',
  'basisTasksDone',
  'reportsSubmittedShare',
  'briefedShare',
  'ratedUnitsShare',
  'responsibilityCases',
  'appliedInitiativesShare',
  'satisfiedShare',
  'petitionsResolvedShare',
] as const;

/** Kinds of staff, which decide the denominators of headcount indicators (R143). */
const STAFF_KINDS = ['civilServant', 'publicEmployee', 'contractWorker'] as const;

const targetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('atLeast'), value: shareShape }),
  z.strictObject({ kind: z.literal('all'), value: z.literal(1) }),
  z.strictObject({ kind: z.literal('cutBy'), value: shareShape }),
  z.strictObject({ kind: z.literal('done'), value: z.null() }),
  z.strictObject({ kind: z.literal('watch'), value: z.null() }),
]);

/**
 * An indicator of the plan. `scopes` are the levels at which it can be asked for; `headcount` names the staff
 * kinds in the denominator; `basis` the document whose tasks it watches.
 */
export const indicatorSchema = z.strictObject({
  code: z.string().regex(/^CT-\d{2}$/, 'write a code such as CT-05'),
  group: z.int().min(1).max(4),
  name: nonEmptyText,
  text: nonEmptyText,
  requirement: requirementShape,
  target: targetSchema,
  formula: z.enum(INDICATOR_FORMULAS),
  source: z.enum(['automatic', 'entered']),
  scopes: z.array(z.enum(['department', 'unit', 'person'])).min(1),
  cadence: z.enum(['week', 'month', 'quarter', 'year']),
  owner: unitCodeShape,
  needsBaseline: z.boolean(),
  headcount: z.array(z.enum(STAFF_KINDS)).min(1).optional(),
  basis: keyShape.optional(),
});
