import { loadActor } from '../db/queries/actors.ts';
import { addAuditEntry } from '../db/queries/audit.ts';
import { addBlocker, type BlockerRow, listOpenBlockers } from '../db/queries/blockers.ts';
import { findUnitByCode, listUnits, type UnitRow } from '../db/queries/directory.ts';
import type { TaskRow } from '../db/queries/tasks.ts';
import type { Actor } from '../domain/access/access.ts';
import type { MessagePayloads } from '../domain/message/messages.ts';
import type { Directory } from '../domain/organisation/directory.ts';
import { mayConfirmHoldup } from '../domain/task/holdup-rights.ts';
import { foldText } from '../domain/text.ts';
import { lacksMeans, namesSomebody } from '../domain/utterance/holdup-words.ts';
import { loadDirectory } from './load-directory.ts';
import { type ProgressOutcome, reportProgress } from './report-progress.ts';
import { isLive, tellPerson } from './tell.ts';
import type { UseCase } from './use-case.ts';

export interface BlockerInput {
  taskId: number;
  /** 0–100, when one was said with it. */
  percent: number | null;
  /** What stands in the way, in the sender's words. */
  text: string;
  /** Who is waited for, as it was typed. */
  waitingFor: string | null;
  /** The unit of the department that was named, if one was. */
  unitCode: string | null;
  reportedAt: Date;
  /** Whether a figure that lowers what stands was confirmed. */
  isConfirmed: boolean;
}

export interface OpenedBlocker {
  outcome: Extract<ProgressOutcome, { kind: 'recorded' }>;
  blocker: BlockerRow;
  /** False: the same was said before and still stands. */
  isNew: boolean;
  /** A lower figure was said, which its author must confirm before it is recorded. */
  isFigureLeftOut: boolean;
  waitingFor: string | null;
  /** Names of those who are told. */
  told: string[];
}

/** Under which keys the two who are concerned are told of a blocker. */
export const toldKeysOf = (blockerId: number): string[] => [
  `blockerOpened:${blockerId}:waitedFor`,
  `blockerOpened:${blockerId}:head`,
];

/**
 * Records what a task waits for, with the report that says so. Missing money or means wait for the unit that plans
 * them, unless somebody else was named (R62). The head of the unit that is waited for and the head of the unit that
 * waits are told. The same text twice is one blocker.
 * @throws Refusal as `reportProgress` does
 */
export async function openBlocker(
  useCase: UseCase,
  actor: Actor,
  input: BlockerInput,
): Promise<OpenedBlocker> {
  const { outcome, isFigureLeftOut } = await reportBlocked(useCase, actor, input);
  const { task } = outcome;
  const directory = await loadDirectory(useCase.tx, useCase.today);
  const standing = (await listOpenBlockers(useCase.tx, task.id)).find(
    (blocker) => foldText(blocker.text) === foldText(input.text),
  );
  const about = { outcome, isFigureLeftOut };
  if (standing !== undefined) {
    return {
      ...about,
      blocker: standing,
      isNew: false,
      waitingFor: nameWaitedFor(directory, standing),
      told: [],
    };
  }
  const blocker = await addRow(useCase, actor, task, input);
  const told = await tellConcerned(useCase, actor, directory, task, blocker);
  return { ...about, blocker, isNew: true, waitingFor: nameWaitedFor(directory, blocker), told };
}

/** A figure that would lower what stands is left to be confirmed; the obstacle is recorded all the same. */
async function reportBlocked(useCase: UseCase, actor: Actor, input: BlockerInput) {
  const report = (percent: number | null) =>
    reportProgress(useCase, actor, {
      taskId: input.taskId,
      percent,
      delta: null,
      status: 'blocked',
      note: input.text,
      product: null,
      reportedAt: input.reportedAt,
      isConfirmed: input.isConfirmed,
    });
  const first = await report(input.percent);
  const outcome = first.kind === 'recorded' ? first : await report(null);
  if (outcome.kind !== 'recorded') throw new Error('A report without a figure waits for a confirmation');
  return { outcome, isFigureLeftOut: first.kind !== 'recorded' };
}

