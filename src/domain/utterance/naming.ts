import type { Meaning } from './meaning.ts';
import type { Party } from './parties.ts';
import type { Reading } from './reading.ts';

/** How a person is named: in full where only one of the directory fits, else as typed, with all that fit. */
export function personFields(party: Party | undefined): Pick<Meaning, 'person' | 'people'> {
  if (party === undefined) return {};
  const known = party.people ?? [];
  if (known.length === 1 && known[0] !== undefined) return { person: known[0] };
  return { person: party.name, ...(known.length > 1 && { people: [...known] }) };
}

/** The first person named at or behind a place. */
export function nextPerson(reading: Reading, from = 0): Party | undefined {
  return reading.parties.find(({ kind, start }) => kind === 'person' && start >= from);
}

export const unitsOf = ({ parties }: Reading): Party[] =>
  parties.filter(({ code, kind }) => code !== undefined && kind === 'unit');

/** Between two units of a list: "TĐC, VP và Trung tâm". */
const LISTS = /^\s*(?:,|va|cung|voi|&|\+|\/)\s*(?:phong |p\.? ?)?$/;
const WORKS_WITH_BEFORE =
  /(?:phoi hop(?: thuc hien)?(?: cung| voi)?|cung voi|voi su tham gia cua|cung|don vi phoi hop|ph)\s*(?:la|gom)?\s*:?\s*$/;
const WORKS_WITH_BEHIND =
  /^\s*(?:cung |la |se |lam |tham gia )?(?:don vi )?(?:phoi hop|ho tro|tham gia|ph(?![a-z]))/;

/** Splits the units of an order into who leads and who works with it. */
export function splitUnits(reading: Reading): { lead?: Party; coordinating: Party[] } {
  const groups = groupUnits(reading);
  const { folded } = reading;
  const coordinating = groups.filter(
    (group) =>
      WORKS_WITH_BEFORE.test(folded.slice(0, group[0]?.start)) ||
      WORKS_WITH_BEHIND.test(folded.slice(group.at(-1)?.end)),
  );
  const others = groups.filter((group) => !coordinating.includes(group)).flat();
  const named = others.find(({ end }) =>
    /^\s*(?:lam )?(?:chu tri|dau moi|chiu trach nhiem)/.test(folded.slice(end)),
  );
  const lead = named ?? others[0];
  return { ...(lead && { lead }), coordinating: coordinating.flat() };
}

function groupUnits(reading: Reading): Party[][] {
  const groups: Party[][] = [];
  for (const unit of unitsOf(reading)) {
    const group = groups.at(-1);
    const previous = group?.at(-1);
    if (group && previous && LISTS.test(reading.folded.slice(previous.end, unit.start))) group.push(unit);
    else groups.push([unit]);
  }
  return groups;
}

/** "thay anh Nam bằng chị Mai": the second is the one who takes over. */
export function replacementOf(reading: Reading): Party | undefined {
  const match = /(?:^|[ ,])(?:thay|doi) (?:.* )?(?:bang|sang|thanh|cho) /.exec(reading.folded);
  const from = match === null ? undefined : match.index + match[0].length;
  return from === undefined
    ? undefined
    : reading.parties.find(({ start }) => start >= from && start - from <= 6);
}
