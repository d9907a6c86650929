import { asc, eq } from 'drizzle-orm';
import { acceptTask } from '../../src/app/accept-task.ts';
import { askRequest, emptyDraft, type RequestDraft } from '../../src/app/ask-request.ts';
import { decideCompletion } from '../../src/app/decide-completion.ts';
import { decideRequest, grantAtOnce } from '../../src/app/decide-request.ts';
import { findTaskForActor } from '../../src/app/find-task.ts';
import { giveDirective } from '../../src/app/give-directive.ts';
import { readKpi } from '../../src/app/read-kpi.ts';
import { remindTask } from '../../src/app/remind-task.ts';
import { reportProgress } from '../../src/app/report-progress.ts';
import { undoReport } from '../../src/app/undo-report.ts';
import { Refusal, type UseCase } from '../../src/app/use-case.ts';
import { withdrawRequest } from '../../src/app/withdraw-request.ts';
import { loadActor } from '../../src/db/queries/actors.ts';
import { listLeadersInCharge, listMemberships, listUnits } from '../../src/db/queries/directory.ts';
import { readAllTables } from '../../src/db/queries/export.ts';
import { addTasks } from '../../src/db/queries/tasks.ts';
import { auditEntries, coordinatingUnits, tasks } from '../../src/db/schema/index.ts';
import type { Actor } from '../../src/domain/access/access.ts';
import { PERSON_KEYS, type PersonKey } from '../support/department.ts';
import { type ExportedJson, recountExport } from '../support/recount-export.ts';
import { findPersonId } from '../support/set-up-department.ts';
import {
  type AskedKind,
  grant,
  type ModelPerson,
  type ModelRequest,
  type ModelTask,
  RULES,
  type State,
  type Verdict,
} from './task-life-rules.ts';

/** One random act: who, about which task, what, and numbers that decide the rest. */
export interface Act {
  who: number;
  task: number;
  kind: number;
  detail: number;
}

const ACT_KINDS = [
  'view',
  'accept',
  'report',
  'submit',
  'complete',
  'completeWithoutProduct',
  'confirm',
  'giveBack',
  'undo',
  'ask',
  'approve',
  'refuse',
  'withdraw',
  'order',
  'direct',
  'remind',
] as const;
type ActKind = (typeof ACT_KINDS)[number];

/** What makes the rarest ends reachable is tried more often. */
const TRIED: readonly ActKind[] = [
  ...ACT_KINDS,
  ...Array.from({ length: 6 }, () => 'ask' as const),
  ...Array.from({ length: 5 }, () => 'approve' as const),
  ...Array.from({ length: 2 }, () => 'refuse' as const),
  ...Array.from({ length: 4 }, () => 'order' as const),
];

const ASKED_KINDS: readonly AskedKind[] = [
  'extension',
  'reassignment',
  'return',
  'suspension',
  'resumption',
  'cancellation',
];
const ORDERED_KINDS = ['suspension', 'resumption', 'cancellation'] as const;

/** The product and the model did not agree; the message says where. */
export class Disagreement extends Error {
  override name = 'Disagreement';
}

/** Runs a use case in a transaction of its own, a little later each time. */
export type Run = <Result>(work: (useCase: UseCase) => Promise<Result>) => Promise<Result>;

/** How often each act ended how: `confirm ok`, `confirm notAllowed`, … */
export type Tally = Map<string, number>;

/** A department that random people act in, with the model beside it. */
export class TaskLife {
  private readonly people: (ModelPerson & { actor: Actor })[] = [];
  private readonly tasks: ModelTask[] = [];
  private readonly units = new Map<string, number>();
  private newest = 100;

  constructor(
    private readonly run: Run,
    private readonly tally: Tally,
  ) {}

