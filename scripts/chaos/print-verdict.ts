import { officeTime } from './check-calendar.ts';
import type { Verdict } from './check-campaign.ts';
import type { Repeat } from './check-deliveries.ts';

const MOST_SHOWN = 20;

/** The lines that a campaign ends with: what was sent, lost, doubled and silent, and what was thrown at it. */
export function describeVerdict({ reports, deliveries, ...verdict }: Verdict): string[] {
  const { dealt, digests, silent, untimely } = verdict;
  return [
    `reports   sent ${reports.sent}, recorded once ${reports.recordedOnce}, lost ${reports.lost.length}, ` +
      `doubled ${reports.doubled.length}, invented ${reports.invented.length}, unanswered ${reports.unanswered.length}`,
    `messages  owed ${deliveries.owed}, delivered ${deliveries.delivered}, lost ${deliveries.lost.length}, ` +
      `doubled after an unknown ${deliveries.doubledAfterUnknown}, doubled otherwise ${deliveries.doubledOtherwise.length}`,
    `overdue   owed to assignees and heads ${verdict.tellings}, silent ${silent.length}`,
    `digests   owed ${digests.owed}, missing ${digests.missing.length}`,
    `hours     scheduled out of their slot, or second in it: ${untimely.length}`,
    `thrown    kills ${dealt.kills} (${dealt.killsDuringStart} during a start), database outages ${dealt.outages}, ` +
      `429 ${dealt.tooManyRequests}, 5xx ${dealt.serverErrors}, cut before ${dealt.cutBefore}, ` +
      `cut after ${dealt.cutAfter}, hung ${dealt.hung}, updates again ${dealt.redelivered}, ` +
      `batches shuffled ${dealt.shuffledBatches}; died by itself ${dealt.deaths}`,
    ...listSome('lost report', reports.lost),
    ...listSome('doubled report', reports.doubled),
    ...listSome('invented report', reports.invented),
    ...listSome('unanswered report', reports.unanswered),
    ...listSome('lost message', deliveries.lost),
    ...listSome('doubled otherwise', deliveries.doubledOtherwise.map(describeRepeat)),
    ...listSome(
      'silent',
      silent.map(({ day, chatId, code }) => `${code} on ${day} to ${chatId}`),
    ),
    ...listSome('missing digest', digests.missing),
    ...listSome(
      'untimely',
      untimely.map((one) => `${one.why}: message ${one.messageId} to ${one.chatId} at ${one.businessAt}`),
    ),
    verdict.holds ? 'HOLDS' : 'DOES NOT HOLD',
  ];
}

const describeRepeat = ({ chatId, digest, first, second }: Repeat): string =>
  `${digest} to ${chatId}: message ${first.messageId} at ${moment(first.at)} (${first.end}), ` +
  `again ${second.messageId} at ${moment(second.at)}; business ${officeTime(second.businessAt).time}`;

const moment = (at: number): string => new Date(at).toISOString();

function listSome(name: string, found: readonly string[]): string[] {
  const shown = found.slice(0, MOST_SHOWN).map((one) => `  ${name}: ${one}`);
  const more = found.length - shown.length;
  return more > 0 ? [...shown, `  ${name}: and ${more} more`] : shown;
}
