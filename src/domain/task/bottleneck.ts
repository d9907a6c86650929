/** TTHC · giải ngân · dự án · khác (R74). */
export const BOTTLENECK_DOMAINS = ['procedures', 'disbursement', 'projects', 'other'] as const;
export type BottleneckDomain = (typeof BOTTLENECK_DOMAINS)[number];

/** mới · đang xử lý · có chuyển biến · đã tháo gỡ. */
export const BOTTLENECK_STATES = ['new', 'inProgress', 'improving', 'resolved'] as const;
export type BottleneckState = (typeof BOTTLENECK_STATES)[number];
