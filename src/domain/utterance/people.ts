import type { UtteranceContext } from './meaning.ts';
import type { Party } from './parties.ts';
import type { Span } from './spans.ts';
import { agrees, isSameWord, type Spelling, spell } from './spelling.ts';
import { foldInPlace, type TypedText } from './typed-text.ts';

const HONORIFIC =
  /(?<![\p{L}\d])(anh|chị|chi|a|c|cô|co|chú|chu|ông|ong|bà|ba|bác|bac|thầy|thay|đ\/c|dc|đồng chí|dong chi)\.? +(?=(\p{L}+(?![\p{L}\p{N}])(?: +\p{L}{2,}(?![\p{L}\p{N}])){0,3}))/giu;
const LOWER_NAME = /(?<![a-z\d])(?:anh|chi|co|chu|ong|bac|dong chi|a|c) ([a-z]{2,7})(?![a-z])/g;
/** "giao Khoa làm": a known given name with its capital, behind a verb that takes a person. */
const BARE_NAME =
  /(?<![\p{L}\d])(?:em|giao|nhắc|để|cử|cho|chuyển|công|nhờ|hỏi|hối|với|qua|sang|lại) +(\p{Lu}\p{L}+)(?![\p{L}\p{N}])/gu;
const IS_CAPITAL = /^\p{Lu}/u;
/** "chị Hương QLKH": the unit is no part of the name. */
const IS_ABBREVIATION = /^\p{Lu}{2,}$/u;
/** Given names that are everyday words when typed in small letters. */
const AMBIGUOUS = /^(?:ba|tu|nam|hai|sau|bay|tam|chin|thu|yen|an|binh|y|minh|hung|phuc|cuong)$/;

/** What shows that a small letter word is somebody all the same: "giao anh nam", "chi yen lam chinh". */
const IN_ROLE_AFTER =
  /^ (?:lam (?:chinh|thay|giup|tiep)|phu trach|xu ly|theo doi|lo |dam nhan|chu tri|truc thay)/;
const IN_ROLE_BEFORE =
  /(?:^| )(?:giao|giao cho|phan cong|cu|nho|nhac|chuyen|chuyen cho|giao lai cho|hoi|de|thay|bang) $/;

export const asLiteral = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Where a match of a pattern stands. */
export const spanOf = (match: RegExpMatchArray): Span => ({
  start: match.index ?? 0,
  end: (match.index ?? 0) + match[0].length,
});

const asPerson = (name: string, start: number): Party => ({
  kind: 'person',
  name: name.trim(),
  start,
  end: start + name.length,
});

/** After "anh", "chị" …, a capital letter makes a name, so that "chị Mai" is no day and "anh Sáu" no number. */
function findAddressed({ text }: TypedText): Party[] {
  return [...text.matchAll(HONORIFIC)].flatMap((match) => {
    const words = (match[2] ?? '').split(/ +/);
    const end = words.findIndex((word, i) => !IS_CAPITAL.test(word) || (i > 0 && IS_ABBREVIATION.test(word)));
    const named = end < 0 ? words : words.slice(0, end);
    if (named.length === 0 || /^nv/i.test(named[0] ?? '')) return [];
    return [asPerson(match[0] + named.join(' '), match.index)];
  });
}

interface Known {
  name: string;
  words: Spelling[];
  unitCode: string | undefined;
}
interface Directory {
  people: Known[];
  fullNames: RegExp | undefined;
}
type People = NonNullable<UtteranceContext['people']>;
const NOBODY: People = [];
const directories = new WeakMap<People, Directory>();

function directoryOf({ people = NOBODY }: UtteranceContext): Directory {
  const known = directories.get(people);
  if (known !== undefined) return known;
  const names = people.map(({ name }) => asLiteral(foldInPlace(name)));
  const directory: Directory = {
    people: people.map(({ name, unitCode }) => ({ name, unitCode, words: name.split(' ').map(spell) })),
    fullNames:
      names.length === 0 ? undefined : new RegExp(`(?<![a-z\\d])(?:${names.join('|')})(?![a-z\\d])`, 'g'),
  };
  directories.set(people, directory);
  return directory;
}

