import { LEXICON, type Tag } from './lexicon.ts';
import { agrees, isMarked, isSameWord, type Spelling, spell } from './spelling.ts';

/** A word of the text with its place; `phrase` counts the commas, stops and line ends before it. */
export interface Word extends Spelling {
  start: number;
  end: number;
  phrase: number;
  /** Part of a code, figure, day, name …: no phrase runs through it. */
  isTaken: boolean;
}

export interface Hit {
  tags: readonly Tag[];
  /** The phrase without marks. */
  key: string;
  start: number;
  end: number;
  phrase: number;
}

interface Branch {
  word: Spelling;
  node: Node;
}
interface Node {
  tags: Tag[];
  branches: Map<string, Branch[]>;
}

const emptyNode = (): Node => ({ tags: [], branches: new Map() });

function grow(node: Node, word: Spelling): Node {
  const branches = node.branches.get(word.key) ?? [];
  const known = branches.find((branch) => isSameWord(branch.word, word));
  if (known !== undefined) return known.node;
  const branch = { word, node: emptyNode() };
  node.branches.set(word.key, [...branches, branch]);
  return branch.node;
}

function growTree(): Node {
  const root = emptyNode();
  for (const [tag, phrases] of Object.entries(LEXICON)) {
    for (const phrase of phrases) {
      phrase
        .split(' ')
        .map(spell)
        .reduce(grow, root)
        .tags.push(tag as Tag);
    }
  }
  return root;
}

const TREE = growTree();

/** Common as they stand: among marked words, "cho" is "cho" and never "chờ". */
const LITERAL = new Set([
  'cho',
  'qua',
  'sau',
  'tu',
  'ngay',
  'so',
  'nam',
  'thu',
  'ra',
  'tai',
  'ban',
  'tra',
  'k',
  'la',
  'lo',
  'ai',
  'hai',
  'ba',
  'mai',
  'cu',
  'co',
]);

function canBe(typed: Word, word: Spelling, isTextMarked: boolean): boolean {
  if (isTextMarked && LITERAL.has(typed.key) && !isMarked(typed)) return isSameWord(typed, word);
  return agrees(typed, word);
}

/** Follows the tree from one word; gives the tags of the longest phrase and its last word. */
function longestAt(
  words: readonly Word[],
  first: number,
  isTextMarked: boolean,
): { last: number; tags: Tag[] } | undefined {
  const start = words[first];
  if (start === undefined || start.isTaken) return undefined;
  let nodes = [TREE];
  let found: { last: number; tags: Tag[] } | undefined;
  for (let i = first; i < words.length && nodes.length > 0; i++) {
    const word = words[i];
    if (word === undefined || word.isTaken || word.phrase !== start.phrase) break;
    nodes = nodes
      .flatMap((node) => node.branches.get(word.key) ?? [])
      .filter((branch) => canBe(word, branch.word, isTextMarked))
      .map((branch) => branch.node);
    const tags = nodes.flatMap((node) => node.tags);
    if (tags.length > 0) found = { last: i, tags };
  }
  return found;
}

/** Finds the phrases of the lexicon, left to right, the longest first, none overlapping. */
export function tagPhrases(words: readonly Word[]): Hit[] {
  const isTextMarked = words.some((word) => !word.isTaken && isMarked(word));
  const hits: Hit[] = [];
  for (let i = 0; i < words.length; i++) {
    const found = longestAt(words, i, isTextMarked);
    const [first, last] = [words[i], words[found?.last ?? -1]];
    if (found === undefined || first === undefined || last === undefined) continue;
    const key = words
      .slice(i, found.last + 1)
      .map((word) => word.key)
      .join(' ');
    hits.push({
      tags: [...new Set(found.tags)],
      key,
      start: first.start,
      end: last.end,
      phrase: first.phrase,
    });
    i = found.last;
  }
  return hits;
}
