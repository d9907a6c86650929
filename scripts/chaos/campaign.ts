import { setTimeout as sleep } from 'node:timers/promises';
import { officeMoment } from './check-calendar.ts';
import { listOwedTellings, listUntold } from './check-silence.ts';
import type { Evidence, Rows } from './evidence.ts';
import { chatsOf, gatherEvidence, readShippedCalendar } from './gather-evidence.ts';
import { killsAt, planItinerary, type Stop } from './itinerary.ts';
import { Operator } from './operator.ts';
import { readRows } from './read-rows.ts';
import { listReports, ReportStream } from './report-stream.ts';
import { setUpCampaign } from './set-up-campaign.ts';
import { moveClock, type Stage } from './stage.ts';
import { countUnanswered, listSaid, listUnfinished } from './watch-chats.ts';

const WORKS_AT_MOST_MS = 4000;
const STARTS_WITHIN_MS = 3000;
/** Of so many kills in a row the second falls to a start, the fourth to the moment of a sending. */
const KINDS_OF_KILL = 5;
const AFTER_SENDING_MS = 200;
const OUTAGE_MS = 5000;
const KILLS_BETWEEN_OUTAGES = 12;
const REPORT_EVERY_MS = 350;
const LOOK_EVERY_MS = 250;
const QUIET_MS = 4000;
/** A call that hangs is given up after a minute, and then tried again within another. */
const MORNING_ENDS_WITHIN_MS = 150_000;
const SETTLES_WITHIN_MS = 240_000;
const RATES = { tooManyRequests: 0.02, serverError: 0.03, cutBefore: 0.02, cutAfter: 0.03, slow: 0.04 };
const HANG_RATE = 0.002;
const MORNING_AT = '07:30';

/** A campaign under way. */
interface Campaign {
  stage: Stage;
  operator: Operator;
  stream: ReportStream;
  /** Rows as they stood before the first kill. */
  before: Rows;
  chats: readonly number[];
}

/** Runs a whole campaign against a product that is installed for it. @returns what it leaves behind */
export async function runCampaign(stage: Stage): Promise<Evidence> {
  const { setUpAt, stops } = planItinerary(stage.isQuick);
  const campaign = await begin(stage, setUpAt);
  for (const [index, stop] of stops.entries()) {
    moveClock(stage, officeMoment(stop.day, stop.time));
    await killRepeatedly(campaign, killsAt(index, stops.length, stage.kills));
    if (index < stops.length - 1) await leave(campaign, stop);
    else await settle(campaign, stop);
  }
  return gatherEvidence(stage, campaign.chats);
}

async function begin(stage: Stage, setUpAt: number): Promise<Campaign> {
  const { installation, server, journal, seed, isQuick } = stage;
  moveClock(stage, setUpAt);
  await setUpCampaign(installation, server, isQuick);
  await installation.stop();
  const before = await readRows(installation);
  server.failRandomly({
    seed,
    // A call that hangs costs a minute, which a quick campaign has not.
    rates: { ...RATES, hangAfter: isQuick ? 0 : HANG_RATE },
    retryAfterSeconds: 2,
    slowMilliseconds: 500,
  });
  const stream = new ReportStream(server, journal);
  stream.start(listReports(before), REPORT_EVERY_MS);
  return { stage, stream, before, operator: new Operator(installation, journal), chats: chatsOf(before) };
}

async function killRepeatedly({ stage, operator }: Campaign, kills: number): Promise<void> {
  const { journal } = stage;
  const countKills = () => journal.entries().filter(({ kind }) => kind === 'kill').length;
  for (let kill = 1; kill <= kills; kill += 1) {
    const outage = goAwayPerhaps(stage);
    await killOnce(stage, operator, (countKills() + 1) % KINDS_OF_KILL);
    await outage;
  }
  stage.say(`${countKills()} kills so far, of at least ${stage.kills}`);
}

async function killOnce({ server, random }: Stage, operator: Operator, kind: number): Promise<void> {
  if (kind === 2) return operator.killAtStart(STARTS_WITHIN_MS, random);
  if (kind !== 4) return operator.killAtWork(WORKS_AT_MOST_MS, random);
  const countSent = () => server.calls().filter(({ messageId }) => messageId !== null).length;
  const sentBefore = countSent();
  return operator.killWhen(() => countSent() > sentBefore, AFTER_SENDING_MS, random);
}

/** Now and then the database goes away, while the product works or starts. */
async function goAwayPerhaps({ database, random, journal, say }: Stage): Promise<void> {
  if (database === null || random() >= 1 / KILLS_BETWEEN_OUTAGES) return;
  await sleep(random() * WORKS_AT_MOST_MS);
  const at = Date.now();
  await database.goAway(OUTAGE_MS);
  journal.add({ kind: 'outage', at, until: Date.now() });
  say('the database was away');
}

/** Ends the process before the clock moves on; a morning that is to be finished is waited for. */
async function leave(campaign: Campaign, stop: Stop): Promise<void> {
  const { stage, operator, stream } = campaign;
  if (stop.time < MORNING_AT) {
    if (stop.isFinished) {
      stream.pause(true);
      await waitUntil(
        campaign,
        MORNING_ENDS_WITHIN_MS,
        () => isMorningOver(campaign, stop) && isQuiet(stage),
      );
      stream.pause(false);
    }
    stage.journal.add({ kind: 'morning', day: stop.day, finished: stop.isFinished });
  }
  await operator.kill();
}

/** Whether the morning came, and everything that it owes arrived. */
function isMorningOver({ stage, before, chats }: Campaign, { day }: Stop): boolean {
  if (stage.clock.now().getTime() < officeMoment(day, MORNING_AT)) return false;
  const owed = listOwedTellings({ rows: before, calendar: readShippedCalendar() }, day);
  return listUntold(owed, listSaid(stage.server, chats)).length === 0;
}

/** No more faults and no more reports: what is still owed arrives, and then the product is stopped. */
async function settle(campaign: Campaign, stop: Stop): Promise<void> {
  const { stage, operator, stream, chats } = campaign;
  const { server, journal } = stage;
  await stream.stop();
  server.stopFailing();
  stage.say('settling');
  const isAllSaid = () => countUnanswered(journal.entries(), listSaid(server, chats)) === 0;
  await waitUntil(
    campaign,
    SETTLES_WITHIN_MS,
    () => isQuiet(stage) && isAllSaid() && isMorningOver(campaign, stop),
  );
  if (stop.time < MORNING_AT) journal.add({ kind: 'morning', day: stop.day, finished: true });
  await operator.stop();
  journal.add({ kind: 'redelivered', ...stage.updates.counts() });
}

/** Whether the bot has said nothing for a while and has nothing left to try again. */
function isQuiet({ server }: Stage): boolean {
  const calls = server.calls();
  const newest = Math.max(0, ...calls.slice(-100).map(({ at }) => Date.parse(at)));
  return Date.now() - newest > QUIET_MS && listUnfinished(calls).length === 0;
}

/** Waits with the product kept up. What did not come in time is the checker's to judge. */
async function waitUntil(
  { operator, stage }: Campaign,
  atMostMs: number,
  isSo: () => boolean,
): Promise<void> {
  const giveUpAt = Date.now() + atMostMs;
  await operator.keepUp();
  const from = Date.now();
  while (!isSo() || Date.now() < from + QUIET_MS) {
    if (Date.now() > giveUpAt) return stage.say(`not within ${atMostMs / 1000} s: judged as it stands`);
    await operator.letWork(LOOK_EVERY_MS);
  }
}