const isGivenName = (typed: Spelling, { people }: Directory): boolean =>
  people.some(({ words }) => {
    const given = words.at(-1);
    return given !== undefined && agrees(typed, given);
  });

/** Names typed in small letters: known people, and "chị mai gửi rồi", where a day would make no sense. */
function findLowerCaseNames({ text, folded }: TypedText, directory: Directory): Party[] {
  return [...folded.matchAll(LOWER_NAME)].flatMap((match) => {
    const found = spanOf(match);
    const word = match[1] ?? '';
    const typed = spell(text.slice(found.end - word.length, found.end));
    const after = folded.slice(found.end);
    const isDay = word === 'mai' && !/^ (?:xong|gui|nop|lam|hoan thanh)(?: [a-z]+)? roi/.test(after);
    const isVerb = word === 'trinh' && typed.tone !== 0;
    const isKnown = word === 'trinh' || word === 'mai' || isGivenName(typed, directory);
    const isInRole = IN_ROLE_AFTER.test(after) || IN_ROLE_BEFORE.test(folded.slice(0, found.start));
    if (!isKnown || isDay || isVerb || (AMBIGUOUS.test(word) && !isInRole)) return [];
    return [asPerson(text.slice(found.start, found.end), found.start)];
  });
}

function findKnownNames({ text, folded }: TypedText, directory: Directory): Party[] {
  const full = directory.fullNames === undefined ? [] : [...folded.matchAll(directory.fullNames)];
  const bare = [...text.matchAll(BARE_NAME)].filter((match) => isGivenName(spell(match[1] ?? ''), directory));
  return [
    ...full.map((match) => asPerson(text.slice(match.index, match.index + match[0].length), match.index)),
    ...bare.map((match) => asPerson(match[1] ?? '', match.index + match[0].length - (match[1]?.length ?? 0))),
  ];
}

/** Finds people: by full name, behind "anh", "chị" …, or by a known given name. */
export function findPeople(typed: TypedText, context: UtteranceContext): Party[] {
  const directory = directoryOf(context);
  return [
    ...findKnownNames(typed, directory),
    ...findAddressed(typed),
    ...findLowerCaseNames(typed, directory),
  ];
}

const HONORIFICS_BEFORE =
  /^(?:anh|chị|chi|a|c|cô|co|chú|chu|ông|ong|bà|ba|bác|bac|thầy|thay|đ\/c|dc|đồng chí|dong chi)\.? +/i;

/** Full names of the directory that end in what was typed; "An Văn" and "Thanh An" tell two apart. */
function whoMayBe(name: string, unitCode: string | undefined, { people }: Directory): string[] {
  const typed = name.replace(HONORIFICS_BEFORE, '').split(' ').map(spell);
  const fits = people.filter(({ words }) => {
    const tail = words.slice(-typed.length);
    return (
      tail.length === typed.length &&
      tail.every((word, i) => typed[i] !== undefined && agrees(typed[i], word))
    );
  });
  const exact = fits.filter(({ words }) =>
    words.slice(-typed.length).every((word, i) => typed[i] !== undefined && isSameWord(typed[i], word)),
  );
  const likely = exact.length > 0 ? exact : fits;
  const inUnit = likely.filter((person) => person.unitCode === unitCode);
  return (inUnit.length > 0 ? inUnit : likely).map((person) => person.name);
}

/** Adds to each person the names of the directory that fit; a unit right behind narrows them. */
export function tellApart(parties: readonly Party[], context: UtteranceContext): Party[] {
  const directory = directoryOf(context);
  return parties.map((party, i) => {
    if (party.kind !== 'person') return party;
    const next = parties[i + 1];
    const unitCode = next !== undefined && next.start - party.end <= 2 ? next.code : undefined;
    const people = whoMayBe(party.name, unitCode, directory);
    return people.length === 0 ? party : { ...party, people };
  });
}
