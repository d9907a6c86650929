import type { Command } from 'commander';
import { readTaskWorkbook } from '../../app/read-task-workbook.ts';
import { EXPORT_VERSION } from '../../app/restore-export.ts';
import { startUseCase } from '../../app/use-case.ts';
import { readAllTables } from '../../db/queries/export.ts';
import { makeTaskWorkbook } from '../../documents/xlsx/task-workbook.ts';
import { WORKBOOK_KINDS } from '../../domain/report/task-workbook.ts';
import { type CliContext, CliError, type CommandRun } from '../command.ts';
import { readMoment } from '../read-moment.ts';
import { writeOutput } from '../write-output.ts';

export function addExportCommand(program: Command, run: CommandRun): void {
  program
    .command('export')
    .description(
      'everything that the department recorded: all rows (.json), or its task lists and figures (.xlsx)',
    )
    .requiredOption('--out <file>', 'the file to write; its ending says which')
    .option('--as-of <moment>', 'of a workbook: as recorded by this moment')
    .action(async ({ out, asOf }: { out: string; asOf?: string }) => {
      const context = await run.sources.openContext();
      await writeOutput(run, out, await exportAs(context, out, asOf));
    });
}

async function exportAs(
  { db, plan, clock }: CliContext,
  out: string,
  asOf: string | undefined,
): Promise<Buffer> {
  // One transaction: all rows are of the same moment.
  return db.transaction(async (tx) => {
    const useCase = startUseCase(tx, plan, clock.now(), 'cli');
    if (/\.xlsx$/i.test(out)) {
      const moment = asOf === undefined ? {} : { asOf: readMoment(asOf, '--as-of') };
      const question = { kinds: WORKBOOK_KINDS, scope: { kind: 'all' }, ...moment } as const;
      return makeTaskWorkbook(await readTaskWorkbook(useCase, question));
    }
    if (!/\.json$/i.test(out)) throw new CliError(`--out must end in .json or .xlsx: ${out}`);
    const tables = await readAllTables(tx);
    const whole = { version: EXPORT_VERSION, exportedAt: useCase.now.toISOString(), plan, tables };
    return Buffer.from(`${JSON.stringify(whole, null, 1)}\n`);
  });
}
