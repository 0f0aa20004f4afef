import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CorpusError } from '../../errors.ts';

/** The text of a file, without a byte order mark. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === 'ENOENT'
        ? 'there is no such file'
        : 'it cannot be read';
    throw new CorpusError(`${file}: ${reason}.`, { cause: error });
  }
}

/**
 * The JSON value in `text`, checked.
 *
 * @param place where the text stands, for the error: a file, with the line where it is one of many.
 * @throws CorpusError in one line: the place, the path inside the value, what is wrong.
 */
export function parseJson<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  place: string,
): z.output<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CorpusError(`${place}: this is not JSON (${(error as Error).message}).`, {
      cause: error,
    });
  }
  return checked(value, schema, place);
}

/** The value, if it has the right form; else a CorpusError in one line. */
export function checked<Schema extends z.ZodType>(
  value: unknown,
  schema: Schema,
  place: string,
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path.length ? `${z.core.toDotPath(issue.path)}: ` : '';
  throw new CorpusError(`${place}: ${path}${issue?.message}.`);
}

/** The values of a file with one JSON value a line, each with its place; empty lines are skipped. */
export function readJsonLines<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): { value: z.output<Schema>; place: string }[] {
  return readText(file)
    .split('\n')
    .map((line, index) => ({ line, place: `${file}, line ${index + 1}` }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, place }) => ({ value: parseJson(line, schema, place), place }));
}
