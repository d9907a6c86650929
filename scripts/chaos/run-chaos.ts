import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandboxServer } from '../../src/sandbox/server.ts';
import { type Place, RealInstallation } from '../../test/support/real-installation.ts';
import { runCampaign } from './campaign.ts';
import { CampaignJournal } from './campaign-journal.ts';
import { type ChaosOptions, readChaosOptions } from './chaos-options.ts';
import { checkCampaign } from './check-campaign.ts';
import { DatabaseProxy } from './database-proxy.ts';
import { MovableClock } from './movable-clock.ts';
import { describeVerdict } from './print-verdict.ts';
import { createRandom } from './random.ts';
import type { Stage } from './stage.ts';
import { UpdatesProxy } from './updates-proxy.ts';

const TOKEN = '4242:campaign-token';
const INTERRUPTED = 130;

/** One campaign on one database. @returns whether it holds; where it does not, its evidence is kept */
async function runOn(place: Place, options: ChaosOptions, say: (line: string) => void): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'chaos-'));
  const { stage, close } = await buildStage(place, options, folder, say);
  // The product runs in a process group of its own: whoever breaks off leaves nothing behind.
  const breakOff = () => void close().finally(() => process.exit(INTERRUPTED));
  process.once('SIGINT', breakOff).once('SIGTERM', breakOff);
  try {
    const evidence = await runCampaign(stage);
    await writeFile(join(folder, 'evidence.json'), JSON.stringify(evidence));
    const verdict = checkCampaign(evidence);
    for (const line of describeVerdict(verdict)) say(line);
    if (verdict.holds) await rm(folder, { recursive: true });
    else say(`evidence in ${folder}`);
    return verdict.holds;
  } finally {
    process.off('SIGINT', breakOff).off('SIGTERM', breakOff);
    await close();
  }
}

async function buildStage(
  place: Place,
  { seed, kills, isQuick }: ChaosOptions,
  folder: string,
  say: (line: string) => void,
): Promise<{ stage: Stage; close: () => Promise<void> }> {
  const clock = new MovableClock();
  const random = createRandom(seed);
  const callLog = join(folder, 'calls.jsonl');
  const bot = { token: TOKEN, botName: 'Bot', botUsername: 'campaign_bot' };
  const at = { host: '127.0.0.1', port: 0, dataDir: null };
  const server = await startSandboxServer({ ...at, ...bot, clock, callLog, enforceRateLimits: true });
  const updates = new UpdatesProxy(new URL(server.apiRoot), createRandom(seed + 1));
  const installation = await RealInstallation.create(place, {
    root: await updates.start(),
    server: { token: TOKEN },
  });
  const { settings } = installation;
  const database =
    settings.DATABASE_URL === undefined ? null : new DatabaseProxy(new URL(settings.DATABASE_URL));
  if (database !== null) settings.DATABASE_URL = await database.start();
  const journal = new CampaignJournal(join(folder, 'journal.jsonl'));
  const close = async () => {
    await installation.remove();
    await database?.stop();
    await updates.stop();
    await server.close();
  };
  return {
    stage: {
      installation,
      server,
      updates,
      database,
      clock,
      journal,
      callLog,
      random,
      seed,
      kills,
      isQuick,
      say,
    },
    close,
  };
}

async function main(): Promise<void> {
  const options = readChaosOptions(process.argv.slice(2), process.env);
  const startedAt = Date.now();
  console.log(`seed ${options.seed}, ${options.kills} kills`);
  let holds = true;
  for (const { name, place } of options.places) {
    const say = (line: string) =>
      console.log(`[${name} ${((Date.now() - startedAt) / 1000).toFixed(0)} s] ${line}`);
    holds = (await runOn(place, options, say)) && holds;
  }
  process.exitCode = holds ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
