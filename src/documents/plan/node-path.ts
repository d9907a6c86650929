import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';

/** The keys and list places that lead to a value, from the root of the file. */
export type NodePath = readonly PropertyKey[];

/** `reminders.dueSoon.offsets[2]`. */
export function formatPath(path: NodePath): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

/**
 * Where in the text a path stands: at its key, at its list entry or, when it is absent, at the nearest thing
 * around it that is there.
 */
export function offsetOf(root: Node | null, path: NodePath): number {
  let node: unknown = root;
  let offset = 0;
  for (const step of path) {
    const next = child(node, step);
    if (next === null) break;
    offset = next.offset;
    node = next.node;
  }
  return offset;
}

function child(node: unknown, step: PropertyKey): { node: unknown; offset: number } | null {
  if (isSeq<Node>(node) && typeof step === 'number') {
    const entry = node.items[step];
    return entry === undefined ? null : { node: entry, offset: startOf(entry) };
  }
  if (!isMap<Node, Node | null>(node)) return null;
  const pair = node.items.find(
    (item: Pair<Node, Node | null>) => isScalar(item.key) && item.key.value === step,
  );
  return pair === undefined ? null : { node: pair.value, offset: startOf(pair.key) };
}

const startOf = (node: Node): number => node.range?.[0] ?? 0;
