import type { Plan } from '../plan-shape.ts';
import {
  calendarDaysAreUnique,
  workingSaturdaysAreWorked,
  workingSaturdaysReplaceSwaps,
} from './calendar-rules.ts';
import type { Contradiction, PlanRule } from './contradiction.ts';
import {
  indicatorsAreComplete,
  indicatorsHaveTheirInputs,
  keysAreUnique,
  questionsAreUnique,
  reportsHaveTheirDueDay,
} from './list-rules.ts';
import { campaignLengthIsTrue, phaseDaysAreInside, phasesAreInOrder } from './phase-rules.ts';
import { countdownsDescend, laddersAscend, slotsAreNotQuiet } from './policy-rules.ts';
import {
  namedUnitsExist,
  operatingUnitsAreSingle,
  spellingsNameOneUnit,
  unitCodesAreUnique,
} from './unit-rules.ts';

const PLAN_RULES: readonly PlanRule[] = [
  campaignLengthIsTrue,
  unitCodesAreUnique,
  operatingUnitsAreSingle,
  spellingsNameOneUnit,
  namedUnitsExist,
  phasesAreInOrder,
  phaseDaysAreInside,
  keysAreUnique,
  indicatorsAreComplete,
  indicatorsHaveTheirInputs,
  questionsAreUnique,
  reportsHaveTheirDueDay,
  laddersAscend,
  countdownsDescend,
  slotsAreNotQuiet,
  calendarDaysAreUnique,
  workingSaturdaysAreWorked,
  workingSaturdaysReplaceSwaps,
];

/** Every disagreement between the parts of a plan, in the order of the file's sections; empty when it is sound. */
export function findContradictions(plan: Plan): Contradiction[] {
  return PLAN_RULES.flatMap((rule) => rule(plan));
}
