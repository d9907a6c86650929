/** TTHC · giải ngân · dự án · khác (R74). */
export const BOTTLENECK_DOMAINS = ['procedures', 'disbursement', 'projects', 'other'] as const;

/** mới · đang xử lý · có chuyển biến · đã tháo gỡ. */
export const BOTTLENECK_STATES = ['new', 'inProgress', 'improving', 'resolved'] as const;
