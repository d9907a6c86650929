/** TTHC · giải ngân · dự án · khác (R74). */
export const BOTTLENECK_DOMAINS = ['procedures', 'disbursement', 'projects', 'other'] as const;
export type BottleneckDomain = (typeof BOTTLENECK_DOMAINS)[number];

/** mới · đang xử lý · có chuyển biến · đã tháo gỡ. */
export const BOTTLENECK_STATES = ['new', 'inProgress', 'improving', 'resolved'] as const;
export type BottleneckState = (typeof BOTTLENECK_STATES)[number];

/** A bottleneck is worked on, shows a change, is removed; a change that did not last leads back. */
const MOVES: Record<BottleneckState, readonly BottleneckState[]> = {
  new: ['inProgress'],
  inProgress: ['improving'],
  improving: ['resolved', 'inProgress'],
  resolved: [],
};

/** The states to which a bottleneck can be moved by hand, the one ahead first; none once it is removed. */
export const nextStatesOf = (state: BottleneckState): readonly BottleneckState[] => MOVES[state];

/** Whether a bottleneck of one state can be moved to another. */
export const canMove = (from: BottleneckState, to: BottleneckState): boolean => MOVES[from].includes(to);

/** The code as it is shown: `DN` and at least two digits. */
export const formatBottleneckCode = (number: number): string => `DN${String(number).padStart(2, '0')}`;

/** The number that a typed code means: "DN01", "dn 1", "1"; `null` when it is none. */
export function readBottleneckNumber(typed: string): number | null {
  const match = /^(?:dn)?\s*0*(\d{1,6})$/i.exec(typed.trim());
  return match === null ? null : Number(match[1]);
}
