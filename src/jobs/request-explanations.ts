import type { UseCase } from '../app/use-case.ts';
import { listUnits } from '../db/queries/directory.ts';
import { addExplanations } from '../db/queries/explanations.ts';
import { listGoLives } from '../db/queries/groups.ts';
import { claimSlot } from '../db/queries/notices.ts';
import { latestOverdueDay } from '../domain/escalation/owed-notices.ts';
import { slotAt } from '../domain/message/slots.ts';
import { replyByOf } from '../domain/task/explanation.ts';

/**
 * Asks for an explanation of each task that has passed its due day (R57), in the slots, so that the head hears of it at
 * the moment from which the two working days run. The brief tells it; nothing is said here.
 * @returns how many were asked for
 */
export async function requestExplanations(useCase: UseCase): Promise<number> {
  const { tx, now, today, calendar, plan } = useCase;
  const slot = slotAt(now, plan.reminders, calendar);
  if (slot === null || !(await claimSlot(tx, 'explanations', `${today} ${slot}`, now))) return 0;
  return addExplanations(tx, {
    dueBy: latestOverdueDay(calendar, today, plan.figures.dueOnDayOff),
    unitIds: await listAskedUnits(useCase),
    at: now,
    replyBy: replyByOf(calendar, today),
  });
}

/** The units that have gone live; the leadership has no head who would explain. */
async function listAskedUnits({ tx, today }: UseCase): Promise<number[]> {
  const starts = await listGoLives(tx);
  const units = (await listUnits(tx, today)).filter(({ kind }) => kind !== 'leadership');
  const isLive = (id: number) => starts.some(({ unitId }) => unitId === null || unitId === id);
  return units.map(({ id }) => id).filter(isLive);
}
