import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { CorpusError } from '../../errors.ts';
import type { EvalQuestion, EvaluationSet } from '../evaluation-set.ts';
import { assembleArticle } from './assemble.ts';
import { checked, parseJson, readJsonLines, readText } from './read.ts';

const id = z.union([z.string(), z.number()]).transform(String);
const documentSchema = z.object({ _id: id, title: z.string().default(''), text: z.string() });
const querySchema = z.object({ _id: id, text: z.string() });
const citingQuerySchema = querySchema.extend({ cited: z.array(id) });
const judgementSchema = z.tuple([z.string(), z.string(), z.coerce.number()], {
  error: 'must hold a query id, a document id and a score, with tabs between',
});

/** Which of a BEIR folder's judgements are used: the first of these that is there. */
const SPLITS = ['test', 'dev', 'train'];

/** Relevance of documents by query: query id → document id → grade above 0. */
type Judgements = Map<string, Map<string, number>>;
type Query = z.output<typeof querySchema>;

/**
 * Reads a BEIR folder (`corpus.jsonl`, `queries.jsonl`, `qrels/*.tsv`), or SciFact as plain JSON
 * (`corpus.json`, `queries_*.json` whose claims list the documents they cite). Every document is an
 * article of one passage; queries without a relevant document are left out.
 *
 * @throws CorpusError that names the file and the line.
 */
export function readBeir(folder: string): EvaluationSet {
  const plain = existsSync(join(folder, 'corpus.json'));
  const documents = plain
    ? readArray(join(folder, 'corpus.json'), documentSchema)
    : readJsonLines(join(folder, 'corpus.jsonl'), documentSchema).map(({ value }) => value);
  const articles = documents
    .filter(({ text }) => text.trim() !== '')
    .map(({ _id, title, text }) => assembleArticle(_id, title, [text]));
  const known = new Set(articles.map(({ article }) => article.id));
  const { queries, judgements } = plain ? readCitations(folder) : readQrels(folder);
  const questions = queries.flatMap(({ _id, text }): EvalQuestion[] => {
    const gold = [...(judgements.get(_id) ?? [])]
      .filter(([document, relevance]) => relevance > 0 && known.has(document))
      .map(([document, relevance]) => ({ passageId: `${document}#1`, relevance, spans: [] }));
    return gold.length > 0 ? [{ id: _id, question: text, kind: 'answerable', gold }] : [];
  });
  return { name: basename(resolve(folder)), articles, questions };
}

function readCitations(folder: string): { queries: Query[]; judgements: Judgements } {
  const file = readdirSync(folder).find((name) => /^queries.*\.json$/.test(name));
  if (!file) throw new CorpusError(`${folder}: there is no queries*.json beside corpus.json.`);
  const queries = readArray(join(folder, file), citingQuerySchema);
  const judgements = new Map(
    queries.map(({ _id, cited }) => [_id, new Map(cited.map((document) => [document, 1]))]),
  );
  return { queries, judgements };
}

function readQrels(folder: string): { queries: Query[]; judgements: Judgements } {
  const file = SPLITS.map((split) => join(folder, 'qrels', `${split}.tsv`)).find(existsSync);
  if (!file) throw new CorpusError(`${folder}: there is no qrels/${SPLITS.join('.tsv or ')}.tsv.`);
  const rows: string[][] = parse(readText(file), {
    delimiter: '\t',
    quote: null,
    skip_empty_lines: true,
    relax_column_count: true,
  });
  const judgements: Judgements = new Map();
  rows.slice(1).forEach((row, index) => {
    const [query, document, score] = checked(row, judgementSchema, `${file}, line ${index + 2}`);
    judgements.set(query, (judgements.get(query) ?? new Map()).set(document, score));
  });
  const queries = readJsonLines(join(folder, 'queries.jsonl'), querySchema);
  return { queries: queries.map(({ value }) => value), judgements };
}

function readArray<Item extends z.ZodType>(file: string, item: Item): z.output<Item>[] {
  return parseJson(readText(file), z.array(item), file);
}
