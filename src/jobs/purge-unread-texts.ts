import type { UseCase } from '../app/use-case.ts';
import { deleteUnreadTexts } from '../db/queries/unread-texts.ts';

const KEPT_DAYS = 90;

/** Deletes texts that were not understood once they are 90 days old. Returns how many. */
export const purgeUnreadTexts = ({ tx, now }: UseCase): Promise<number> =>
  deleteUnreadTexts(tx, new Date(now.getTime() - KEPT_DAYS * 86_400_000));
