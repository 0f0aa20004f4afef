import { expect, it, onTestFinished } from 'vitest';
import { EMBEDDING_MODEL } from '../../src/benchmark/sample.ts';
import { plainEmbedder } from '../../src/benchmark/systems/embedding/plain-loop.ts';
import { startInference } from '../../src/inference/index.ts';

it('embeds with the same model as ours: the vectors are nearly the same', async () => {
  const inference = await startInference({
    embeddingModel: EMBEDDING_MODEL,
    processes: 1,
    load: ['embedder'],
  });
  onTestFinished(() => inference.close());
  const embed = await plainEmbedder();
  const text = 'The river rose by two metres in the night of 14 November.';
  const [[ours = new Float32Array()] = []] = await inference.embedPassages([
    { head: '', body: text },
  ]);
  const plain = await embed(text);
  expect(plain).toHaveLength(ours.length);
  expect(plain.reduce((sum, value, i) => sum + value * (ours[i] ?? 0), 0)).toBeGreaterThan(0.999);
});
