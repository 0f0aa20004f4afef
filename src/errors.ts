/**
 * The errors that a person can cause. `message` is one line made for that person: what is wrong,
 * where, and what to do. Anything else that is thrown is a fault of the program.
 */
export class PullquoteError extends Error {
  override readonly name: string = 'PullquoteError';
}

/** A setting or an option has a value that is not allowed. */
export class SettingError extends PullquoteError {
  override readonly name = 'SettingError';
}

/** The file that says who sees what has mistakes. */
export class ScopesError extends PullquoteError {
  override readonly name = 'ScopesError';
  /** A line for each. */
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(mistakes.join('\n'));
    this.mistakes = mistakes;
  }
}

/** The corpus as a whole cannot be used: missing, or empty. */
export class CorpusError extends PullquoteError {
  override readonly name = 'CorpusError';
}

/** One article file cannot be used; the others can. */
export class ArticleError extends PullquoteError {
  override readonly name: string = 'ArticleError';
  /** Path below the corpus folder. */
  readonly file: string;
  /** Why, without the file's name: fits after `${file}: `. */
  readonly reason: string;

  constructor(file: string, reason: string, options?: ErrorOptions) {
    super(`${file}: ${reason}`, options);
    this.file = file;
    this.reason = reason;
  }
}

/**
 * The program itself failed on one article. It is left out like any that cannot be used, and told
 * apart in the summary, since it is worth a report; `cause` is what was thrown.
 */
export class ArticleFaultError extends ArticleError {
  override readonly name = 'ArticleFaultError';

  /** @param cause whatever was thrown */
  static of(file: string, cause: unknown): ArticleFaultError {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new ArticleFaultError(file, reason, { cause });
  }
}

/** A model is missing, altered, or cannot be run. */
export class ModelError extends PullquoteError {
  override readonly name = 'ModelError';
}

/**
 * The index is missing, damaged, of another model, a newer or an older format, held by another, unwritable, its
 * folder is somebody else's, or its server is away for the moment; or the processor cannot search it.
 */
export class IndexError extends PullquoteError {
  override readonly name: string = 'IndexError';
  readonly code:
    | 'missing'
    | 'damaged'
    | 'format'
    | 'outdated'
    | 'model'
    | 'locked'
    | 'foreign'
    | 'unreadable'
    | 'away'
    | 'unwritable'
    | 'processor';

  constructor(code: IndexError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Another process, or another part of this one, holds the index for writing. */
export class IndexLockedError extends IndexError {
  override readonly name = 'IndexLockedError';

  constructor(message: string, options?: ErrorOptions) {
    super('locked', message, options);
  }
}

/** Something on the web cannot be had. */
export class FetchError extends PullquoteError {
  override readonly name = 'FetchError';
  readonly address: string;
  /** Why, without the address: fits after `${address} `. */
  readonly reason: string;

  constructor(address: string, reason: string, options?: ErrorOptions) {
    super(`${address} ${reason}`, options);
    this.address = address;
    this.reason = reason;
  }
}

/** A file cannot be saved in the corpus folder. */
export class SaveError extends PullquoteError {
  override readonly name = 'SaveError';
  readonly why: 'full' | 'read-only' | 'other';

  constructor(file: string, cause: unknown) {
    const { code = '', message } = cause as NodeJS.ErrnoException;
    const isFull = ['ENOSPC', 'EDQUOT'].includes(code);
    const isForbidden = ['EACCES', 'EPERM', 'EROFS'].includes(code);
    const reason = isFull
      ? 'the disk is full'
      : isForbidden
        ? 'the system does not allow it'
        : message;
    super(`${file} cannot be saved in the corpus folder: ${reason}`, { cause });
    this.why = isFull ? 'full' : isForbidden ? 'read-only' : 'other';
  }
}

/** The question cannot be asked: empty, too long, or without a word. */
export class QuestionError extends PullquoteError {
  override readonly name = 'QuestionError';
}

/** A quote is not the article's own text at the cited place. Never shown to a reader as a quote. */
export class QuoteMismatchError extends Error {
  override readonly name = 'QuoteMismatchError';
}
