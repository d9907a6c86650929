import { listGoLives } from '../db/queries/groups.ts';
import { enqueueMessage, PRIORITY } from '../db/queries/outbox.ts';
import type { Message } from '../domain/message/messages.ts';
import { momentForEvent } from '../domain/message/quiet-hours.ts';
import type { UseCase } from './use-case.ts';

/**
 * Tells a person what somebody did about a task of a unit: at once in working hours, else with the next slot. Nothing
 * is told before the unit has gone live.
 */
export async function tellPerson(
  useCase: UseCase,
  to: { personId: number; unitId: number },
  message: Message,
  dedupeKey: string,
): Promise<void> {
  if (!(await isLive(useCase, to.unitId))) return;
  await enqueueMessage(useCase.tx, {
    message,
    to: { personId: to.personId },
    priority: PRIORITY.event,
    now: useCase.now,
    notBefore: momentForEvent(useCase.now, useCase.plan.reminders, useCase.calendar),
    dedupeKey,
  });
}

/** Whether "Bắt đầu" was pressed for the unit or for the whole department. */
export async function isLive(useCase: UseCase, unitId: number): Promise<boolean> {
  const starts = await listGoLives(useCase.tx);
  return starts.some((start) => start.unitId === null || start.unitId === unitId);
}
