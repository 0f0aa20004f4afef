import { basename } from 'node:path';
import { z } from 'zod';
import { CorpusError } from '../../errors.ts';
import type { Passage, Span } from '../../passage.ts';
import type { EvalQuestion, EvaluationSet } from '../evaluation-set.ts';
import { assembleArticle } from './assemble.ts';
import { locate } from './code-points.ts';
import { parseJson, readText } from './read.ts';

const questionSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  question: z.string(),
  answers: z.array(z.object({ text: z.string().min(1), answer_start: z.int().min(0) })),
  is_impossible: z.boolean().default(false),
});
const squadSchema = z.object({
  data: z
    .array(
      z.object({
        title: z.string(),
        paragraphs: z.array(z.object({ context: z.string().min(1), qas: z.array(questionSchema) })),
      }),
    )
    .min(1),
});
type SquadQuestion = z.output<typeof questionSchema>;

/**
 * Reads SQuAD JSON, version 1.1 or 2.0: every paragraph is one passage, underscores in titles are
 * spaces, `is_impossible` makes a question impossible.
 *
 * @throws CorpusError that names the file and the place in it.
 */
export function readSquad(file: string): EvaluationSet {
  const { data } = parseJson(readText(file), squadSchema, file);
  const articles = data.map(({ title, paragraphs }) =>
    assembleArticle(
      title,
      title.replaceAll('_', ' '),
      paragraphs.map(({ context }) => context),
    ),
  );
  const questions = data.flatMap(({ paragraphs }, article) =>
    paragraphs.flatMap(({ qas }, paragraph) =>
      qas.map((qa) => toQuestion(qa, articles[article]?.passages[paragraph] as Passage, file)),
    ),
  );
  return { name: basename(file), articles, questions };
}

function toQuestion(qa: SquadQuestion, passage: Passage, file: string): EvalQuestion {
  const { id, question } = qa;
  const { articleId, id: passageId } = passage;
  if (qa.is_impossible) return { id, question, kind: 'impossible', gold: [], articleId, passageId };
  const spans = qa.answers.map(({ text, answer_start }): Span => {
    const offset = locate(passage.text, text, answer_start);
    if (offset === null) {
      throw new CorpusError(
        `${file}: question ${id}: the answer "${text}" is not at character ${answer_start} of its paragraph.`,
      );
    }
    const start = passage.start + offset;
    return { start, end: start + text.length };
  });
  const gold = [{ passageId, relevance: 1, spans }];
  return { id, question, kind: 'answerable', gold, articleId };
}
