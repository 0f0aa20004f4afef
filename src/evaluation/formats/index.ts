import { dirname, join } from 'node:path';
import { CorpusError } from '../../errors.ts';
import type { EvaluationSet } from '../evaluation-set.ts';
import { readBeir } from './beir.ts';
import { readOwnQuestions } from './jsonl.ts';
import { type Format, findSource } from './source.ts';
import { readSpans } from './spans.ts';
import { readSquad } from './squad.ts';

/**
 * Reads a set of questions with the articles that they are asked of.
 *
 * @param path a file of questions, or a folder.
 * @param options.corpus the folder of the articles, for the formats whose articles are files:
 *   without it the questions' own folder (`jsonl`) or `corpora` beside them (`spans`).
 * @param options.format guessed from the path where not given.
 * @throws CorpusError in one line that names the file and the place in it.
 */
export async function readEvaluationSet(
  path: string,
  options: { corpus?: string | undefined; format?: Format | undefined } = {},
): Promise<EvaluationSet> {
  const source = findSource(path, options.format);
  const set = await readers[source.format](source.path, options.corpus);
  assertConsistent(set, path);
  return set;
}

const readers: Record<Format, (path: string, corpus?: string) => Promise<EvaluationSet>> = {
  jsonl: (path, corpus = dirname(path)) => readOwnQuestions(path, corpus),
  spans: (path, corpus = join(dirname(path), 'corpora')) => readSpans(path, corpus),
  squad: async (path) => readSquad(path),
  beir: async (path) => readBeir(path),
};

function assertConsistent({ articles, questions }: EvaluationSet, path: string): void {
  if (questions.length === 0) throw new CorpusError(`${path}: it holds no question.`);
  for (const ids of [questions.map(({ id }) => id), articles.map(({ article }) => article.id)]) {
    const seen = new Set<string>();
    for (const id of ids) {
      if (seen.has(id)) throw new CorpusError(`${path}: the id "${id}" is given twice.`);
      seen.add(id);
    }
  }
}
