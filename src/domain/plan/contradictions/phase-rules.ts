import { daysBetween } from '../../days.ts';
import type { Contradiction, PlanRule } from './contradiction.ts';

export const campaignLengthIsTrue: PlanRule = ({ campaign }) => {
  const length = daysBetween(campaign.startOn, campaign.endOn) + 1;
  const found: Contradiction[] = [];
  if (length !== campaign.dayCount) {
    const message = `${campaign.startOn} to ${campaign.endOn} is ${length} days, both counted, not ${campaign.dayCount}`;
    found.push({ path: ['campaign', 'dayCount'], message });
  }
  if (campaign.horizonOn < campaign.endOn) {
    found.push({ path: ['campaign', 'horizonOn'], message: `must not be before endOn ${campaign.endOn}` });
  }
  return found;
};

// The plan itself lets GĐ2 start on the last day of GĐ1, so sharing that one day is allowed.
export const phasesAreInOrder: PlanRule = ({ phases }) =>
  phases.flatMap((phase, index) => {
    const before = phases[index - 1];
    if (before === undefined) return [];
    if (phase.code <= before.code) {
      const message = `${phase.code} must stand before ${before.code}, and only once`;
      return [{ path: ['phases', index, 'code'], message }];
    }
    if ((phase.startOn ?? phase.endOn) >= before.endOn) return [];
    const message = `must not be before the last day of ${before.code}, ${before.endOn}`;
    return [{ path: ['phases', index, 'startOn'], message }];
  });

export const phaseDaysAreInside: PlanRule = ({ phases }) =>
  phases.flatMap((phase, index) => {
    const found: Contradiction[] = [];
    if (phase.startOn !== null && phase.startOn > phase.endOn) {
      found.push({
        path: ['phases', index, 'endOn'],
        message: `must not be before startOn ${phase.startOn}`,
      });
    }
    phase.milestones.forEach(({ dueOn }, place) => {
      if (dueOn <= phase.endOn && dueOn >= (phase.startOn ?? dueOn)) return;
      const message = `${dueOn} is outside ${phase.code}; change the day, or move the milestone to its phase`;
      found.push({ path: ['phases', index, 'milestones', place, 'dueOn'], message });
    });
    return found;
  });
