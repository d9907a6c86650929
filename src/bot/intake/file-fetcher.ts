import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import type { Agent } from 'node:http';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Telegram } from 'telegraf';
import { LARGEST_EVIDENCE_BYTES } from '../../app/add-evidence.ts';
import { dropImport } from '../../app/import-workbook.ts';
import { type Clock, startUseCase, type UseCase } from '../../app/use-case.ts';
import type { Db } from '../../db/client.ts';
import { type ImportBatchRow, listReceivedImports } from '../../db/queries/imports.ts';
import { enqueueMessage, PRIORITY } from '../../db/queries/outbox.ts';
import { listUnstoredEvidence, markEvidenceStored } from '../../db/queries/progress.ts';
import { refuse } from '../../documents/xlsx/refusal.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { describeApiError } from '../delivery/api-errors.ts';
import { downloadFile, FileNotFetched } from './download-file.ts';
import { previewImport } from './preview-import.ts';
import type { WakeSignal } from './wake-signal.ts';

const LARGEST_WORKBOOK_BYTES = 10 * 1024 * 1024;
const LOOK_AGAIN_MILLISECONDS = 5000;
const LOOKED_UP = 20;
/** Each is held in memory until it is on disk. */
const AT_ONCE = 5;
const REST_MS = 30_000;

export interface FetcherParts {
  db: Db;
  telegram: Telegram;
  agent?: Agent | undefined;
  plan: Plan;
  clock: Clock;
  logger: Logger;
  /** Folder into which evidence is copied. */
  evidenceFolder: string;
  /** Rung when an update was handled: it may have brought a file. */
  received: WakeSignal;
  /** Called when there is an answer to send. */
  onAnswered(): void;
}

/** Fetches what people sent, outside any transaction: workbooks to preview, evidence to keep on disk. */
export async function fetchFiles(parts: FetcherParts, stop: AbortSignal): Promise<void> {
  const files = new FilesUnderWay(parts);
  while (!stop.aborted) {
    try {
      for (const batch of await listReceivedImports(parts.db, LOOKED_UP))
        files.begin(`import ${batch.id}`, () => fetchWorkbook(parts, batch));
      for (const row of await listUnstoredEvidence(parts.db, LOOKED_UP))
        files.begin(`evidence ${row.id}`, () => storeEvidence(parts, row));
    } catch (error) {
      parts.logger.warn(
        { error: describeApiError(error) },
        'Files could not be looked up; it is tried again',
      );
    }
    await parts.received.wait(LOOK_AGAIN_MILLISECONDS, stop);
  }
  await files.finish();
}

/** Files side by side, so that a slow one or one that fails holds no other up. */
class FilesUnderWay {
  readonly #underWay = new Map<string, Promise<void>>();
  /** The real moment from which a file that failed is tried again. */
  readonly #restUntil = new Map<string, number>();

  constructor(private readonly parts: FetcherParts) {}

  begin(name: string, fetch: () => Promise<void>): void {
    if (this.#underWay.size >= AT_ONCE || this.#underWay.has(name)) return;
    if (Date.now() < (this.#restUntil.get(name) ?? 0)) return;
    this.#restUntil.delete(name);
    const done = fetch()
      .catch((error: unknown) => {
        this.#restUntil.set(name, Date.now() + REST_MS);
        this.parts.logger.warn(
          { file: name, error: describeApiError(error) },
          'A file could not be fetched; it is tried again',
        );
      })
      .finally(() => {
        this.#underWay.delete(name);
        this.parts.received.ring();
      });
    this.#underWay.set(name, done);
  }

  async finish(): Promise<void> {
    await Promise.all(this.#underWay.values());
  }
}

async function fetchWorkbook(parts: FetcherParts, batch: ImportBatchRow): Promise<void> {
  const bytes = await download(parts, batch.telegramFileId ?? '', LARGEST_WORKBOOK_BYTES);
  await parts.db.transaction(async (tx) => {
    const useCase = startUseCase(tx, parts.plan, parts.clock.now(), 'chat');
    const message =
      bytes instanceof FileNotFetched
        ? await refuseUnfetched(useCase, batch, bytes)
        : await previewImport(useCase, batch, bytes);
    if (batch.byPersonId === null) return;
    await enqueueMessage(tx, {
      message,
      to: { personId: batch.byPersonId },
      priority: PRIORITY.answer,
      now: useCase.now,
      dedupeKey: `import:${batch.id}`,
    });
  });
  parts.onAnswered();
}

async function refuseUnfetched(useCase: UseCase, batch: ImportBatchRow, error: FileNotFetched) {
  await dropImport(useCase, batch);
  const { refused } = refuse(error.reason === 'tooLarge' ? 'tooLarge' : 'damaged');
  return { kind: 'importRefused' as const, payload: { fileName: batch.fileName, message: refused.message } };
}

/** The bytes, or why another attempt would end alike. */
async function download(
  parts: FetcherParts,
  fileId: string,
  atMostBytes: number,
): Promise<Buffer | FileNotFetched> {
  try {
    return await downloadFile(parts.telegram, fileId, { atMostBytes, agent: parts.agent });
  } catch (error) {
    if (error instanceof FileNotFetched) return error;
    throw error;
  }
}

type EvidenceRow = Awaited<ReturnType<typeof listUnstoredEvidence>>[number];

/** A copy is whole or not there: it is written aside and renamed. */
async function storeEvidence(parts: FetcherParts, row: EvidenceRow): Promise<void> {
  const bytes = await download(parts, row.telegramFileId, LARGEST_EVIDENCE_BYTES);
  const storedAt = parts.clock.now();
  if (bytes instanceof FileNotFetched) {
    parts.logger.warn({ evidenceId: row.id, reason: bytes.reason }, 'Evidence stays with Telegram only');
    return markEvidenceStored(parts.db, row.id, { storedAt, storedPath: null, sha256: null });
  }
  const storedPath = join(String(row.taskId), `${row.id}${extensionOf(row.fileName)}`);
  const path = join(parts.evidenceFolder, storedPath);
  await mkdir(join(parts.evidenceFolder, String(row.taskId)), { recursive: true, mode: 0o700 });
  await writeFile(`${path}.part`, bytes, { mode: 0o600 });
  await rename(`${path}.part`, path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await markEvidenceStored(parts.db, row.id, { storedAt, storedPath, sha256, sizeBytes: bytes.length });
}

/** Only a plain ending of the typed name is used: names come from people. */
const extensionOf = (fileName: string | null): string =>
  /\.[a-z0-9]{1,8}$/i.exec(fileName ?? '')?.[0].toLowerCase() ?? '';
