import type { KnownUnit } from '../../domain/import/import-context.ts';
import { cleanText, foldText } from '../../domain/text.ts';
import { similarity, type Token, tokenise } from './tokens.ts';

/** A unit or an unknown body named in a cell, with the remark in brackets after it ("chủ trì", a person). */
export interface NamedBody {
  unitCode: string | null;
  /** As written, without the remark. */
  text: string;
  remark: string | null;
}

/** What a cell of units says, in the order written. */
export interface UnitList {
  /** "Các phòng, đơn vị" as written, when everybody is meant. */
  allUnits: string | null;
  bodies: NamedBody[];
}

interface UnitName {
  code: string;
  words: readonly string[];
}

/** "Các phòng, đơn vị (thuộc Sở, liên quan)": everybody; its commas and "và" separate nothing. */
const ALL_UNITS =
  /(?:^|[;\n]|, ?)\s*(?:tat ca |toan the )?cac (?:phong|don vi|trung tam)(?: (?:chuyen mon|nghiep vu))*(?:\s*(?:,|;|va|-)\s*(?:cac )?(?:phong|don vi|trung tam)(?: truc thuoc)?)*(?: (?:thuoc|truc thuoc|cua|trong)(?: so)?| (?:co )?lien quan| so| khac)*(?=\s*(?:$|[;,\n.]))/;
/** Not inside brackets (a closing one comes before any opening one), nor the stroke of “đ/c”. */
const SEPARATORS = /(?:[;,\n]|(?<!đ)\/)(?![^()]*\))/iu;
const SPACED_DASH = /\s[-–+&]\s/;
const JOINING_WORDS = new Set(['va', 'voi', 'cung']);
const LEADING_WORDS =
  /^\s*(?:(?:chủ trì|phối hợp|đơn vị chủ trì|đơn vị phối hợp|cơ quan phối hợp)\s*:|[-–+•*]|\d+[.)])\s*/i;

/** One directory is read against thousands of cells. */
const namesOf = new WeakMap<readonly KnownUnit[], UnitName[]>();

/** The list of names by which units are recognised, longest first so that a short name never cuts a long one. */
function listUnitNames(units: readonly KnownUnit[]): UnitName[] {
  const known = namesOf.get(units);
  if (known !== undefined) return known;
  const names = units
    .flatMap((unit) => unitSpellings(unit).map((name) => ({ code: unit.code, words: wordsOf(name) })))
    .filter((name) => name.words.length > 0)
    .sort((a, b) => b.words.length - a.words.length);
  namesOf.set(units, names);
  return names;
}

function unitSpellings(unit: KnownUnit): string[] {
  const given = [
    unit.name,
    unit.code,
    ...(unit.shortName === undefined ? [] : [unit.shortName]),
    ...unit.aliases,
  ];
  const prefixes = unit.kind === 'center' ? ['trung tâm', 'tt'] : ['phòng', 'p'];
  const isRoom = unit.kind === 'department' || unit.kind === 'planningFinance' || unit.kind === 'center';
  if (!isRoom) return given;
  const bare = given.map((name) => name.replace(/^(phòng|trung tâm|p\.|tt\.?)\s+/iu, ''));
  // A centre's bare name ("Khoa học và Công nghệ") is also the name of the Sở and the ministry: never alone.
  const alone = unit.kind === 'center' ? [] : bare;
  return [...given, ...alone, ...bare.flatMap((name) => prefixes.map((prefix) => `${prefix} ${name}`))];
}

const wordsOf = (text: string): string[] => tokenise(cleanText(text)).map((token) => token.word);

/** The units and outside bodies named in a cell such as "P.KHTC; Văn phòng và Sở Tài chính (nếu cần)". */
export function readUnitList(raw: string, units: readonly KnownUnit[]): UnitList {
  const names = listUnitNames(units);
  const { text, allUnits } = cutAllUnits(cleanText(raw));
  const bodies = splitOutsideBrackets(text).flatMap((piece) => readPiece(piece, names));
  return { allUnits, bodies: joinEnumerations(bodies) };
}

/** "UBND các xã, phường": a small letter after the comma goes on with the body before it. */
function joinEnumerations(bodies: readonly NamedBody[]): NamedBody[] {
  const joined: NamedBody[] = [];
  for (const body of bodies) {
    const last = joined.at(-1);
    const goesOn = body.unitCode === null && /^\p{Ll}/u.test(body.text) && last?.unitCode === null;
    if (goesOn)
      joined[joined.length - 1] = { ...last, text: `${last.text}, ${body.text}`, remark: body.remark };
    else joined.push(body);
  }
  return joined;
}

