import type { TaskFlag, TaskKind, TaskPriority } from '../../domain/task/task.ts';
import { foldText } from '../../domain/text.ts';
import { faults, type Note } from './problems.ts';
import type { SheetRow } from './sheet-table.ts';

export interface TaskLabels {
  kind: TaskKind;
  priority: TaskPriority;
  flags: TaskFlag[];
}

const KIND_WORDS: ReadonlyMap<string, TaskKind> = new Map([
  ['nhiem vu', 'task'],
  ['chi tieu', 'indicator'],
  ['du an', 'project'],
  ['cong trinh', 'works'],
  ['phan viec', 'workItem'],
]);

const PRIORITY_WORDS: ReadonlyMap<string, TaskPriority> = new Map([
  ['thuong', 'normal'],
  ['binh thuong', 'normal'],
  ['trong tam', 'focus'],
  ['trong diem', 'key'],
  ['dot pha', 'breakthrough'],
]);

const FLAG_WORDS: ReadonlyMap<string, TaskFlag> = new Map([
  ['quyen loi nguoi dan', 'citizenRights'],
  ['lien quan nguoi dan', 'citizenRights'],
  ['nhay cam', 'sensitive'],
  ['ton dong', 'inheritedBacklog'],
  ['ton dong truoc phat dong', 'inheritedBacklog'],
  ['quyet dinh ket qua chung', 'decisive'],
  ['co kha nang hoan thanh trong giai doan', 'completableInPhase'],
]);

/** Said of the deadline, not of the task: the deadline column tells it. */
const IGNORED_WORDS = new Set(['dinh ky', 'thuong xuyen', 'dot xuat']);

/** Kind, priority and flags from "Loại", "Mức độ" and the columns of crosses; offices mix them freely. */
export function readTaskLabels(row: SheetRow, note: Note): TaskLabels {
  const labels: TaskLabels = { kind: 'task', priority: 'normal', flags: [] };
  for (const columnKey of ['kind', 'priority', 'labels']) {
    const words = (row.cells[columnKey] ?? '').split(/[;,\n+]/).filter((word) => word.trim() !== '');
    for (const word of words) {
      if (!applyWord(labels, foldText(word).replace(/^(nhiem vu|viec) (?=\S)/, ''))) {
        note(faults.unknownLabel(word.trim()), columnKey);
      }
    }
  }
  return labels;
}

function applyWord(labels: TaskLabels, word: string): boolean {
  const [kind, priority, flag] = [KIND_WORDS.get(word), PRIORITY_WORDS.get(word), FLAG_WORDS.get(word)];
  if (kind !== undefined) labels.kind = kind;
  if (priority !== undefined) labels.priority = priority;
  if (flag !== undefined && !labels.flags.includes(flag)) labels.flags.push(flag);
  return kind !== undefined || priority !== undefined || flag !== undefined || IGNORED_WORDS.has(word);
}
