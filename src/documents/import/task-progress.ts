import { type Day, formatDay } from '../../domain/days.ts';
import type { Deadline } from '../../domain/deadline/read-deadline.ts';
import type { ImportContext } from '../../domain/import/import-context.ts';
import type { TaskState } from '../../domain/task/task.ts';
import { foldText } from '../../domain/text.ts';
import { faults, type Note } from './problems.ts';
import type { SheetRow } from './sheet-table.ts';
import { readWrittenDay } from './written-day.ts';

export interface TaskProgress {
  state: TaskState;
  percent?: number;
  completedOn?: Day;
  completedProduct?: string;
}

/** State words of offices and of the trackers they export from, folded; the words of lateness are computed anew. */
const STATE_WORDS: Readonly<Record<TaskState, readonly string[]>> = {
  draft: ['du thao', 'nhap', 'cho duyet giao', 'de xuat'],
  issued: [
    'chua thuc hien',
    'chua trien khai',
    'chua bat dau',
    'chua lam',
    'chua tiep nhan',
    'da giao',
    'moi',
    'moi giao',
    'da duyet',
  ],
  inProgress: [
    'dang thuc hien',
    'dang trien khai',
    'dang lam',
    'thuc hien lai',
    'tra lai',
    'trong han',
    'sap den han',
    'qua han',
    'cham tien do',
    'dung tien do',
    'vuong',
    'cho phoi hop',
    'dang xu ly',
    'chuyen tiep',
    'xin gia han',
    'chua hoan thanh',
  ],
  submitted: [
    'da trinh',
    'trinh ky',
    'cho ky',
    'cho y kien',
    'da trinh cho ky',
    'da trinh ky',
    'cho duyet',
    'dang trinh',
  ],
  reportedDone: [
    'cho xac nhan',
    'bao hoan thanh',
    'bao cao hoan thanh',
    'cho xac nhan hoan thanh',
    'da bao hoan thanh',
  ],
  done: [
    'hoan thanh',
    'da hoan thanh',
    'xong',
    'da xong',
    'da thuc hien',
    'hoan thanh truoc han',
    'hoan thanh dung han',
    'hoan thanh qua han',
    'hoan thanh tre han',
  ],
  basicallyDone: ['co ban hoan thanh', 'hoan thanh co ban', 'co ban xong'],
  suspended: ['tam dung', 'tam hoan', 'tam ngung'],
  cancelled: ['huy', 'huy bo', 'da huy', 'dung thuc hien', 'khong thuc hien'],
};

const STATE_OF = new Map(
  Object.entries(STATE_WORDS).flatMap(([state, words]) =>
    words.map((word) => [word, state as TaskState] as const),
  ),
);

const isFinished = (state: TaskState): boolean =>
  state === 'done' || state === 'basicallyDone' || state === 'reportedDone';

/** How far a row says that the task is. Completion needs the day of its product, which is never in the future. */
export function readTaskProgress(
  row: SheetRow,
  deadline: Deadline,
  context: ImportContext,
  note: Note,
): TaskProgress {
  const percent = readPercent(row.cells.percent, note);
  const isSaidDone = deadline.kind === 'none' && deadline.completed === true;
  const state = readState(row.cells.state, percent, isSaidDone, note);
  const at = { columnKey: 'completedOn', row: row.number };
  const completedOn = readWrittenDay(row.cells.completedOn, at, context, note);
  noteCompletion(state, completedOn, isSaidDone, row, context, note);
  const completedProduct = row.cells.completedProduct;
  return {
    state,
    ...(percent === undefined ? {} : { percent }),
    ...(completedOn === undefined || !isFinished(state) ? {} : { completedOn }),
    ...(completedProduct === undefined ? {} : { completedProduct }),
  };
}

function readState(
  text: string | undefined,
  percent: number | undefined,
  isSaidDone: boolean,
  note: Note,
): TaskState {
  const implied = isSaidDone ? 'done' : (percent ?? 0) > 0 ? 'inProgress' : 'issued';
  if (text === undefined) return implied;
  const word = foldText(text)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  const state = STATE_OF.get(word);
  if (state === undefined) note(faults.unknownState(text), 'state');
  return state ?? implied;
}

/** "60", "60 %", "62,5%" and 0,6 (a percent cell that lost its format). */
function readPercent(text: string | undefined, note: Note): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text.replace(/%/g, '').replace(',', '.').trim());
  const isShare = !text.includes('%') && number > 0 && number < 1;
  const percent = Math.round((isShare ? number * 100 : number) * 100) / 100;
  if (percent >= 0 && percent <= 100) return percent;
  note(faults.badPercent(text), 'percent');
  return undefined;
}

function noteCompletion(
  state: TaskState,
  completedOn: Day | undefined,
  isSaidDone: boolean,
  row: SheetRow,
  context: ImportContext,
  note: Note,
): void {
  if (completedOn !== undefined && completedOn > context.today) {
    note(faults.completionInFuture(formatDay(completedOn)), 'completedOn');
  }
  if (completedOn !== undefined && !isFinished(state)) note(faults.completionWhileOpen(), 'completedOn');
  if (!isFinished(state)) return;
  if (row.cells.completedProduct === undefined) note(faults.missingProduct(), 'completedProduct');
  if (row.cells.completedOn === undefined) note(missingDayFault(state, isSaidDone), 'completedOn');
}

function missingDayFault(state: TaskState, isSaidDone: boolean) {
  if (state !== 'done') return faults.reportedWithoutDay();
  return isSaidDone ? faults.completedWithoutDay() : faults.missingCompletionDay();
}
