import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { keepWhatIsTrue } from '../../src/bot/delivery/still-true.ts';
import { type BotWorld, startBotWorld } from '../support/bot-world.ts';
import { explainingIn } from '../support/explaining.ts';
import { aBrief, anOverdueLine } from '../support/messages.ts';
import { readTask } from '../support/rows.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

const { beginWithOneAsked, explain } = explainingIn(() => world);

describe('What a brief says of explanations is looked at again before it is sent', () => {
  const aBriefOf = async (kind: 'overdue' | 'explanationToGive') => {
    const { id: taskId } = await readTask(world.db, 'NV13');
    const explanation = { waits: 'toGive', replyBy: '2026-07-10' } as const;
    return aBrief([anOverdueLine({ taskId, code: 'NV13', kind, dueOn: '2026-07-03', explanation })]);
  };
  beforeEach(beginWithOneAsked);

  test('what still waits is said', async () => {
    for (const kind of ['overdue', 'explanationToGive'] as const) {
      const brief = await aBriefOf(kind);
      expect(await keepWhatIsTrue(world.db, brief)).toEqual(brief);
    }
  });

  test('what was given meanwhile is not; the task itself is still late', async () => {
    await explain();
    expect(await keepWhatIsTrue(world.db, await aBriefOf('explanationToGive'))).toBeNull();
    const kept = await keepWhatIsTrue(world.db, await aBriefOf('overdue'));
    expect(kept?.kind === 'brief' && kept.payload.lines).toMatchObject([{ code: 'NV13', kind: 'overdue' }]);
    expect(JSON.stringify(kept)).not.toContain('"waits"');
  });
});
