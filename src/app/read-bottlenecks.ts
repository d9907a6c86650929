import {
  type BottleneckRow,
  countBottlenecks,
  findBottleneckByCode,
  listBottlenecks,
  listBottleneckTasks,
  type NamedBottleneck,
} from '../db/queries/bottlenecks.ts';
import { type Actor, mayReadFigures } from '../domain/access/access.ts';
import type { BottleneckModel } from '../domain/message/bottleneck-payloads.ts';
import type { MessagePayloads } from '../domain/message/messages.ts';
import {
  BOTTLENECK_STATES,
  formatBottleneckCode,
  nextStatesOf,
  readBottleneckNumber,
} from '../domain/task/bottleneck.ts';
import { mayConfirmHoldup, mayMoveBottleneck, mayReadBottleneck } from '../domain/task/holdup-rights.ts';
import { Refusal, type UseCase } from './use-case.ts';

const SHOWN_LINES = 12;
/** More than any department has standing at once. */
const MOST_BOTTLENECKS = 500;

/** A bottleneck as its messages show it. */
function describeBottleneck(useCase: UseCase, named: NamedBottleneck): BottleneckModel {
  const { bottleneck, unit, mustAct, reportedBy } = named;
  const { id, code, title, domain, state, dueOn, confirmedAt } = bottleneck;
  return {
    bottleneckId: id,
    code,
    title,
    domain,
    state,
    unit,
    by: reportedBy,
    mustAct,
    dueOn,
    isLate: state !== 'resolved' && dueOn !== null && dueOn < useCase.today,
    isConfirmed: confirmedAt !== null,
  };
}

/** A bottleneck with its names and tasks. @throws Refusal `buttonTooOld` */
export async function describeOne(useCase: UseCase, id: number) {
  const [named] = await listBottlenecks(useCase.tx, { id }, 1);
  if (named === undefined) throw new Refusal('buttonTooOld');
  return {
    row: named.bottleneck,
    bottleneck: describeBottleneck(useCase, named),
    tasks: await listBottleneckTasks(useCase.tx, id),
  };
}

/** The card of a bottleneck with what this person may do about it. @throws Refusal `buttonTooOld`, `notAllowed` */
export async function readBottleneckCard(
  useCase: UseCase,
  actor: Actor,
  id: number,
): Promise<MessagePayloads['bottleneckCard']> {
  const { row, bottleneck, tasks } = await describeOne(useCase, id);
  if (!mayReadBottleneck(actor, row)) throw new Refusal('notAllowed');
  return { bottleneck, tasks, ...offersFor(actor, row) };
}

function offersFor(actor: Actor, row: BottleneckRow) {
  const isOpen = row.state !== 'resolved';
  return {
    moves: mayMoveBottleneck(actor, row.unitId) ? [...nextStatesOf(row.state)] : [],
    mayConfirm: isOpen && row.confirmedAt === null && mayConfirmHoldup(actor, row),
  };
}

/** The bottleneck of a typed code: "DN01", "dn 1". @throws Refusal `noBottleneck` */
export async function findBottleneckId(useCase: UseCase, typed: string): Promise<number> {
  const number = readBottleneckNumber(typed);
  const found =
    number === null ? undefined : await findBottleneckByCode(useCase.tx, formatBottleneckCode(number));
  if (found === undefined) throw new Refusal('noBottleneck', { code: typed });
  return found.id;
}

/** The bottlenecks that this person may read: counts by state, and those that stand, new ones first. */
export async function listBottlenecksFor(
  useCase: UseCase,
  actor: Actor,
): Promise<MessagePayloads['bottleneckList']> {
  const filter = mayReadFigures(actor, { kind: 'all' }) ? {} : { unitIds: listUnitsOf(actor) };
  const standing = await listBottlenecks(useCase.tx, { ...filter, isOpen: true }, MOST_BOTTLENECKS);
  const lines = standing.map((named) => describeBottleneck(useCase, named));
  const place = ({ state }: BottleneckModel) => BOTTLENECK_STATES.indexOf(state);
  return {
    on: useCase.today,
    counts: await countBottlenecks(useCase.tx, filter.unitIds),
    lines: lines.sort((a, b) => place(a) - place(b)).slice(0, SHOWN_LINES),
    total: lines.length,
  };
}

/** The units in which a person works, answers for somebody, or which they are in charge of. */
function listUnitsOf(actor: Actor): number[] {
  const away = (actor.inPlaceOf ?? []).filter(({ scope }) => scope === 'all').map(({ of }) => of);
  const hands = [actor, ...away];
  return [...new Set(hands.flatMap((hand) => [...hand.roles.map((r) => r.unitId), ...hand.inChargeOf]))];
}
