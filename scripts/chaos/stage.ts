import type { SandboxServer } from '../../src/sandbox/server.ts';
import type { RealInstallation } from '../../test/support/real-installation.ts';
import type { CampaignJournal } from './campaign-journal.ts';
import { officeTime } from './check-calendar.ts';
import type { DatabaseProxy } from './database-proxy.ts';
import type { MovableClock } from './movable-clock.ts';
import type { Random } from './random.ts';
import type { UpdatesProxy } from './updates-proxy.ts';

/** Everything that stands around the product during a campaign. */
export interface Stage {
  installation: RealInstallation;
  server: SandboxServer;
  updates: UpdatesProxy;
  /** None: the embedded database, which does not go away. */
  database: DatabaseProxy | null;
  clock: MovableClock;
  journal: CampaignJournal;
  /** Where the server writes the calls of the bot. */
  callLog: string;
  random: Random;
  seed: number;
  kills: number;
  isQuick: boolean;
  say: (line: string) => void;
}

/** Moves the clock of everybody; the product believes it from its next start on. */
export function moveClock({ clock, installation, journal, say }: Stage, businessAt: number): void {
  clock.moveTo(businessAt);
  installation.setClockAhead(clock.aheadMs());
  journal.add({ kind: 'clockMoved', at: Date.now(), businessAt });
  const { day, time } = officeTime(businessAt);
  say(`the clock stands at ${day} ${time}`);
}
