import { addAuditEntry } from '../db/queries/audit.ts';
import { addGoLive } from '../db/queries/groups.ts';
import { listOverdueTasks, listTasksDue } from '../db/queries/tasks.ts';
import { type Actor, mayActInOffice } from '../domain/access/access.ts';
import { addWorkingDays } from '../domain/calendar/working-calendar.ts';
import { latestOverdueDay } from '../domain/escalation/owed-notices.ts';
import { nextSlotAt } from '../domain/message/slots.ts';
import { Refusal, type UseCase } from './use-case.ts';

/**
 * "Bắt đầu", for the whole department (`unitId` null) or one unit: from now on the bot starts messages. Pressing it again changes nothing.
 * @throws Refusal `notAllowed`
 * @returns what the first slot will speak of, and when it is
 */
export async function goLive(
  useCase: UseCase,
  actor: Actor,
  unitId: number | null,
): Promise<{ overdue: number; dueSoon: number; firstSlotAt: Date }> {
  if (!mayActInOffice(actor, 'goLive')) throw new Refusal('notAllowed');
  const { tx, now, today, plan, calendar } = useCase;
  if (await addGoLive(tx, { unitId, startedAt: now, byPersonId: actor.personId })) {
    await addAuditEntry(tx, {
      at: now,
      actorId: actor.personId,
      source: useCase.source,
      action: 'goLive',
      subject: unitId === null ? 'campaign' : 'unit',
      subjectId: unitId,
    });
  }
  const horizon = addWorkingDays(calendar, today, Math.max(...plan.reminders.dueSoon.offsets));
  const ofUnit = unitId === null ? {} : { leadUnitId: unitId };
  const dueBy = latestOverdueDay(calendar, today, plan.figures.dueOnDayOff);
  const overdue = await listOverdueTasks(tx, { dueBy, ...ofUnit }, 1);
  const dueSoon = await listTasksDue(tx, { from: today, to: horizon, ...ofUnit }, 1);
  return {
    overdue: overdue.total,
    dueSoon: dueSoon.total,
    firstSlotAt: nextSlotAt(now, plan.reminders, calendar),
  };
}
