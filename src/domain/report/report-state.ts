/** How a report stands (R102); "chưa nộp" is a report that nobody began. */
export const REPORT_STATES = ['draft', 'submitted', 'returned', 'consolidated'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** Its unit still works on it. */
export const isInHand = (state: ReportState): boolean => state === 'draft' || state === 'returned';
