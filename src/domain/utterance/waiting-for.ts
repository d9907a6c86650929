import { lateGoods } from './others-late.ts';
import { first, hitsOf, type Reading } from './reading.ts';

const MAX_LENGTH = 80;
const EDGES = /^[\s,.;:–-]+|[\s,.;:?–-]+$/g;

/** The rest of the phrase behind a place, as it was typed. */
function restOfPhrase(reading: Reading, from: number): string {
  const rest = reading.text.slice(from).replace(/^[\s:,-]+/, '');
  return (/^[^,;\n?!]*/.exec(rest)?.[0] ?? '').slice(0, MAX_LENGTH).replace(EDGES, '');
}

/** Who or what the task waits for: the words behind "chờ", "vướng", "do" …, else the party that has not acted. */
export function readWaitingFor(reading: Reading): string | undefined {
  const waits = hitsOf(reading, 'wait', 'obstacle');
  const wait =
    waits.find(({ key }) => !key.startsWith('chua') && !key.startsWith('khong')) ?? first(reading, 'cause');
  const said = wait === undefined ? '' : restOfPhrase(reading, wait.end);
  if (said !== '') return said;
  return (
    reading.parties[0]?.name ??
    lateGoods(reading) ??
    (waits[0] === undefined ? undefined : reading.text.slice(waits[0].start, waits[0].end))
  );
}

/** Whose signature or opinion a submitted task waits for. */
export function readSuperior(reading: Reading): string | undefined {
  const party = reading.parties.find(({ kind }) => kind !== 'unit') ?? reading.parties[0];
  if (party !== undefined) return party.name;
  const superior = first(reading, 'superior');
  return superior && reading.text.slice(superior.start, superior.end);
}
