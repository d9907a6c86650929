import { checkDeliveries, type DeliveriesVerdict } from './check-deliveries.ts';
import { checkDigests } from './check-digests.ts';
import { checkHours, type Untimely } from './check-hours.ts';
import { checkReports, type ReportsVerdict } from './check-reports.ts';
import { checkSilence, type OwedTelling } from './check-silence.ts';
import type { Call, Evidence } from './evidence.ts';

export interface Verdict {
  reports: ReportsVerdict;
  deliveries: DeliveriesVerdict;
  tellings: number;
  silent: OwedTelling[];
  digests: { owed: number; missing: string[] };
  untimely: Untimely[];
  dealt: Dealt;
  /** Nothing is lost, doubled without an unknown before it, silent, or out of its hours. */
  holds: boolean;
}

/** What the campaign threw at the product. */
export interface Dealt {
  kills: number;
  killsDuringStart: number;
  outages: number;
  deaths: number;
  redelivered: number;
  shuffledBatches: number;
  tooManyRequests: number;
  serverErrors: number;
  cutBefore: number;
  cutAfter: number;
  hung: number;
}

/** Judges a campaign by what it left behind (product.md §10). @throws when it left nothing to judge */
export function checkCampaign(evidence: Evidence): Verdict {
  const reports = checkReports(evidence);
  const deliveries = checkDeliveries(evidence);
  const { tellings, silent } = checkSilence(evidence);
  const digests = checkDigests(evidence);
  const untimely = checkHours(evidence);
  if (reports.sent === 0 || deliveries.owed === 0 || tellings === 0)
    throw new Error('The campaign left nothing to judge: no report, no message or no overdue task');
  const faults = [
    reports.lost,
    reports.doubled,
    reports.invented,
    reports.unanswered,
    deliveries.lost,
    deliveries.doubledOtherwise,
    silent,
    digests.missing,
    untimely,
  ];
  return {
    reports,
    deliveries,
    tellings,
    silent,
    digests,
    untimely,
    dealt: countDealt(evidence),
    holds: faults.every((found) => found.length === 0),
  };
}

function countDealt({ journal, calls }: Evidence): Dealt {
  const kills = journal.filter((entry) => entry.kind === 'kill');
  const redelivered = journal.filter((entry) => entry.kind === 'redelivered').at(-1);
  const count = (matches: (call: Call) => boolean) => calls.filter(matches).length;
  return {
    kills: kills.length,
    killsDuringStart: kills.filter(({ during }) => during === 'start').length,
    outages: journal.filter(({ kind }) => kind === 'outage').length,
    deaths: journal.filter(({ kind }) => kind === 'died').length,
    redelivered: redelivered?.updates ?? 0,
    shuffledBatches: redelivered?.shuffledBatches ?? 0,
    tooManyRequests: count(({ errorCode }) => errorCode === 429),
    serverErrors: count(({ errorCode = 0 }) => errorCode >= 500),
    cutBefore: count(({ end }) => end === 'cutBefore'),
    cutAfter: count(({ end }) => end === 'cutAfter'),
    hung: count(({ end }) => end === 'hung'),
  };
}
