import { basename } from 'node:path';
import type { ParsedArticle } from '../../corpus/index.ts';
import { CorpusError } from '../../errors.ts';
import type { EvalQuestion, EvaluationSet, Gold } from '../evaluation-set.ts';
import { type AnswerableQuestion, type Question, questionSchema } from '../questions.ts';
import { readJsonLines } from './read.ts';
import { readArticles } from './read-articles.ts';

type Place = Pick<AnswerableQuestion, 'article' | 'paragraph' | 'answer'>;

/**
 * Reads the project's own form: one question a line, about the articles of a corpus folder. A
 * question is its own id, so that runs can be compared when lines were added between them.
 *
 * @throws CorpusError that names the file and the line.
 */
export async function readOwnQuestions(file: string, corpus: string): Promise<EvaluationSet> {
  const articles = await readArticles(corpus);
  const questions = readJsonLines(file, questionSchema).map(({ value, place }) =>
    toQuestion(value, articles, place),
  );
  return { name: basename(file), articles: [...articles.values()], questions };
}

function toQuestion(
  asked: Question,
  articles: ReadonlyMap<string, ParsedArticle>,
  line: string,
): EvalQuestion {
  const { question } = asked;
  if (asked.answer === null) return { id: question, question, kind: asked.kind, gold: [] };
  const places: Place[] = [asked, ...(asked.also ?? [])];
  return {
    id: question,
    question,
    kind: 'answerable',
    articleId: asked.article,
    gold: places.map((place) => findPlace(place, articles, line)),
  };
}

function findPlace(
  { article, paragraph, answer }: Place,
  articles: ReadonlyMap<string, ParsedArticle>,
  line: string,
): Gold {
  const passage = articles.get(article)?.passages[paragraph - 1];
  if (!passage) throw new CorpusError(`${line}: there is no paragraph ${paragraph} in ${article}.`);
  const spans = occurrences(answer, passage.text).map((at) => ({
    start: passage.start + at,
    end: passage.start + at + answer.length,
  }));
  if (spans.length > 0) return { passageId: passage.id, relevance: 1, spans };
  throw new CorpusError(`${line}: "${answer}" is not in paragraph ${paragraph} of ${article}.`);
}

function occurrences(words: string, text: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}
