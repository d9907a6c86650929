/** What can be asked to be changed about a task: its due day, its unit, its person, or who stands in for a while. */
export const REQUEST_KINDS = ['extension', 'return', 'reassignment', 'substitution'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** `withdrawn`: taken back by whoever asked, before anybody decided. */
export const REQUEST_STATES = ['open', 'approved', 'refused', 'withdrawn'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];
