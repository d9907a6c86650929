import type { KnownPerson } from '../../domain/import/import-context.ts';
import { cleanText, foldText } from '../../domain/text.ts';
import { similarity } from './tokens.ts';

export type PersonMatch =
  | { kind: 'one'; person: KnownPerson }
  | { kind: 'several'; people: KnownPerson[] }
  | { kind: 'none'; nearest: KnownPerson | null };

const HONORIFICS = /^(?:(?:đ\/c|đồng chí|ông|bà|anh|chị|cô|chú|em|ths\.?|ts\.?)\s+)+/i;
const LIKE_ENOUGH = 0.6;

/** The names written in a cell of people, without remarks, in order. */
export function listNames(raw: string): string[] {
  return cleanText(raw)
    .replace(/\([^()]*\)/g, ' ')
    .split(/[;,\n]|(?<!đ)\/| - | – |\s(?:và|va)\s/iu)
    .map((name) => name.replace(/^[-–+•*\s]+|[.\s]+$/g, ''))
    .filter((name) => name !== '');
}

/** Names compare without remarks in brackets: "Giám đốc (mẫu)". */
const nameKey = (name: string): string => foldText(name.replace(/\([^()]*\)/g, ' '));

/**
 * The person whom a name or an employee code means. Full names first; then the last words of a name
 * ("đ/c Hạnh") within the preferred unit. People of that unit win over others of the same name.
 */
export function matchPerson(written: string, people: readonly KnownPerson[], unitCode?: string): PersonMatch {
  const found = findPeople(nameKey(written), people, unitCode);
  if (found.length > 0) return toMatch(found, written, people);
  // Only then, for "Ông" is also a family name.
  const bare = written.replace(HONORIFICS, '');
  return toMatch(findPeople(nameKey(bare), people, unitCode), bare, people);
}

function findPeople(
  key: string,
  people: readonly KnownPerson[],
  unitCode: string | undefined,
): KnownPerson[] {
  const inUnit = people.filter((person) => person.unitCode === unitCode);
  const byCode = people.filter((person) => person.code !== undefined && foldText(person.code) === key);
  const full = people.filter((person) => nameKey(person.name) === key);
  const fullInUnit = inUnit.filter((person) => nameKey(person.name) === key);
  const given = inUnit.filter((person) => nameKey(person.name).endsWith(` ${key}`));
  return [byCode, fullInUnit, full, given].find((candidates) => candidates.length > 0) ?? [];
}

function toMatch(
  found: readonly KnownPerson[],
  written: string,
  people: readonly KnownPerson[],
): PersonMatch {
  const [person] = found;
  if (person === undefined) return { kind: 'none', nearest: nearestPerson(written, people) };
  return found.length === 1 ? { kind: 'one', person } : { kind: 'several', people: [...found] };
}

function nearestPerson(written: string, people: readonly KnownPerson[]): KnownPerson | null {
  const ranked = people
    .map((person) => ({ person, likeness: similarity(written, person.name) }))
    .sort((a, b) => b.likeness - a.likeness)[0];
  return ranked !== undefined && ranked.likeness >= LIKE_ENOUGH ? ranked.person : null;
}
