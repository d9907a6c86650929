import type { ZodType } from 'zod';
import { badRequest } from './api-error.ts';

export interface UploadedFile {
  name: string;
  mimeType: string;
  bytes: Buffer;
}

/** The fields of one call, whether they came as JSON, in the address, urlencoded or multipart. */
export class CallFields {
  readonly #values: ReadonlyMap<string, unknown>;
  readonly #files: ReadonlyMap<string, UploadedFile>;

  constructor(values: ReadonlyMap<string, unknown>, files: ReadonlyMap<string, UploadedFile> = new Map()) {
    this.#values = values;
    this.#files = files;
  }

  /** A text field; numbers are taken as their digits. */
  text(name: string): string | undefined {
    const value = this.#values.get(name);
    if (typeof value === 'string') return value;
    return typeof value === 'number' ? String(value) : undefined;
  }

  /** A field as it was sent, an object as its JSON; `undefined` when absent or empty. */
  sent(name: string): string | undefined {
    const value = this.#values.get(name);
    if (value === undefined || value === null || value === '') return undefined;
    return typeof value === 'string' ? value : JSON.stringify(value);
  }

  /** A whole number, or `undefined` when absent or not one. */
  integer(name: string): number | undefined {
    const text = this.text(name)?.trim();
    return text && /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
  }

  isSet(name: string): boolean {
    if (this.#values.get(name) === true) return true;
    return ['true', '1', 'yes'].includes(this.text(name)?.toLowerCase() ?? '');
  }

  /** An object or list, sent as such or as JSON text. @throws ApiError 400 naming `what` when it does not fit. */
  json<T>(name: string, schema: ZodType<T>, what: string): T | undefined {
    const value = this.#values.get(name);
    if (value === undefined || value === null || value === '') return undefined;
    const parsed = schema.safeParse(typeof value === 'string' ? parseJson(value, what) : value);
    if (!parsed.success) throw badRequest(`can't parse ${what} JSON object`);
    return parsed.data;
  }

  /** An uploaded file, under its field's name or the name that `attach://` gives. */
  file(name: string): UploadedFile | undefined {
    const reference = this.text(name);
    const attached = reference?.startsWith('attach://') ? reference.slice('attach://'.length) : name;
    return this.#files.get(attached);
  }

  /** The same call with some fields replaced: how a media group or an edit reads each of its parts. */
  with(values: Readonly<Record<string, unknown>>): CallFields {
    return new CallFields(new Map([...this.#values, ...Object.entries(values)]), this.#files);
  }
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`can't parse ${what} JSON object`);
  }
}
