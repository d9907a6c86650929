import { findUnit } from '../db/queries/directory.ts';
import { listOpenForRisk, listOwnerRecords } from '../db/queries/risks.ts';
import { type Actor, mayReadFigures, widestFigureScope } from '../domain/access/access.ts';
import { addDays, dayOf } from '../domain/days.ts';
import type { MessagePayloads } from '../domain/message/messages.ts';
import { compareRisks, findRisks } from '../domain/risk/task-risk.ts';
import { isFocus } from '../domain/task/task.ts';
import { Refusal, type UseCase } from './use-case.ts';

const SHOWN = 12;
/** How far back a person's results say something of them. */
const RECORD_DAYS = 90;

/**
 * The early warning (R77): open tasks in time that may become late, each with its reasons, the gravest first.
 * @param unitId one unit; `null`: the widest that this person may read
 * @throws Refusal `notAllowed`
 */
export async function listRisks(
  useCase: UseCase,
  actor: Actor,
  unitId: number | null,
): Promise<MessagePayloads['riskList']> {
  const { tx, today, calendar, plan } = useCase;
  const widest = widestFigureScope(actor);
  const scope = unitId === null ? widest : ({ kind: 'unit', unitId } as const);
  if (scope.kind === 'person' || !mayReadFigures(actor, scope)) throw new Refusal('notAllowed');
  const records = await listOwnerRecords(tx, addDays(today, -RECORD_DAYS));
  const setting = { on: today, calendar, stale: plan.reminders.stale };
  const rows = await listOpenForRisk(tx, scope.kind === 'unit' ? scope.unitId : undefined);
  const risky = rows.flatMap((row) => {
    const issuedOn = dayOf(row.issuedAt);
    const facts = {
      isFocus: isFocus(row.priority),
      startOn: row.startOn ?? issuedOn,
      dueOn: row.dueOn,
      percent: row.percent ?? 0,
      lastSignOn: row.lastReportAt === null ? issuedOn : dayOf(row.lastReportAt),
      hasOpenBlocker: row.isConfirmed !== null,
      isHeldUp: row.isConfirmed === true,
      owner: records.get(row.assigneeId ?? 0) ?? { finished: 0, late: 0 },
    };
    const reasons = findRisks(facts, setting);
    return reasons.length === 0 ? [] : [{ ...row, ...facts, reasons }];
  });
  const byUnit = new Map<number, { unitId: number; name: string; total: number }>();
  for (const row of risky) {
    const counted = byUnit.get(row.unitId) ?? { unitId: row.unitId, name: row.unit, total: 0 };
    byUnit.set(row.unitId, { ...counted, total: counted.total + 1 });
  }
  const unit = scope.kind === 'unit' ? await findUnit(tx, scope.unitId) : undefined;
  return {
    on: today,
    scopeName: unit?.shortName ?? plan.organisation.shortName,
    total: risky.length,
    units: scope.kind === 'all' ? [...byUnit.values()].sort((a, b) => b.total - a.total) : [],
    mayReadAll: widest.kind === 'all',
    isUnit: scope.kind === 'unit',
    lines: risky
      .sort(compareRisks)
      .slice(0, SHOWN)
      .map(({ id, code, title, unit: name, assignee, dueOn, percent, reasons }) => ({
        taskId: id,
        code,
        title,
        unit: name,
        assignee,
        dueOn,
        percent,
        reasons,
      })),
  };
}
