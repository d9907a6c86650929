import { z } from 'zod';

/** The movable clock. A jump runs every slot on its way; going back is a reset of the whole sandbox. */
export interface SandboxClockControl {
  now(): Date;
  moveTo(instant: Date): Promise<void>;
  nextWorkingMorning(): Date;
  nextMonday(): Date;
  reset(): Promise<void>;
}

const HOUR_MS = 60 * 60 * 1000;

const moveSchema = z.discriminatedUnion('to', [
  z.object({ to: z.enum(['nextHour', 'nextWorkingMorning', 'nextMonday', 'start']) }),
  z.object({ to: z.literal('instant'), instant: z.coerce.date() }),
]);

/** Moves the clock as the page asks. @throws ZodError when the wish is not one of those known. */
export async function moveClock(control: SandboxClockControl, wish: unknown): Promise<void> {
  const move = moveSchema.parse(wish);
  switch (move.to) {
    case 'nextHour':
      return control.moveTo(new Date(control.now().getTime() + HOUR_MS));
    case 'nextWorkingMorning':
      return control.moveTo(control.nextWorkingMorning());
    case 'nextMonday':
      return control.moveTo(control.nextMonday());
    case 'start':
      return control.reset();
    case 'instant':
      return control.moveTo(move.instant);
  }
}
