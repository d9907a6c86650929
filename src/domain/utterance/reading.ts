import type { Day } from '../days.ts';
import { type CodeMention, findCodes } from './codes.ts';
import { type DayMention, findDays } from './dates.ts';
import { type DocumentMention, findDocuments } from './documents.ts';
import { type Figure, findBareFigures, findFigures } from './figures.ts';
import type { Tag } from './lexicon.ts';
import type { UtteranceContext } from './meaning.ts';
import { findParties, type Party } from './parties.ts';
import { blankOut, overlaps, type Span } from './spans.ts';
import { spell } from './spelling.ts';
import { type Hit, tagPhrases, type Word } from './tagger.ts';
import type { TypedText } from './typed-text.ts';

/** A text with everything found in it; what the rules look at. */
export interface Reading extends TypedText {
  context: UtteranceContext;
  words: readonly Word[];
  hits: readonly Hit[];
  codes: readonly CodeMention[];
  figures: readonly Figure[];
  days: readonly DayMention[];
  documents: readonly DocumentMention[];
  parties: readonly Party[];
}

const TIME = /(?<![a-z\d])\d{1,2}(?:h\d{0,2}|:\d{2}| gio(?: ruoi| \d{1,2})?)(?![a-z\d])/g;
const WORD_OR_BREAK = /[\p{L}\p{N}]+|[,;.!?\n()–—]/gu;

function findTimes(folded: string): Span[] {
  return [...folded.matchAll(TIME)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function splitWords(text: string, taken: readonly Span[]): Word[] {
  const words: Word[] = [];
  let phrase = 0;
  for (const match of text.matchAll(WORD_OR_BREAK)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const isTaken = taken.some((other) => overlaps(span, other));
    if (/^[\p{L}\p{N}]/u.test(match[0])) words.push({ ...spell(match[0]), ...span, phrase, isTaken });
    else if (!isTaken) phrase++;
  }
  return words;
}

const GIVING = ['send', 'submit', 'transfer', 'give', 'outcome', 'product', 'consult', 'step'] as const;

/** Without marks "cho" may be "chờ"; after a verb of giving ("gui bao cao cho so") it is not. */
function dropFalseWaits(hits: readonly Hit[], parties: readonly Party[]): Hit[] {
  return hits.map((hit, i) => {
    if (hit.key !== 'cho' || !hit.tags.includes('wait')) return hit;
    const earlier = hits.slice(0, i).filter((other) => other.phrase === hit.phrase);
    const isAfterParty = parties.some((party) => party.end <= hit.start && hit.start - party.end <= 1);
    const isGiving = earlier.some((other) => GIVING.some((tag) => other.tags.includes(tag)));
    return isGiving && !isAfterParty ? { ...hit, tags: hit.tags.filter((tag) => tag !== 'wait') } : hit;
  });
}

/** On a card, "mục 3" is a part of that task, not row 3 of the giving document. */
const isRowOfTask = (code: string, folded: string, { replyTask }: UtteranceContext): boolean =>
  replyTask !== undefined && code.startsWith('STT') && !/stt|phu luc|so thu tu/.test(folded);

/** Reads a prepared text: documents, people, codes, figures and days first, then the phrases of the lexicon. */
export function readText(typed: TypedText, context: UtteranceContext): Reading {
  const { text, folded } = typed;
  const documents = findDocuments(text, folded);
  const parties = findParties({ text, folded: blankOut(folded, documents) }, context);
  const people = parties.filter(({ kind }) => kind === 'person');
  const solid = parties.filter(({ kind }) => kind !== 'superior');
  const times = findTimes(folded);
  const afterNames = blankOut(folded, [...documents, ...people, ...times]);
  const codes = findCodes(afterNames).filter(({ code }) => !isRowOfTask(code, folded, context));
  const sure = findFigures({ text, folded: blankOut(afterNames, codes) }, context.today);
  const days = findDays({ text, folded: blankOut(afterNames, [...codes, ...sure]) }, context);
  const rest = blankOut(afterNames, [...sure, ...days]);
  const bare = findBareFigures(
    blankOut(rest, codes),
    codes.map(({ end }) => end),
  );
  const figures = [...sure, ...bare].sort((a, b) => a.start - b.start);
  const words = splitWords(text, [...documents, ...solid, ...times, ...codes, ...figures, ...days]);
  const hits = dropFalseWaits(tagPhrases(words), parties);
  return { text, folded, context, words, hits, codes, figures, days, documents, parties };
}

export const hitsOf = (reading: Reading, ...tags: readonly Tag[]): Hit[] =>
  reading.hits.filter((hit) => tags.some((tag) => hit.tags.includes(tag)));

export const has = (reading: Reading, ...tags: readonly Tag[]): boolean =>
  hitsOf(reading, ...tags).length > 0;

export const first = (reading: Reading, ...tags: readonly Tag[]): Hit | undefined =>
  hitsOf(reading, ...tags)[0];

/** The words before a place, in the same phrase (since the last comma or stop). */
export function hitsBefore(reading: Reading, hit: Hit, ...tags: readonly Tag[]): Hit[] {
  return hitsOf(reading, ...tags).filter((other) => other.end <= hit.start && other.phrase === hit.phrase);
}

export function hitsAfter(reading: Reading, hit: Hit, ...tags: readonly Tag[]): Hit[] {
  return hitsOf(reading, ...tags).filter((other) => other.start >= hit.end && other.phrase === hit.phrase);
}

/** What stands between two places, letters without marks. */
export const between = (reading: Reading, from: number, to: number): string => reading.folded.slice(from, to);

/** The code spoken of: one that is named, else the one replied to. */
export const taskOf = (reading: Reading): string | undefined =>
  reading.codes[0]?.code ?? reading.context.replyTask;

export type Tense = 'past' | 'future' | 'open';

export function dayIn(mention: DayMention, tense: Tense): Day {
  if (tense === 'past') return mention.last;
  return tense === 'future' ? mention.next : mention.natural;
}
