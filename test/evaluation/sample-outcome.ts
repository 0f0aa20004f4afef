import type { Outcome } from '../../src/evaluation/outcome.ts';

const scores = { 'recall@1': 1, 'recall@3': 1, 'recall@5': 1, 'mrr@10': 1, 'ndcg@10': 1 };

/** What comes of a question that is answered right, with the given differences. */
export function outcome(differences: Partial<Outcome> = {}): Outcome {
  return {
    id: 'q',
    protocol: 'whole',
    seed: 0,
    kind: 'answerable',
    question: 'When does the ferry sail?',
    status: 'answered',
    confidence: 0.9,
    right: true,
    stages: { lexical: scores, dense: scores, fused: scores, reranked: scores },
    answerShown: true,
    answerAtAGlance: true,
    answerMarked: true,
    wordsShown: true,
    referencesCovered: null,
    quotes: [
      {
        article: 'Ferry',
        paragraph: 1,
        text: 'It sails at 7.',
        marked: 'It sails at 7.',
        score: 0.9,
        verbatim: true,
      },
    ],
    expected: [{ article: 'Ferry', paragraph: 1, answers: ['7'] }],
    seconds: { embed: 0.01, lexical: 0, dense: 0, rerank: 0.2, total: 0.21 },
    features: {},
    ...differences,
  };
}

/** What comes of a question whose passage is found at no stage. */
export function wrong(differences: Partial<Outcome> = {}): Outcome {
  const none = { 'recall@1': 0, 'recall@3': 0, 'recall@5': 0, 'mrr@10': 0, 'ndcg@10': 0 };
  return outcome({
    right: false,
    stages: { lexical: none, dense: none, fused: none, reranked: none },
    answerShown: false,
    answerAtAGlance: false,
    answerMarked: false,
    wordsShown: false,
    ...differences,
  });
}
