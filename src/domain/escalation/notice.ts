export const NOTICE_KINDS = [
  'dueSoon',
  'notAccepted',
  'unassigned',
  'overdue',
  'ladder',
  'silent',
  'waitsForConfirmation',
  'requestToDecide',
  'explanationToGive',
  'explanationToDecide',
  'ticketToAnswer',
] as const;
/** Scheduled things to say about one task to one person. */
export type NoticeKind = (typeof NOTICE_KINDS)[number];
