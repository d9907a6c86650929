import fc from 'fast-check';
import { goLive } from '../../src/app/go-live.ts';
import { install } from '../../src/app/install.ts';
import { startUseCase, type UseCase } from '../../src/app/use-case.ts';
import type { Connection } from '../../src/db/client.ts';
import { loadActor } from '../../src/db/queries/actors.ts';
import { clearEverything } from '../../src/db/queries/installation.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { moment } from '../support/bot-world.ts';
import { PERSON_KEYS, TASKS } from '../support/department.ts';
import { bindEverybody, findPersonId, importDepartment } from '../support/set-up-department.ts';
import { type Act, Disagreement, type Tally, TaskLife } from './run-task-life.ts';

const MINUTE = 60_000;
/** How many acts pass between two looks at the whole. */
const WHOLE_EVERY = 250;

const anAct = fc.record<Act>({
  // Without a leaning towards small numbers: everybody and everything is as likely.
  who: fc.noBias(fc.nat({ max: 10_000 })),
  task: fc.noBias(fc.nat({ max: 10_000 })),
  kind: fc.noBias(fc.nat({ max: 10_000 })),
  detail: fc.noBias(fc.nat({ max: 10_000 })),
});

/** What one seed makes random people do. */
const actsOf = (seed: number, count: number): Act[] =>
  fc.sample(fc.array(anAct, { minLength: count, maxLength: count }), { seed, numRuns: 1 })[0] ?? [];

/**
 * Lives one seed in a fresh department: so many acts, each compared with the model.
 * @throws Disagreement with the seed and the number of the act
 */
export async function liveSeed(
  { db }: Connection,
  plan: Plan,
  { seed, acts, tally }: { seed: number; acts: number; tally: Tally },
): Promise<void> {
  let now = moment('2026-07-08T09:00');
  await clearEverything(db);
  await install(db, { mode: 'sandbox', plan, now });
  const run = async <Result>(work: (useCase: UseCase) => Promise<Result>): Promise<Result> => {
    // A second an act: everything happens on one working day, and each act has its own moment.
    now = new Date(now.getTime() + 1000);
    return db.transaction((tx) => work(startUseCase(tx, plan, now, 'chat')));
  };
  await run((useCase) => importDepartment(useCase, TASKS));
  await run((useCase) => bindEverybody(useCase, PERSON_KEYS));
  await run(async (useCase) => {
    const office = await loadActor(useCase.tx, await findPersonId(useCase, 'officeHead'), useCase.today);
    if (office !== null) await goLive(useCase, office, null);
  });
  now = new Date(now.getTime() + MINUTE);
  const life = new TaskLife(run, tally);
  await life.begin();
  let done = 0;
  try {
    for (const act of actsOf(seed, acts)) {
      await life.act(act);
      done += 1;
      if (done % WHOLE_EVERY === 0) await life.checkWhole();
    }
    await life.checkWhole();
  } catch (error) {
    if (!(error instanceof Disagreement)) throw error;
    throw new Disagreement(`seed ${seed}, act ${done + 1}: ${error.message}`);
  }
}