async function addRow(
  useCase: UseCase,
  actor: Actor,
  task: TaskRow,
  input: BlockerInput,
): Promise<BlockerRow> {
  const isResources = lacksMeans(input.text);
  const named = await findWaitedForUnit(useCase, input, isResources);
  const isOther = named !== undefined && named.id !== task.leadUnitId;
  const blocker = await addBlocker(useCase.tx, {
    taskId: task.id,
    reportedById: actor.personId,
    openedAt: input.reportedAt,
    text: input.text,
    isResources,
    waitingForUnitId: isOther ? named.id : null,
    waitingForText: input.waitingFor,
  });
  await addAuditEntry(useCase.tx, {
    at: useCase.now,
    actorId: actor.personId,
    source: useCase.source,
    action: 'openBlocker',
    subject: 'task',
    subjectId: task.id,
    after: { blockerId: blocker.id, waitingForUnitId: blocker.waitingForUnitId, isResources },
  });
  return blocker;
}

/** The unit that was named; nobody named at all, means are the planning unit's to find. */
async function findWaitedForUnit(
  useCase: UseCase,
  { unitCode, waitingFor }: BlockerInput,
  isResources: boolean,
): Promise<UnitRow | undefined> {
  if (unitCode !== null) return findUnitByCode(useCase.tx, unitCode);
  if (!isResources || (waitingFor !== null && namesSomebody(waitingFor))) return undefined;
  const units = await listUnits(useCase.tx, useCase.today);
  return units.find(({ kind }) => kind === 'planningFinance');
}

/** A unit of the department by its short name, anybody else as it was typed. */
export function nameWaitedFor(directory: Directory, blocker: BlockerRow): string | null {
  const unit = blocker.waitingForUnitId === null ? undefined : directory.unitOf(blocker.waitingForUnitId);
  return unit?.shortName ?? blocker.waitingForText;
}

async function tellConcerned(
  useCase: UseCase,
  actor: Actor,
  directory: Directory,
  task: TaskRow,
  blocker: BlockerRow,
): Promise<string[]> {
  if (!(await isLive(useCase, task.leadUnitId))) return [];
  const waitedFor = blocker.waitingForUnitId === null ? null : directory.headOf(blocker.waitingForUnitId);
  const head = directory.headOf(task.leadUnitId);
  const payload = {
    blockerId: blocker.id,
    taskId: task.id,
    code: task.code,
    title: task.title,
    unit: directory.unitOf(task.leadUnitId)?.shortName ?? '',
    by: actor.name,
    text: blocker.text,
    waitingFor: nameWaitedFor(directory, blocker),
    dueOn: task.dueOn,
  };
  const tell = async (personId: number, to: MessagePayloads['blockerTold']['to']) => {
    const mayConfirm = await mayBeConfirmedBy(useCase, personId, task, blocker);
    await tellPerson(
      useCase,
      { personId, unitId: task.leadUnitId },
      { kind: 'blockerTold', payload: { ...payload, to, mayConfirm } },
      `blockerOpened:${blocker.id}:${to}`,
    );
  };
  const others = [waitedFor, head].filter((id) => id !== null && id !== actor.personId);
  if (waitedFor !== null && waitedFor !== actor.personId) await tell(waitedFor, 'waitedFor');
  if (head !== null && head !== actor.personId && head !== waitedFor) await tell(head, 'head');
  return [...new Set(others)].flatMap((id) => directory.nameOf(id) ?? []);
}

async function mayBeConfirmedBy(
  useCase: UseCase,
  personId: number,
  task: TaskRow,
  { reportedById }: BlockerRow,
): Promise<boolean> {
  const reader = await loadActor(useCase.tx, personId, useCase.today);
  return reader !== null && mayConfirmHoldup(reader, { unitId: task.leadUnitId, reportedById });
}
