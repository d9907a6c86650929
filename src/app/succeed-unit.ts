import { addAuditEntry } from '../db/queries/audit.ts';
import { findUnit, listUnits, type UnitRow } from '../db/queries/directory.ts';
import { addUnit, changeUnit, closeMembership, putInCharge } from '../db/queries/people.ts';
import { replaceMembership } from '../db/queries/people-office.ts';
import { changeTask } from '../db/queries/tasks.ts';
import {
  closeLeaderInCharge,
  closeUnit,
  countSuccession,
  handOverReferences,
  listOpenMemberships,
  lockUnfinishedTasks,
} from '../db/queries/unit-succession.ts';
import { type Actor, mayActInOffice } from '../domain/access/access.ts';
import { addDays } from '../domain/days.ts';
import type { SuccessionCounts } from '../domain/message/people-payloads.ts';
import { foldText } from '../domain/text.ts';
import { Refusal, type UseCase } from './use-case.ts';

/** What becomes of a unit: it gets another name, or goes into another unit. */
export type Succession =
  | { kind: 'rename'; name: string; shortName: string }
  | { kind: 'merge'; intoUnitId: number };

export interface PlannedSuccession {
  unit: UnitRow;
  /** The new name, or that of the receiving unit. */
  to: string;
  counts: SuccessionCounts;
}

/**
 * What a succession would move; nothing is written.
 * @throws Refusal `notAllowed`, `buttonTooOld`, `unitNameTaken`
 */
export async function planSuccession(
  useCase: UseCase,
  actor: Actor,
  unitId: number,
  succession: Succession,
): Promise<PlannedSuccession> {
  if (!mayActInOffice(actor, 'manageUnits')) throw new Refusal('notAllowed');
  const { tx, today } = useCase;
  const open = await listUnits(tx, today);
  const unit = open.find(({ id }) => id === unitId);
  if (unit === undefined) throw new Refusal('buttonTooOld');
  const counts = await countSuccession(tx, unitId);
  if (succession.kind === 'merge') {
    const into = open.find(({ id }) => id === succession.intoUnitId);
    // The leadership and the office are what the rest stands on: they are renamed, never dissolved.
    const isDissolvable = unit.kind !== 'leadership' && unit.kind !== 'office';
    if (into === undefined || into.id === unitId || !isDissolvable) throw new Refusal('buttonTooOld');
    return { unit, to: into.name, counts };
  }
  const wanted = [foldText(succession.name), foldText(succession.shortName)];
  const others = open.filter(({ id }) => id !== unitId);
  if (others.some(({ name, shortName }) => [name, shortName].some((word) => wanted.includes(foldText(word)))))
    throw new Refusal('unitNameTaken');
  return { unit, to: succession.name, counts };
}

/**
 * Renames a unit or merges it into another in one action: open tasks, people and groups move, the past keeps the old
 * name. After a merger nobody of the former unit leads the new one until the office says so.
 * @throws Refusal as `planSuccession`
 */
export async function succeedUnit(
  useCase: UseCase,
  actor: Actor,
  unitId: number,
  succession: Succession,
): Promise<PlannedSuccession> {
  const planned = await planSuccession(useCase, actor, unitId, succession);
  const { tx, today, now, source } = useCase;
  const { unit } = planned;
  const isMerger = succession.kind === 'merge';
  // A code belongs to one open unit: the former one closes before its namesake opens.
  await closeUnit(tx, unit.id, unit.id, today);
  const successorId = isMerger ? succession.intoUnitId : await openRenamed(useCase, unit, succession);
  await closeUnit(tx, unit.id, successorId, today);
  if (isMerger) await rememberNames(useCase, unit, successorId);
  await moveLeader(useCase, unit.id, successorId, isMerger);
  await movePeople(useCase, unit.id, successorId, isMerger);
  await moveTasks(useCase, actor, unit.id, successorId);
  await handOverReferences(tx, unit.id, successorId, now);
  await addAuditEntry(tx, {
    at: now,
    actorId: actor.personId,
    source,
    action: isMerger ? 'mergeUnit' : 'renameUnit',
    subject: 'unit',
    subjectId: unit.id,
    before: { name: unit.name, shortName: unit.shortName },
    after: { successorId, name: planned.to, ...planned.counts },
  });
  return planned;
}

async function openRenamed(
  { tx, today }: UseCase,
  unit: UnitRow,
  { name, shortName }: Extract<Succession, { kind: 'rename' }>,
): Promise<number> {
  const { id: _, closedOn: __, successorId: ___, ...kept } = unit;
  return addUnit(tx, { ...kept, name, shortName, aliases: withNamesOf(kept.aliases, unit), openedOn: today });
}

/** People go on typing the name that they know. */
const withNamesOf = (aliases: readonly string[], former: UnitRow): string[] => [
  ...new Set([...aliases, former.name, former.shortName]),
];

async function rememberNames({ tx }: UseCase, former: UnitRow, successorId: number): Promise<void> {
  const successor = await findUnit(tx, successorId);
  if (successor === undefined) throw new Refusal('buttonTooOld');
  const aliases = withNamesOf([...successor.aliases, ...former.aliases, former.code], former);
  await changeUnit(tx, successorId, { aliases });
}

async function moveLeader(useCase: UseCase, fromId: number, toId: number, isMerger: boolean): Promise<void> {
  const { tx, today } = useCase;
  const personId = await closeLeaderInCharge(tx, fromId, today);
  if (personId === null || isMerger) return;
  await putInCharge(tx, { unitId: toId, personId, fromOn: today, previousToOn: addDays(today, -1) });
}

async function movePeople(useCase: UseCase, fromId: number, toId: number, isMerger: boolean): Promise<void> {
  const { tx, today } = useCase;
  const already = new Set((await listOpenMemberships(tx, toId)).map(({ personId }) => personId));
  for (const row of await listOpenMemberships(tx, fromId)) {
    if (already.has(row.personId)) {
      const yesterday = addDays(today, -1);
      await closeMembership(tx, row.id, yesterday < row.fromOn ? row.fromOn : yesterday);
      continue;
    }
    const isLeading = row.role === 'head' || row.role === 'deputyHead';
    const role = isMerger && isLeading ? 'staff' : row.role;
    const isActing = role === row.role && row.isActing;
    await replaceMembership(tx, row, { unitId: toId, title: row.title, role, isActing, toOn: null }, today);
  }
}

async function moveTasks(useCase: UseCase, actor: Actor, fromId: number, toId: number): Promise<void> {
  const { tx, now, source } = useCase;
  for (const task of await lockUnfinishedTasks(tx, fromId)) {
    await changeTask(tx, task.id, { leadUnitId: toId }, now);
    await addAuditEntry(tx, {
      at: now,
      actorId: actor.personId,
      source,
      action: 'moveTask',
      subject: 'task',
      subjectId: task.id,
      before: { leadUnitId: fromId },
      after: { leadUnitId: toId },
    });
  }
}