  /** Reads people and tasks of the department as facts; what may be done with them is the model's own word. */
  async begin(): Promise<void> {
    await this.run(async (useCase) => {
      const { tx, today } = useCase;
      const units = await listUnits(tx, today);
      for (const unit of units) this.units.set(unit.code, unit.id);
      const codeOf = (id: number) => units.find((unit) => unit.id === id)?.code ?? '';
      for (const key of PERSON_KEYS) this.people.push(await this.readPerson(useCase, key, codeOf));
      await addUnusualTasks(useCase);
      const rows = await tx.select().from(tasks).orderBy(asc(tasks.id));
      const parts = await tx.select().from(coordinatingUnits);
      for (const row of rows.filter(({ state }) => state === 'issued' || state === 'inProgress')) {
        const doer = this.people.find(({ id }) => id === row.assigneeId) ?? null;
        this.tasks.push({
          id: row.id,
          code: row.code,
          unit: codeOf(row.leadUnitId),
          doer,
          leaderId: row.leaderInChargeId,
          isFocus: row.priority !== 'normal',
          isInternal: row.level === 'unit',
          coordinating: units
            .filter(({ id }) => parts.some(({ taskId, unitId }) => taskId === row.id && unitId === id))
            .map(({ code }) => code),
          dueOn: row.dueOn ?? '',
          state: row.state as State,
          reporter: null,
          lastReport: null,
          requests: [],
          remindedBy: new Set(),
        });
      }
    });
  }

  private async readPerson(useCase: UseCase, key: PersonKey, codeOf: (id: number) => string) {
    const { tx, today } = useCase;
    const id = await findPersonId(useCase, key);
    const [membership] = await listMemberships(tx, today, id);
    const field = (await listLeadersInCharge(tx, today, id)).map(({ unitId }) => codeOf(unitId));
    const actor = await loadActor(tx, id, today);
    if (membership === undefined || actor === null) throw new Error(`${key} has no place`);
    const roles = {
      director: 'director',
      deputyDirector: 'leader',
      head: 'head',
      deputyHead: 'head',
      staff: 'staff',
      monitor: 'staff',
    } as const;
    return {
      id,
      unit: codeOf(membership.unitId),
      role: roles[membership.role],
      isOperator: actor.isOperator,
      field,
      actor,
    };
  }

  /** Does one act in both, and compares what they say and where the task stands then. */
  async act(act: Act): Promise<void> {
    const task = pick(this.tasks, act.task);
    // Every other time somebody whom the task concerns, so that life goes on; else anybody at all.
    const concerned = act.detail % 2 === 0 ? this.concernedBy(task) : [];
    const who = pick(concerned.length > 0 ? concerned : this.people, act.who);
    const kind = pick(TRIED, act.kind);
    const tried = this.prepare(kind, who, task, act.detail);
    if (tried === null) return;
    const found = await this.try(tried.does);
    const key = `${tried.name} ${tried.expected}`;
    this.tally.set(key, (this.tally.get(key) ?? 0) + 1);
    if (found.verdict !== tried.expected) {
      throw new Disagreement(
        `${tried.name} of ${task.code} (${task.state}, ${task.unit}) by ${who.actor.name}: the plan says ${tried.expected}, the product ${found.verdict}`,
      );
    }
    if (found.verdict === 'ok') tried.settles(found.result);
    await this.compare(task);
    if (task.state === 'done' || task.state === 'cancelled') await this.replace(task);
  }

  private concernedBy(task: ModelTask): (ModelPerson & { actor: Actor })[] {
    return this.people.filter(
      ({ id, unit, role, field }) =>
        id === task.doer?.id || (unit === task.unit && role === 'head') || field.includes(task.unit),
    );
  }

  private async try(
    does: (useCase: UseCase) => Promise<unknown>,
  ): Promise<{ verdict: Verdict; result: unknown }> {
    try {
      return { verdict: 'ok', result: await this.run(does) };
    } catch (error) {
      if (error instanceof Refusal) return { verdict: error.reason, result: null };
      throw error;
    }
  }

