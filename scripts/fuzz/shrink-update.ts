import { handleNextUpdate } from '../../src/bot/intake/handle-update.ts';
import { updates } from '../../src/db/schema/index.ts';
import type { Json } from './chat-messages.ts';
import type { FuzzWorld } from './fuzz-world.ts';

type Slots = Record<string, unknown>;

const isSlots = (value: unknown): value is Slots => typeof value === 'object' && value !== null;

/** Simpler forms of a value: one place left out, one text halved, one place simplified in turn. */
function* simplerForms(value: unknown): Generator<unknown> {
  if (typeof value === 'string' && value.length > 1) {
    yield value.slice(0, Math.floor(value.length / 2));
    yield value.slice(Math.floor(value.length / 2));
  }
  if (!isSlots(value)) return;
  for (const key of Object.keys(value)) {
    const rest: Slots = Array.isArray(value) ? ([...value] as unknown as Slots) : { ...value };
    if (Array.isArray(rest)) rest.splice(Number(key), 1);
    else delete rest[key];
    yield rest;
  }
  for (const [key, inner] of Object.entries(value)) {
    for (const simpler of simplerForms(inner)) {
      const copy: Slots = Array.isArray(value) ? ([...value] as unknown as Slots) : { ...value };
      copy[key] = simpler;
      yield copy;
    }
  }
}

/** The smallest update that still fails in this world, as far as leaving out and halving lead. */
export async function shrinkUpdate(world: FuzzWorld, failing: Json): Promise<Json> {
  const { update_id: _, ...rest } = failing;
  let smallest: Json = rest;
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false;
    for (const candidate of simplerForms(smallest)) {
      if (!(await fails(world, candidate as Json))) continue;
      smallest = candidate as Json;
      isSmaller = true;
      break;
    }
  }
  return smallest;
}

/** Whether an update fails; whatever it does is done, so that the world goes on from there. */
async function fails(world: FuzzWorld, update: Json): Promise<boolean> {
  await world.db.delete(updates);
  await world.deliver([update]);
  return (await handleNextUpdate(world.workerParts(() => {}))).kind === 'failed';
}
