import { fileURLToPath } from 'node:url';
import { type ParsedArticle, readCorpus } from '../corpus/index.ts';
import { readQuestions } from '../evaluation/questions.ts';

/** The articles that come with the project, and questions about them. */
export const SAMPLE_FOLDER = fileURLToPath(new URL('../../corpus', import.meta.url));
/** Far above its articles. */
export const SAMPLE_LIMITS = { maxArticleBytes: 2 ** 20 };
const QUESTIONS = `${SAMPLE_FOLDER}/questions.jsonl`;

/** The models that come with the project: every system runs the same. */
export const EMBEDDING_MODEL = 'bge-small-en-v1.5';
export const RERANKER = 'ms-marco-MiniLM-L-12-v2';

export async function sampleArticles(): Promise<ParsedArticle[]> {
  const { articles } = await readCorpus(SAMPLE_FOLDER, SAMPLE_LIMITS);
  return articles;
}

export interface SampleQuestion {
  text: string;
  /** The ids of the passages that answer. */
  answeredBy: string[];
}

/** The questions that an article answers, each paragraph's at a distance from each other. */
export function sampleQuestions(): SampleQuestion[] {
  const questions = readQuestions(QUESTIONS).flatMap((question) =>
    question.answer === null
      ? []
      : [
          {
            text: question.question,
            answeredBy: [question, ...(question.also ?? [])].map(
              ({ article, paragraph }) => `${article}#${paragraph}`,
            ),
          },
        ],
  );
  // Every seventh, then every seventh from the second on, …: few questions are of all articles.
  return Array.from({ length: 7 }, (_, first) =>
    questions.filter((_, i) => i % 7 === first),
  ).flat();
}