  private prepare(
    kind: ActKind,
    who: ModelPerson & { actor: Actor },
    task: ModelTask,
    detail: number,
  ): {
    name: string;
    expected: Verdict;
    does: (u: UseCase) => Promise<unknown>;
    settles: (r: unknown) => void;
  } | null {
    const { actor } = who;
    const taskId = task.id;
    const nothing = () => undefined;
    switch (kind) {
      case 'view':
        return {
          name: 'view',
          expected: RULES.view(who, task),
          does: (u) => findTaskForActor(u, actor, task.code, 'view'),
          settles: nothing,
        };
      case 'accept':
        return {
          name: 'accept',
          expected: RULES.accept(who, task),
          does: (u) => acceptTask(u, actor, taskId),
          settles: () => {
            task.state = 'inProgress';
          },
        };
      case 'report':
      case 'submit':
        return this.prepareReport(who, task, kind === 'submit' ? 'submitted' : 'inProgress', detail, true);
      case 'complete':
      case 'completeWithoutProduct':
        return this.prepareReport(who, task, 'reportedDone', 100, kind === 'complete');
      case 'confirm':
      case 'giveBack':
        return {
          name: kind,
          expected: RULES.decideCompletion(who, task),
          does: (u) =>
            decideCompletion(u, actor, {
              taskId,
              decision: kind === 'confirm' ? 'confirm' : 'return',
              reason: 'thiếu phụ lục',
            }),
          settles: () => {
            task.state = kind === 'confirm' ? 'done' : 'inProgress';
            task.reporter = null;
          },
        };
      case 'undo':
        return this.prepareUndo(who, task);
      case 'ask':
        return this.prepareAsk(who, task, detail);
      case 'approve':
      case 'refuse':
      case 'withdraw':
        return this.prepareDecision(kind, who, task, detail);
      case 'order':
        return this.prepareOrder(who, task, detail);
      case 'direct':
        return {
          name: 'direct',
          expected: RULES.direct(who, task),
          does: (u) => giveDirective(u, actor, { taskId, text: 'làm ngay', at: u.now, answersId: null }),
          settles: nothing,
        };
      case 'remind':
        return {
          name: 'remind',
          expected: RULES.remind(
            who,
            task,
            this.people.find(
              ({ unit, role }) => unit === task.unit && (role === 'head' || role === 'director'),
            ),
          ),
          does: (u) => remindTask(u, actor, { taskId, text: null, towards: null }),
          settles: () => {
            task.remindedBy.add(who.id);
          },
        };
    }
  }

  private prepareReport(
    who: ModelPerson & { actor: Actor },
    task: ModelTask,
    status: 'inProgress' | 'submitted' | 'reportedDone',
    percent: number,
    hasProduct: boolean,
  ) {
    const isDone = status === 'reportedDone';
    return {
      name: isDone ? 'complete' : status === 'submitted' ? 'submit' : 'report',
      expected: isDone ? RULES.complete(who, task, hasProduct) : RULES.report(who, task),
      does: (u: UseCase) =>
        reportProgress(u, who.actor, {
          taskId: task.id,
          percent: percent % 101,
          delta: null,
          status,
          note: null,
          product: isDone && hasProduct ? { text: '45/KH-SKHCN', onDay: u.today } : null,
          reportedAt: u.now,
          isConfirmed: true,
        }),
      settles: (result: unknown) => {
        const { report } = result as { report: { id: number } };
        task.lastReport = { id: report.id, by: who, before: task.state, after: status };
        task.state = status;
        task.reporter = isDone ? who : null;
      },
    };
  }

  private prepareUndo(who: ModelPerson & { actor: Actor }, task: ModelTask) {
    const last = task.lastReport;
    if (last === null) return null;
    return {
      name: 'undo',
      expected: RULES.undo(who, task),
      does: (u: UseCase) => undoReport(u, who.actor, last.id),
      settles: () => {
        task.state = last.before;
        task.reporter = null;
        task.lastReport = null;
      },
    };
  }

  private prepareAsk(who: ModelPerson & { actor: Actor }, task: ModelTask, detail: number) {
    const kind = pick(ASKED_KINDS, detail);
    const colleagues = this.people.filter(({ unit, role }) => unit === task.unit && role === 'staff');
    if (kind === 'reassignment' && colleagues.length === 0) return null;
    const toPerson = kind === 'reassignment' ? pick(colleagues, detail >> 3) : null;
    const others = ['CDS', 'QLKH', 'VP'].filter((unit) => unit !== task.unit);
    const toUnit = kind === 'return' ? pick(others, detail >> 3) : null;
    const proposedDay = kind === 'extension' ? laterDay(task.dueOn) : null;
    const draft: RequestDraft = {
      ...emptyDraft(kind, task.id, 'chờ góp ý'),
      previousDueOn: kind === 'extension' ? task.dueOn : null,
      proposedDueOn: proposedDay,
      proposedPersonId: toPerson?.id ?? null,
      proposedUnitId: toUnit === null ? null : (this.units.get(toUnit) ?? null),
    };
    const previousDay = draft.previousDueOn;
    return {
      name: `ask ${kind}`,
      expected: RULES.ask(who, task, kind),
      does: (u: UseCase) => askRequest(u, who.actor, draft, u.now),
      settles: (result: unknown) => {
        const { request } = result as { request: { id: number } };
        task.requests.push({
          id: request.id,
          kind,
          by: who,
          proposedDay,
          previousDay,
          toPerson,
          toUnit,
          isOpen: true,
        });
      },
    };
  }

