import { modelText } from '../../corpus/index.ts';
import { sampleArticles } from '../sample.ts';
import { type EmbeddingSystemName, startEmbedding } from '../systems/embedding/index.ts';
import { serve } from './serve.ts';

/** The process in which a way of embedding is measured; its name is the argument. */
const system = await startEmbedding(process.argv[2] as EmbeddingSystemName);
const articles = await sampleArticles();

/** In characters, of the passage alone. */
const LENGTHS = { short: [0, 250], long: [400, 1_200] } as const;
export type Length = keyof typeof LENGTHS;

const methods = {
  /** Embeds passages of one kind as they are. @returns the milliseconds of one passage */
  async embed(length: Length, count: number): Promise<number> {
    const [shortest, longest] = LENGTHS[length];
    const texts = articles
      .flatMap(({ article, passages }) =>
        passages.map((_, index) => modelText(article, passages, index)),
      )
      .filter(({ body }) => body.length >= shortest && body.length <= longest)
      .slice(0, count);
    return timePerPiece(texts.length, () => system.embed(texts));
  },

  /** Makes all that is embedded of passages. @returns the milliseconds of one passage */
  async makeSearchable(count: number): Promise<number> {
    const chosen: typeof articles = [];
    let passages = 0;
    for (const article of articles) {
      if (passages >= count) break;
      chosen.push(article);
      passages += article.passages.length;
    }
    return timePerPiece(passages, () => system.makeSearchable(chosen));
  },

  close: (): Promise<void> => system.close(),
};
export type EmbeddingMethods = typeof methods;
serve(methods);

async function timePerPiece(pieces: number, work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / pieces;
}
