import { AutoModelForSequenceClassification, AutoTokenizer } from '@xenova/transformers';
import { LocalIndex } from 'vectra';
import { embeddingProfile } from '../../../inference/index.ts';
import { EMBEDDING_MODEL, RERANKER, sampleArticles } from '../../sample.ts';
import { plainEmbedder } from '../embedding/plain-loop.ts';
import type { AnsweringSystem } from './answering-system.ts';

/** The passages nearest to the question that the cross-encoder reads. */
const NEAREST = 20;

type Metadata = { id: string; text: string };
const indexIn = (folder: string) => new LocalIndex<Metadata>(folder);

/**
 * What a tutorial gives: a vector for each paragraph in vectra's default index; the question is
 * embedded, the nearest 20 are read by the cross-encoder in one batch, and the best one answers.
 * All of it runs on the main thread, with our models.
 */
export const plainPipeline: AnsweringSystem = {
  async build(folder) {
    const embed = await plainEmbedder();
    const index = indexIn(folder);
    await index.createIndex();
    await index.beginUpdate();
    for (const { passages } of await sampleArticles()) {
      for (const { id, plain } of passages) {
        await index.insertItem({ vector: await embed(plain), metadata: { id, text: plain } });
      }
    }
    await index.endUpdate();
  },
  async open(folder) {
    const [embed, { queryPrefix }, tokenizer, model] = await Promise.all([
      plainEmbedder(),
      embeddingProfile(EMBEDDING_MODEL, () => {}),
      AutoTokenizer.from_pretrained(RERANKER),
      AutoModelForSequenceClassification.from_pretrained(RERANKER),
    ]);
    const index = indexIn(folder);
    return {
      async ask(question) {
        const vector = await embed(queryPrefix + question);
        const found = await index.queryItems(vector, '', NEAREST);
        const texts = found.map(({ item }) => item.metadata.text);
        const input = tokenizer(
          texts.map(() => question),
          { text_pair: texts, padding: true, truncation: true },
        );
        const { logits } = await model(input);
        const scores = Array.from(logits.data as Float32Array);
        return found[scores.indexOf(Math.max(...scores))]?.item.metadata.id ?? null;
      },
      close: async () => {},
    };
  },
};
