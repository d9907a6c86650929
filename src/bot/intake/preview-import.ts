import { dropImport, keepForConfirmation, previewWorkbook } from '../../app/import-workbook.ts';
import { loadImportContext } from '../../app/load-import-context.ts';
import type { UseCase } from '../../app/use-case.ts';
import type { ImportBatchRow } from '../../db/queries/imports.ts';
import { readWorkbook, type WorkbookReading } from '../../documents/import/read-workbook.ts';
import type { Message, MessagePayloads } from '../../domain/message/messages.ts';

type GoodReading = Exclude<WorkbookReading, { refused: unknown }>;

const SHOWN = 10;
const SHOWN_EXAMPLES = 3;

/** Reads a received workbook and says what importing it would do; with an error nothing is kept. */
export async function previewImport(
  useCase: UseCase,
  batch: ImportBatchRow,
  bytes: Buffer,
): Promise<Message> {
  const { fileName } = batch;
  const reading = await readWorkbook(bytes, await loadImportContext(useCase, batch.issuedOn));
  if ('refused' in reading) {
    await dropImport(useCase, batch);
    return { kind: 'importRefused', payload: { fileName, message: reading.refused.message } };
  }
  return { kind: 'importPreview', payload: await describe(useCase, batch, bytes, reading) };
}

async function describe(
  useCase: UseCase,
  batch: ImportBatchRow,
  bytes: Buffer,
  reading: GoodReading,
): Promise<MessagePayloads['importPreview']> {
  const errors = reading.problems.filter((problem) => problem.severity === 'error');
  const warnings = reading.problems.filter((problem) => problem.severity === 'warning');
  const isBad = errors.length > 0;
  const outcome = isBad
    ? { added: 0, changed: 0, unchanged: 0, changes: [] }
    : await previewWorkbook(useCase, reading);
  if (isBad) await dropImport(useCase, batch);
  else await keepForConfirmation(useCase, batch.id, { kind: reading.kind, bytes });
  return {
    batchId: batch.id,
    importKind: reading.kind,
    fileName: batch.fileName,
    added: outcome.added,
    changed: outcome.changed,
    unchanged: outcome.unchanged,
    changes: outcome.changes.slice(0, SHOWN),
    errors: errors.slice(0, SHOWN),
    errorTotal: errors.length,
    warnings: warnings.slice(0, SHOWN),
    warningTotal: warnings.length,
    examples: isBad ? [] : examplesOf(reading),
  };
}

/** How the first rows were understood, so that a wrong column is seen at a glance. */
function examplesOf(reading: GoodReading): string[] {
  if (reading.kind === 'people') {
    return reading.people
      .slice(0, SHOWN_EXAMPLES)
      .map(({ name, title, unitCode }) => `${name} – ${title}, ${unitCode}`);
  }
  return reading.tasks.slice(0, SHOWN_EXAMPLES).map((task) => {
    const lead = task.lead.kind === 'unit' ? task.lead.unitCode : 'ALL';
    return `${task.code ?? ''} ${task.title} – ${lead}, ${task.deadline.wording}`.trim();
  });
}
