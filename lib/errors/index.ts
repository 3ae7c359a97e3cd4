/**
 * The closed list of ways in which a request can be refused. A code is stable: tests, clients and the
 * log name it; the sentence beside it is what a person reads.
 */
export const ERRORS = {
  UNAUTHENTICATED: { status: 401, message: 'Sign in to go on.' },
  FORBIDDEN: { status: 403, message: 'Your role in this course does not allow that.' },
  NOT_FOUND: { status: 404, message: 'There is nothing here that you can see.' },
  INVALID: { status: 400, message: 'Some of this needs another look.' },
  CONFLICT: { status: 409, message: 'Somebody changed this first. Load it again.' },
  CLOSED: { status: 409, message: 'This is closed; nothing more can be added.' },
  TOO_MANY: { status: 429, message: 'Too many tries. Wait a little and try again.' },
  TOO_LARGE: { status: 413, message: 'That is larger than this accepts.' },
  UNAVAILABLE: {
    status: 503,
    message: 'The database is away. What you typed is still here; try again shortly.',
  },
  INTERNAL: { status: 500, message: 'Something went wrong on our side.' },
  IMPORT_UNSUPPORTED: { status: 415, message: 'This kind of file cannot be imported.' },
  IMPORT_ENCRYPTED: { status: 422, message: 'The file is locked with a password. Save a copy without one.' },
  IMPORT_BROKEN: { status: 422, message: 'The file is damaged or is not what its name says.' },
  IMPORT_SCANNED: {
    status: 422,
    message: 'The pages are pictures without text. Run text recognition first.',
  },
  IMPORT_EMPTY: { status: 422, message: 'There is no text in the file.' },
  IMPORT_TOO_LARGE: { status: 413, message: 'The file is too large to import.' },
  IMPORT_HOSTILE: { status: 422, message: 'The file unpacks to far more than it should and was not opened.' },
  IMPORT_CANCELLED: { status: 409, message: 'The import was cancelled.' },
  IMPORT_TIMEOUT: { status: 422, message: 'The import took too long and was stopped.' },
} as const satisfies Record<string, { status: number; message: string }>

export type ErrorCode = keyof typeof ERRORS

/** Sentences beside the fields they are about: field path (dots between steps) to sentence. */
export type FieldErrors = Record<string, string>

/** Thrown by commands and queries; `action()` and `route()` turn it into an answer. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string = ERRORS[code].message,
    /** `present`: what it is now, where somebody was faster. */
    readonly detail: { fields?: FieldErrors; retryAfterSeconds?: number; present?: unknown } = {},
  ) {
    super(message)
    this.name = 'AppError'
  }
  get status(): number {
    return ERRORS[this.code].status
  }
}

export const isAppError = (e: unknown): e is AppError => e instanceof Error && e.name === 'AppError'
