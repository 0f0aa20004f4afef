import { join } from 'node:path';
import { openEmbeddedSet } from '../src/evaluation/embedded-set.ts';
import { readEvaluationSet } from '../src/evaluation/index.ts';
import { stepProgress } from '../src/evaluation/progress.ts';
import { foundPairs, ownPair, type Pair } from '../src/evaluation/reader/pairs.ts';
import { createStatesFile, type StatesExample } from '../src/evaluation/reader/states-file.ts';
import { loadModel } from '../src/inference/child/load-model.ts';
import { pairInput } from '../src/inference/child/model-input.ts';
import { questionStates, sentenceStates } from '../src/inference/child/pooled-states.ts';
import { startInference } from '../src/inference/index.ts';
import { MODELS_FOLDER, modelFiles, RERANKER } from '../src/inference/model-files.ts';
import { MAX_TOKENS } from '../src/inference/profiles.ts';
import { READER_LAYERS, SENTENCE_LAYERS } from '../src/inference/reader-outputs.ts';
import { createReading } from '../src/retrieval/reading.ts';
import { createCommand } from '../src/terminal/command.ts';
import { EXIT } from '../src/terminal/exit-codes.ts';
import { runCommand } from '../src/terminal/run-command.ts';

const CACHE_DIR = '.pullquote/cache';

interface Options {
  found: string;
  every: string;
  own?: true;
  part: string;
}

await runCommand(async () => {
  const command = createCommand('npm run dump-reader --')
    .description("Reads a set's questions with passages, and writes the states that heads fit to.")
    .argument('<questions>', 'in the format of SQuAD 2.0')
    .argument('<out>', 'NAME of the files NAME.jsonl and NAME.f32')
    .option('--own', 'read each question with the passage that it was written for')
    .option('--found <n>', 'read it with the first n passages found, too', '0')
    .option('--every <n>', '… but only every n-th question', '1')
    .option('--part <k/n>', 'only the k-th of n parts, to use more than one core', '1/1')
    .parse();
  const [questions, out] = command.args as [string, string];
  const options = command.opts<Options>();
  const [part = 1, parts = 1] = options.part.split('/').map(Number);

  const set = await readEvaluationSet(questions, {});
  const inference = await startInference({
    embeddingModel: 'bge-small-en-v1.5',
    processes: 1,
    load: ['embedder'],
  });
  const store = await openEmbeddedSet(set, { embedder: inference, cacheDir: CACHE_DIR });
  const model = await loadModel(await modelFiles(join(MODELS_FOLDER, RERANKER)));

  const read = async ({ question, passage, isOwn, answers, found }: Pair) => {
    const shelf = await store.read([passage.articleId]);
    const { textOf } = createReading(question.question, inference, shelf);
    const text = textOf(passage);
    const { input, ...places } = pairInput(model.tokenizer, question.question, text, MAX_TOKENS);
    const outputs = await model.run(input);
    const example: StatesExample = {
      id: question.id,
      question: question.question,
      kind: question.kind,
      passage: passage.id,
      isOwn,
      answers,
      ...(found && { found }),
      logit: outputs.first.data[0] ?? Number.NaN,
      sentences: places.sentences.length,
      asked: questionStates(outputs, READER_LAYERS, places.question),
      said: places.sentences.map((span) => sentenceStates(outputs, SENTENCE_LAYERS, span)),
    };
    return example;
  };

  const file = createStatesFile(out);
  const progress = stepProgress();
  const mine = set.questions.filter((_, index) => index % parts === part - 1);
  for (const [done, question] of mine.entries()) {
    const finds = Number(options.found) > 0 && done % Number(options.every) === 0;
    const found = finds ? await foundPairs(question, Number(options.found), store, inference) : [];
    const own =
      options.own && !found.some(({ isOwn }) => isOwn) ? await ownPair(question, store) : [];
    for (const pair of [...own, ...found]) file.write(await read(pair));
    progress.show('reading', { done: done + 1, total: mine.length });
  }
  progress.stop();
  await file.close();
  await inference.close();
  return EXIT.answered;
});