  private prepareDecision(
    kind: 'approve' | 'refuse' | 'withdraw',
    who: ModelPerson & { actor: Actor },
    task: ModelTask,
    detail: number,
  ) {
    // Mostly what still waits; now and then an old button.
    const open = task.requests.filter(({ isOpen }) => isOpen);
    const request = pick(detail % 5 === 0 || open.length === 0 ? task.requests : open, detail >> 3);
    if (request === undefined) return null;
    const end = (): void => {
      request.isOpen = false;
      if (kind === 'approve') grant(task, request);
    };
    if (kind === 'withdraw') {
      const expected = RULES.withdraw(who, request);
      return {
        name: kind,
        expected,
        does: (u: UseCase) => withdrawRequest(u, who.actor, request.id),
        settles: end,
      };
    }
    return {
      name: `${kind} ${request.kind}`,
      expected: RULES.decide(who, task, request, kind === 'approve'),
      does: (u: UseCase) =>
        decideRequest(
          u,
          who.actor,
          request.id,
          kind === 'approve' ? { verdict: 'approve' } : { verdict: 'refuse', reason: 'giữ hạn' },
        ),
      settles: end,
    };
  }

  private prepareOrder(who: ModelPerson & { actor: Actor }, task: ModelTask, detail: number) {
    const kind = pick(ORDERED_KINDS, detail);
    const ordered: ModelRequest = {
      id: 0,
      kind,
      by: who,
      proposedDay: null,
      previousDay: null,
      toPerson: null,
      toUnit: null,
      isOpen: false,
    };
    return {
      name: `order ${kind}`,
      expected: RULES.order(who, task, kind),
      does: (u: UseCase) => grantAtOnce(u, who.actor, emptyDraft(kind, task.id, 'chờ vốn')),
      settles: () => grant(task, ordered),
    };
  }

  /** One lead, one state, one due day, and never done without a product. */
  private async compare(task: ModelTask): Promise<void> {
    const row = await this.run(async ({ tx }) => {
      const [found] = await tx.select().from(tasks).where(eq(tasks.id, task.id));
      return found;
    });
    const product = { state: row?.state, doer: row?.assigneeId, unit: row?.leadUnitId, dueOn: row?.dueOn };
    const model = {
      state: task.state,
      doer: task.doer?.id ?? null,
      unit: this.units.get(task.unit),
      dueOn: task.dueOn,
    };
    if (JSON.stringify(product) !== JSON.stringify(model))
      throw new Disagreement(
        `${task.code}: the plan ${JSON.stringify(model)}, the product ${JSON.stringify(product)}`,
      );
    const isFinished = task.state === 'done' || task.state === 'reportedDone';
    if (isFinished && (row?.productOn == null || row.productText === null))
      throw new Disagreement(`${task.code} is done without a product`);
  }

