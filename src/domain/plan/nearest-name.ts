import { foldText } from '../text.ts';

/** `unknown "cadense"; did you mean "cadence"?`, or the whole choice when nothing is near. */
export function suggestName(what: string, typed: string, known: readonly string[]): string {
  const nearest = nearestName(typed, known);
  const cure = nearest === null ? `known here: ${known.join(', ')}` : `did you mean "${nearest}"?`;
  return `unknown ${what} "${typed}"; ${cure}`;
}

/**
 * The known name that a mistyped one most likely meant, or null when none is near: at most a third of the
 * letters may differ. Case and diacritics do not count.
 */
function nearestName(typed: string, known: readonly string[]): string | null {
  const wanted = foldText(typed);
  const ranked = known
    .map((name) => ({ name, distance: editDistance(wanted, foldText(name)) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  if (best === undefined) return null;
  return best.distance <= Math.ceil(Math.max(wanted.length, best.name.length) / 3) ? best.name : null;
}

/** Levenshtein distance: letters to insert, delete or replace. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [row, letter] of Array.from(a).entries()) {
    const current = [row + 1];
    for (const [column, other] of Array.from(b).entries()) {
      const replaced = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
