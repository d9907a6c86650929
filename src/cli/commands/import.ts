import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { importWorkbook } from '../../app/import-workbook.ts';
import { dueOnOf } from '../../app/imported-task.ts';
import { loadImportContext } from '../../app/load-import-context.ts';
import { restoreExport } from '../../app/restore-export.ts';
import { Refusal, startUseCase } from '../../app/use-case.ts';
import { readWorkbook, type WorkbookReading } from '../../documents/import/read-workbook.ts';
import type { TaskImportRow } from '../../domain/import/task-import-row.ts';
import { type CliContext, CliError, type CommandRun } from '../command.ts';

interface ImportOptions {
  kind?: string;
  issued?: string;
  dryRun?: boolean;
}

export function addImportCommand(program: Command, run: CommandRun): void {
  program
    .command('import <file>')
    .description(
      'import people or tasks from an xlsx file, or an exported .json into an empty database: all or nothing',
    )
    .option('--kind <kind>', 'tasks or people, as a check of what the file holds')
    .option('--issued <day>', 'day of the giving document, YYYY-MM-DD: from it years are inferred')
    .option('--dry-run', 'only say what it would do')
    .action(async (file: string, options: ImportOptions) => {
      const path = resolve(run.request.cwd, file);
      const bytes = await readFile(path).catch(() => {
        throw new CliError(`The file cannot be read: ${path}`);
      });
      if (/\.json$/i.test(file)) return run.print(await importExport(await run.sources.openContext(), bytes));
      const result = await importFile(await run.sources.openContext(), bytes, options);
      run.print(result);
      if ('refused' in result || result.problems.some((problem) => problem.severity === 'error')) run.fail();
    });
}

const RESTORE_REFUSALS: Readonly<Record<string, string>> = {
  notAnExport: 'The file is no export of this product, or of a newer release',
  notEmpty: 'The database holds people or tasks already: an export is brought into an empty one',
};

/** Everything that `export` wrote, back into an empty installation. */
async function importExport({ db, plan, clock }: CliContext, bytes: Buffer) {
  try {
    const json: unknown = JSON.parse(bytes.toString('utf8'));
    return await db.transaction((tx) => restoreExport(startUseCase(tx, plan, clock.now(), 'cli'), json));
  } catch (error) {
    const reason = error instanceof Refusal ? error.reason : 'notAnExport';
    if (!(error instanceof Refusal) && !(error instanceof SyntaxError)) throw error;
    throw new CliError(RESTORE_REFUSALS[reason] ?? reason);
  }
}

type GoodReading = Exclude<WorkbookReading, { refused: unknown }>;

async function importFile({ db, plan, clock }: CliContext, bytes: Buffer, options: ImportOptions) {
  return db.transaction(async (tx) => {
    const useCase = startUseCase(tx, plan, clock.now(), 'cli');
    const issuedOn = options.issued ?? plan.campaign.issuedOn ?? plan.campaign.startOn;
    const reading = await readWorkbook(bytes, await loadImportContext(useCase, issuedOn));
    if ('refused' in reading)
      return { kind: options.kind ?? null, rows: [], problems: [], refused: reading.refused };
    if (options.kind !== undefined && options.kind !== reading.kind) {
      throw new CliError(`The file holds ${reading.kind}, not ${options.kind}`);
    }
    const isBad = reading.problems.some((problem) => problem.severity === 'error');
    const shown = { kind: reading.kind, rows: describeRows(reading), problems: reading.problems };
    if (isBad || options.dryRun === true) return shown;
    const { added, changed, unchanged } = await importWorkbook(useCase, reading, { id: null, actorId: null });
    return { ...shown, added, changed, unchanged };
  });
}

function describeRows(reading: GoodReading): object[] {
  if (reading.kind === 'tasks') return reading.tasks.map(describeTask);
  return reading.people.map(({ row, name, unitCode, title, role, staffKind }) => ({
    row,
    name,
    unit: unitCode,
    title,
    role,
    kind: staffKind,
  }));
}

/** A task as it was understood. */
function describeTask(task: TaskImportRow): object {
  return {
    row: task.row,
    code: task.code,
    title: task.title,
    lead: task.lead.kind === 'unit' ? task.lead.unitCode : 'ALL',
    coordinating: task.coordinating,
    assignee: task.assignee,
    wording: task.deadline.wording,
    deadlineKind: task.deadline.kind,
    dueOn: dueOnOf(task) ?? undefined,
    dates: task.deadline.kind === 'dates' ? task.deadline.dates : undefined,
    cadence: task.deadline.kind === 'cadence' ? task.deadline.cadence : undefined,
    product: task.product,
    group: task.group,
    state: task.state,
    completedOn: task.completedOn,
  };
}