  /** A closed task makes room for a new one of the same unit, so that life goes on. */
  private async replace(closed: ModelTask): Promise<void> {
    this.newest += 1;
    const code = `NV${this.newest}`;
    const colleagues = this.people.filter(({ unit, role }) => unit === closed.unit && role === 'staff');
    const doer = colleagues.length > 0 ? pick(colleagues, this.newest) : closed.doer;
    const [added] = await this.run(async ({ tx, now }) => {
      const [row] = await tx.select().from(tasks).where(eq(tasks.id, closed.id));
      if (row === undefined) throw new Error(`${closed.code} is gone`);
      const { id: _, importKey: __, ...kept } = row;
      const fresh = {
        ...kept,
        code,
        state: 'issued' as const,
        productOn: null,
        productText: null,
        quality: null,
      };
      return addTasks(
        tx,
        [{ ...fresh, assigneeId: doer?.id ?? null, leaderInChargeId: null, issuedAt: now }],
        now,
      );
    });
    if (added === undefined) throw new Error('No task was added');
    const place = this.tasks.indexOf(closed);
    this.tasks[place] = {
      ...closed,
      coordinating: [],
      id: added.id,
      code,
      doer,
      leaderId: null,
      dueOn: added.dueOn ?? '',
      state: 'issued',
      reporter: null,
      lastReport: null,
      requests: [],
      remindedBy: new Set(),
    };
  }

  /** What holds of the whole: figures equal a naive recount of the rows, and the audit replays to where tasks stand. */
  async checkWhole(): Promise<void> {
    await this.run(async (useCase) => {
      const tables = JSON.parse(JSON.stringify(await readAllTables(useCase.tx))) as ExportedJson['tables'];
      const { calendar, figures } = useCase.plan;
      const json = { plan: { calendar, figures }, tables } as unknown as ExportedJson;
      const recount = recountExport(json, {
        asOf: useCase.now.toISOString(),
        unitCode: null,
        period: null,
      });
      const kpi = await readKpi(useCase, { scope: { kind: 'all' }, asOf: useCase.now });
      const names = Object.keys(recount) as (keyof typeof recount)[];
      const shown = Object.fromEntries(names.map((name) => [name, kpi.figures[name]]));
      if (JSON.stringify(shown) !== JSON.stringify(recount))
        throw new Disagreement(`Figures ${JSON.stringify(shown)}, recounted ${JSON.stringify(recount)}`);
    });
    await this.replayAudit();
  }

  private async replayAudit(): Promise<void> {
    const states = new Map<number, unknown>();
    const { rows, entries } = await this.run(async ({ tx }) => ({
      rows: await tx.select().from(tasks),
      entries: await tx.select().from(auditEntries).orderBy(asc(auditEntries.id)),
    }));
    for (const { subject, subjectId, after } of entries) {
      const state = (after as { state?: unknown } | null)?.state;
      if (subject === 'task' && subjectId !== null && state !== undefined) states.set(subjectId, state);
    }
    for (const row of rows) {
      const replayed = states.get(row.id);
      if (replayed !== undefined && replayed !== row.state)
        throw new Disagreement(
          `${row.code} stands at ${row.state}, its audit ends at ${JSON.stringify(replayed)}`,
        );
    }
  }
}

/** What the sample lacks: work inside a unit, of the leadership itself, and with another unit. */
async function addUnusualTasks(useCase: UseCase): Promise<void> {
  const { tx, now, today } = useCase;
  const [model] = await tx.select().from(tasks).where(eq(tasks.code, 'NV11'));
  if (model === undefined) throw new Error('The department has no NV11');
  const idOf = async (key: PersonKey) => findPersonId(useCase, key);
  const units = new Map((await listUnits(tx, today)).map(({ code, id }) => [code, id]));
  const { id: _, importKey: __, ...kept } = model;
  const leadership = units.get('BGD') ?? 0;
  const added = await addTasks(
    tx,
    [
      { ...kept, code: 'NV91', level: 'unit', assigneeId: await idOf('thang') },
      {
        ...kept,
        code: 'NV92',
        leadUnitId: leadership,
        assigneeId: await idOf('director'),
        priority: 'focus',
      },
      { ...kept, code: 'NV93', assigneeId: await idOf('deputyBinh') },
    ],
    now,
  );
  const [inside] = added;
  if (inside !== undefined)
    await tx
      .insert(coordinatingUnits)
      .values({ taskId: inside.id, unitId: units.get('QLKH') ?? 0, part: null });
}

const pick = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item;

/** A working week later: Wednesday stays Wednesday, so never a day off of this summer. */
function laterDay(day: string): string {
  const later = new Date(`${day}T00:00:00Z`);
  later.setUTCDate(later.getUTCDate() + 7);
  return later.toISOString().slice(0, 10);
}
