/** How good a confirmed result is; a mark's place is stored under buttons: add at the end (R83, NĐ 335/2025). */
export const QUALITY_MARKS = ['good', 'satisfactory', 'limited'] as const;
/** tốt · đạt yêu cầu · còn hạn chế. */
export type QualityMark = (typeof QUALITY_MARKS)[number];