function cutAllUnits(text: string): { text: string; allUnits: string | null } {
  const match = ALL_UNITS.exec(foldInPlace(text));
  if (match === null) return { text, allUnits: null };
  const end = match.index + match[0].length;
  const written = text.slice(match.index, end).replace(/^[;,\s]+/, '');
  return { text: `${text.slice(0, match.index)};${text.slice(end)}`, allUnits: written.trim() };
}

/** Folds letter by letter, so that places in the result are places in the text. */
function foldInPlace(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const folded = foldText(text.charAt(at));
    return folded.length === 1 ? folded : text.charAt(at);
  }).join('');
}

function splitOutsideBrackets(text: string): string[] {
  return text
    .split(SEPARATORS)
    .map((piece) => piece.replace(LEADING_WORDS, '').trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}

/** One piece may still join bodies by "và", which also stands inside names: the longest known name wins. */
function readPiece(piece: string, names: readonly UnitName[]): NamedBody[] {
  const remark = /\(([^()]*)\)\s*\.?$/.exec(piece)?.[1]?.trim() ?? null;
  const text = piece.replace(/\s*\([^()]*\)/g, '').trim();
  if (text === '') return [];
  const bodies = splitJoined(text, tokenise(text), names);
  return bodies.map((body, at) => ({ ...body, remark: at === bodies.length - 1 ? remark : null }));
}

function splitJoined(text: string, tokens: readonly Token[], names: readonly UnitName[]): NamedBody[] {
  const bodies: NamedBody[] = [];
  let unknownFrom: number | null = null;
  let at = 0;
  while (at < tokens.length) {
    const name = startsName(text, tokens, at)
      ? names.find((known) => matchesAt(known, text, tokens, at))
      : undefined;
    if (name === undefined) {
      unknownFrom ??= at;
      at += 1;
      continue;
    }
    if (unknownFrom !== null) bodies.push(unknownBody(text, tokens, unknownFrom, at - 1));
    unknownFrom = null;
    const end = at + name.words.length;
    bodies.push({ unitCode: name.code, text: sliceTokens(text, tokens, at, end), remark: null });
    at = JOINING_WORDS.has(tokens[end]?.word ?? '') ? end + 1 : end;
  }
  if (unknownFrom !== null) bodies.push(unknownBody(text, tokens, unknownFrom, tokens.length));
  return bodies;
}

function startsName(text: string, tokens: readonly Token[], at: number): boolean {
  return at === 0 || JOINING_WORDS.has(tokens[at - 1]?.word ?? '') || isAfterDash(text, tokens, at);
}

/** "Văn phòng" is not meant by "Văn phòng UBND thành phố": a name ends where the piece ends or a joining word stands. */
function matchesAt(name: UnitName, text: string, tokens: readonly Token[], at: number): boolean {
  const isSame = name.words.every((word, offset) => tokens[at + offset]?.word === word);
  const end = at + name.words.length;
  const after = tokens[end]?.word;
  return isSame && (after === undefined || JOINING_WORDS.has(after) || isAfterDash(text, tokens, end));
}

const isAfterDash = (text: string, tokens: readonly Token[], at: number): boolean =>
  SPACED_DASH.test(text.slice(tokens[at - 1]?.to ?? 0, tokens[at]?.from ?? 0));

function unknownBody(text: string, tokens: readonly Token[], from: number, end: number): NamedBody {
  return { unitCode: null, text: sliceTokens(text, tokens, from, Math.max(end, from + 1)), remark: null };
}

function sliceTokens(text: string, tokens: readonly Token[], from: number, end: number): string {
  return text.slice(tokens[from]?.from ?? 0, tokens[end - 1]?.to ?? text.length);
}

const LIKE_ENOUGH = 0.4;

/** The known unit whose name looks most like what was written, with how alike they are (0–1); none when none does. */
export function nearestUnit(
  written: string,
  units: readonly KnownUnit[],
): { unit: KnownUnit; likeness: number } | null {
  const ranked = units
    .map((unit) => ({
      unit,
      likeness: Math.max(...unitSpellings(unit).map((name) => similarity(written, name))),
    }))
    .sort((a, b) => b.likeness - a.likeness);
  const [best] = ranked;
  return best !== undefined && best.likeness >= LIKE_ENOUGH ? best : null;
}
