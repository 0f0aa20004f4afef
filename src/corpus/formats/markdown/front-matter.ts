import { parseDocument } from 'yaml';
import { ArticleError } from '../../../errors.ts';
import { type ArticleFields, readFields } from '../../article-fields.ts';
import { clipped } from '../../draft.ts';
import { yamlDepth } from './yaml-depth.ts';

/** In characters. */
const MAX_YAML_LENGTH = 16_384;
const DEEPEST_YAML = 16;

/**
 * Reads the YAML between the `---` lines at the top of an article. Keys that it does not know are
 * left alone; a field that is wrong is left out.
 *
 * @throws ArticleError for what is no YAML, naming the line, and for what is too large or too deep
 */
export function parseFrontMatter(file: string, yaml: string): ArticleFields {
  const fields = readFields(readYaml(file, yaml));
  return { ...fields, warnings: fields.warnings.map((warning) => `front matter: ${warning}`) };
}

/** Every scalar is read as the text it was written as, so that a title may be `1984` or `007`. */
function readYaml(file: string, yaml: string): Record<string, unknown> {
  checkSize(file, yaml);
  const document = parseDocument(yaml, {
    schema: 'failsafe',
    prettyErrors: false,
    logLevel: 'error',
  });
  const error = document.errors[0];
  if (error) {
    // The YAML begins in the file's second line.
    const line = 1 + yaml.slice(0, error.pos[0]).split('\n').length;
    throw new ArticleError(
      file,
      `front matter is no YAML: line ${line}: ${inOneLine(error.message)}`,
    );
  }
  const fields = toPlain(file, () => document.toJS({ maxAliasCount: 100 }));
  if (fields === null || fields === '') return {};
  if (typeof fields !== 'object' || Array.isArray(fields)) {
    throw new ArticleError(file, 'front matter must be fields such as "title: A title"');
  }
  return fields as Record<string, unknown>;
}

/** The parser's time and stack grow with the square of the length, and faster with the depth. */
function checkSize(file: string, yaml: string): void {
  if (yaml.length > MAX_YAML_LENGTH) {
    throw new ArticleError(file, `front matter has more than ${MAX_YAML_LENGTH} characters`);
  }
  if (yamlDepth(yaml) > DEEPEST_YAML) {
    throw new ArticleError(file, `front matter nests more than ${DEEPEST_YAML} levels deep`);
  }
}

function toPlain(file: string, convert: () => unknown): unknown {
  try {
    return convert();
  } catch (cause) {
    const { message } = cause as Error;
    throw new ArticleError(file, `front matter is no YAML: ${inOneLine(message)}`, { cause });
  }
}

function inOneLine(message: string): string {
  return clipped(message.replace(/\s+/g, ' '), 200);
}
