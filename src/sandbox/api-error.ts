/** What Telegram adds to some errors: how long to wait, or where a group moved. */
export interface ErrorParameters {
  retry_after?: number;
  migrate_to_chat_id?: number;
}

/** A refusal in Telegram's own words: becomes `{ok: false, error_code, description, parameters?}`. */
export class ApiError extends Error {
  readonly code: number;
  readonly parameters: ErrorParameters | undefined;

  constructor(code: number, description: string, parameters?: ErrorParameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

/** 400, "Bad Request: …". */
export function badRequest(reason: string): ApiError {
  return new ApiError(400, `Bad Request: ${reason}`);
}

/** 403, "Forbidden: …". */
export function forbidden(reason: string): ApiError {
  return new ApiError(403, `Forbidden: ${reason}`);
}

/** Code and words of anything that was thrown: what is not Telegram's own refusal is the server's fault. */
export function describeError(error: unknown): {
  code: number;
  description: string;
  parameters?: ErrorParameters | undefined;
} {
  if (error instanceof ApiError) {
    return { code: error.code, description: error.message, parameters: error.parameters };
  }
  const status =
    error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
      ? error.statusCode
      : 500;
  return { code: status, description: status === 413 ? 'Request Entity Too Large' : 'Internal Server Error' };
}
