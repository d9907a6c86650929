/** Why a task is late (R57, R80): khách quan · chủ quan · cả hai. */
export const LATENESS_CAUSES = ['objective', 'subjective', 'both'] as const;
export type LatenessCause = (typeof LATENESS_CAUSES)[number];
