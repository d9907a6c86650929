import type { UtteranceContext } from '../../../src/domain/utterance/meaning.ts';

/** Wednesday 08/7/2026, a member of staff, no card replied to. */
export const CLOCK: UtteranceContext = { today: '2026-07-08', actor: 'staff', hasAttachment: false };
