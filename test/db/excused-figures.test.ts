import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readKpi } from '../../src/app/read-kpi.ts';
import { addAnswer, decideAnswer } from '../../src/db/queries/explanations.ts';
import { changeTask } from '../../src/db/queries/tasks.ts';
import { explanations } from '../../src/db/schema/index.ts';
import type { LatenessCause } from '../../src/domain/task/explanation.ts';
import { type BotWorld, moment, startBotWorld } from '../support/bot-world.ts';
import { readTask } from '../support/rows.ts';
import { findPersonId } from '../support/set-up-department.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

/** P.QLKH has one task done in time and one, NV13, overdue. */
beforeEach(async () => {
  await world.begin();
  await world.moveTo('2026-07-08T14:00');
});

const ratesAt = (at: string) =>
  world.inUseCase(async (useCase) => {
    const { leadUnitId } = await readTask(useCase.tx, 'NV13');
    const scope = { kind: 'unit', unitId: leadUnitId } as const;
    const { figures } = await readKpi(useCase, { scope, asOf: moment(at) });
    return [figures.onTimeRate, figures.onTimeRateAdjusted];
  });

/** What a leader said at a moment of what the head gave as the cause. */
const decideAt = (at: string, confirmedCause: LatenessCause | null) =>
  world.inUseCase(async ({ tx, ...useCase }) => {
    const { id: taskId } = await readTask(tx, 'NV13');
    const [asked] = await tx.select().from(explanations).where(eq(explanations.taskId, taskId));
    const authorId = await findPersonId({ tx, ...useCase }, 'scienceHead');
    const decidedById = await findPersonId({ tx, ...useCase }, 'deputyAn');
    const given = { explanationId: asked?.id ?? 0, authorId, at: moment(at), text: 'chờ Bộ' };
    const { id } = await addAnswer(tx, { ...given, cause: 'objective' });
    await decideAnswer(tx, id, {
      decision: confirmedCause === null ? 'returned' : 'accepted',
      decidedById,
      decidedAt: moment(at),
      decisionReason: null,
      confirmedCause,
    });
  });

describe('The adjusted on-time rate', () => {
  test('leaves out what a leader confirmed as objective, from that moment on and never before', async () => {
    expect(await ratesAt('2026-07-08T16:00')).toEqual([0.5, 0.5]);
    await decideAt('2026-07-08T15:00', 'objective');
    expect(await ratesAt('2026-07-08T14:59')).toEqual([0.5, 0.5]);
    expect(await ratesAt('2026-07-08T15:00')).toEqual([0.5, 1]);
    expect(await ratesAt('2026-07-08T16:00')).toEqual([0.5, 1]);
  });

  test.each(['subjective', 'both', null] as const)('not what is confirmed as %s', async (cause) => {
    await decideAt('2026-07-08T15:00', cause);
    expect(await ratesAt('2026-07-08T16:00')).toEqual([0.5, 0.5]);
  });

  test('counts an excused task once, also when it was returned before', async () => {
    await decideAt('2026-07-08T14:30', null);
    await decideAt('2026-07-08T15:00', 'objective');
    await decideAt('2026-07-08T15:10', 'objective');
    expect(await ratesAt('2026-07-08T16:00')).toEqual([0.5, 1]);
  });

  test('speaks of the due day that was explained, as it stood then', async () => {
    await decideAt('2026-07-08T15:00', 'objective');
    world.setClock('2026-07-08T15:30');
    const { id } = await readTask(world.db, 'NV13');
    await world.inUseCase(({ tx, now }) => changeTask(tx, id, { dueOn: '2026-07-06' }, now));
    expect(await ratesAt('2026-07-08T16:00')).toEqual([0.5, 0.5]);
    expect(await ratesAt('2026-07-08T15:10')).toEqual([0.5, 1]);
  });

  test('stands beside the raw one in /kpi', async () => {
    await decideAt('2026-07-08T15:00', 'objective');
    world.setClock('2026-07-08T16:00');
    const text = await world.as('director').says('/kpi');
    expect(text).toMatch(
      /Đúng hạn hoặc trước hạn: 50%.*\n= 1\/2 việc đến hạn.*\nTrừ việc trễ do khách quan đã xác nhận: 100%/,
    );
    expect(text).toContain('P.QLKH: 50% (trừ khách quan: 100%) · 1');
  });
});
