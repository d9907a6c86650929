import { listUnits } from '../db/queries/directory.ts';
import type { MessagePayloads } from '../domain/message/messages.ts';
import { isWorkingUnit } from '../domain/organisation/organisation.ts';
import { readKpi } from './read-kpi.ts';
import type { UseCase } from './use-case.ts';

/** Every unit with how much is open and overdue, the one with most overdue first; the same numbers as `/kpi`. */
export async function readUnitBoards(useCase: UseCase): Promise<MessagePayloads['unitBoards']> {
  const { units } = await readKpi(useCase, { scope: { kind: 'all' } });
  const figures = new Map(units.map((unit) => [unit.unitId, unit.figures]));
  const boards = (await listUnits(useCase.tx, useCase.today))
    .filter(({ kind }) => isWorkingUnit(kind))
    .map(({ id, shortName }) => {
      const of = figures.get(id);
      const overdue = of?.overdueOpen ?? 0;
      const open = overdue + (of?.openInTime ?? 0) + (of?.noDeadline ?? 0) + (of?.awaitingConfirmation ?? 0);
      return { unitId: id, name: shortName, open, overdue };
    });
  boards.sort((a, b) => b.overdue - a.overdue || b.open - a.open || a.name.localeCompare(b.name, 'vi'));
  return { on: useCase.today, units: boards };
}
