import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { UploadedFile } from './call-fields.ts';
import type { StoredFile } from './state.ts';
import type { SandboxStore } from './store.ts';

/** The bytes of uploaded files: in a folder, or in memory when the sandbox has none. */
export class FileStore {
  readonly #store: SandboxStore;
  readonly #folder: string | null;
  readonly #memory = new Map<string, Buffer>();

  constructor(store: SandboxStore, dataDir: string | null) {
    this.#store = store;
    this.#folder = dataDir === null ? null : path.join(dataDir, 'files');
  }

  /** Keeps a file under a new id, in the folder of its kind. */
  async save(file: UploadedFile, kind: 'documents' | 'photos'): Promise<StoredFile> {
    const uniqueId = randomBytes(8).toString('hex');
    const extension = /\.[a-z0-9]{1,8}$/i.exec(file.name)?.[0].toLowerCase() ?? '';
    const stored: StoredFile = {
      fileId: `${kind === 'photos' ? 'photo' : 'doc'}-${uniqueId}${randomBytes(12).toString('base64url')}`,
      uniqueId,
      path: `${kind}/file_${uniqueId}${extension}`,
      name: path.basename(file.name),
      mimeType: file.mimeType,
      size: file.bytes.length,
    };
    await this.#write(stored.path, file.bytes);
    this.#store.commit({ kind: 'file', file: stored });
    return stored;
  }

  find(fileId: string): StoredFile | undefined {
    return this.#store.state.files.get(fileId);
  }

  /** A stored file and its bytes by download path, or `null` when no such file was ever stored. */
  async readPath(filePath: string): Promise<{ file: StoredFile; bytes: Buffer } | null> {
    const file = [...this.#store.state.files.values()].find((stored) => stored.path === filePath);
    return file ? { file, bytes: await this.#read(file.path) } : null;
  }

  async #write(filePath: string, bytes: Buffer): Promise<void> {
    if (this.#folder === null) {
      this.#memory.set(filePath, bytes);
      return;
    }
    const target = path.join(this.#folder, filePath);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }

  async #read(filePath: string): Promise<Buffer> {
    if (this.#folder === null) return this.#memory.get(filePath) ?? Buffer.alloc(0);
    return readFile(path.join(this.#folder, filePath));
  }
}
