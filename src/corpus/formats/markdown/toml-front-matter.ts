import { parse, TomlDate, TomlError } from 'smol-toml';
import { ArticleError } from '../../../errors.ts';
import { type ArticleFields, readFields } from '../../article-fields.ts';
import { clipped } from '../../draft.ts';

/** In characters. */
const MAX_TOML_LENGTH = 16_384;

/**
 * Reads the TOML between the `+++` lines at the top of an article, as Hugo has it. Keys that it
 * does not know are left alone; a field that is wrong is left out.
 *
 * @throws ArticleError for what is no TOML, naming the line, and for what is too large
 */
export function parseTomlFrontMatter(file: string, toml: string): ArticleFields {
  if (toml.length > MAX_TOML_LENGTH) {
    throw new ArticleError(file, `front matter has more than ${MAX_TOML_LENGTH} characters`);
  }
  const { warnings, ...fields } = readFields(asWritten(readToml(file, toml)));
  return { ...fields, warnings: warnings.map((warning) => `front matter: ${warning}`) };
}

function readToml(file: string, toml: string): Record<string, unknown> {
  try {
    return parse(toml, { maxDepth: 16 });
  } catch (cause) {
    const { message } = cause as Error;
    // The TOML begins in the file's second line.
    const line = cause instanceof TomlError ? `line ${cause.line + 1}: ` : '';
    const [what = ''] = message.replace('Invalid TOML document: ', '').split('\n');
    throw new ArticleError(file, `front matter is no TOML: ${line}${clipped(what, 200)}`, {
      cause,
    });
  }
}

/** Days and numbers as the text they were written as, so that a title may be 1984. */
function asWritten(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (value instanceof TomlDate) return [name, value.toISOString().slice(0, 10)];
      return [name, typeof value === 'number' ? String(value) : value];
    }),
  );
}
