/** A number from 0 up to 1, the same row of them again for the same seed. */
export type Random = () => number;

/** Mulberry32: small, and good enough to choose moments by. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The same things in another order. */
export function shuffle<Thing>(things: readonly Thing[], random: Random): Thing[] {
  const shuffled = [...things];
  for (let i = shuffled.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [shuffled[i], shuffled[j]] = [shuffled[j] as Thing, shuffled[i] as Thing];
  }
  return shuffled;
}
