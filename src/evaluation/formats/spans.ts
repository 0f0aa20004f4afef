import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { CorpusError } from '../../errors.ts';
import type { Article, Passage, Span } from '../../passage.ts';
import type { EvalQuestion, EvaluationSet, Gold } from '../evaluation-set.ts';
import { locate } from './code-points.ts';
import { checked, parseJson, readText } from './read.ts';
import { readArticles } from './read-articles.ts';

const rowSchema = z.object({
  question: z.string().min(1),
  references: z.string(),
  corpus_id: z.string(),
});
const referencesSchema = z
  .array(z.object({ content: z.string().min(1), start_index: z.int().min(0) }))
  .min(1);

/**
 * Reads questions with exact spans: a table with the columns `question`, `references` (JSON:
 * `content` and `start_index`, in code points) and `corpus_id`, the name of a file in `corpus`
 * without its ending. The articles are read as the product reads them.
 *
 * @param file the CSV file.
 * @param corpus the folder of the articles.
 * @throws CorpusError that names the file and the line.
 */
export async function readSpans(file: string, corpus: string): Promise<EvaluationSet> {
  const articles = await readArticles(corpus);
  const questions = readRows(file).map(({ row, place }, index): EvalQuestion => {
    const about = articles.get(row.corpus_id);
    if (!about) throw new CorpusError(`${place}: ${corpus} holds no article "${row.corpus_id}".`);
    const references = readReferences(row.references, about.article, place);
    const gold = about.passages.flatMap((passage) => goldIn(passage, references));
    return {
      id: String(index + 1),
      question: row.question,
      kind: 'answerable',
      articleId: row.corpus_id,
      gold,
      references,
    };
  });
  return { name: basename(file), articles: [...articles.values()], questions };
}

function readRows(file: string): { row: z.output<typeof rowSchema>; place: string }[] {
  let rows: { record: unknown; info: { lines: number } }[];
  try {
    rows = parse(readText(file), { columns: true, info: true, skip_empty_lines: true });
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new CorpusError(`${file}: ${error.message}.`, { cause: error });
  }
  return rows.map(({ record, info }) => {
    const place = `${file}, line ${info.lines}`;
    return { row: checked(record, rowSchema, place), place };
  });
}

function readReferences(json: string, article: Article, place: string): Span[] {
  return parseJson(json, referencesSchema, place).map(({ content, start_index }) => {
    const start = locate(article.text, content, start_index);
    if (start === null) {
      throw new CorpusError(
        `${place}: "${content}" is not at character ${start_index} of ${article.file}.`,
      );
    }
    return { start, end: start + content.length };
  });
}

/** The parts of the references that are inside the passage. */
function goldIn(passage: Passage, references: readonly Span[]): Gold[] {
  const spans = references
    .map(({ start, end }) => ({
      start: Math.max(start, passage.start),
      end: Math.min(end, passage.end),
    }))
    .filter(({ start, end }) => start < end);
  return spans.length > 0 ? [{ passageId: passage.id, relevance: 1, spans }] : [];
}
