import writeFileAtomic from 'write-file-atomic';
import { auroc } from '../src/evaluation/metrics/auroc.ts';
import { mean } from '../src/evaluation/metrics/mean.ts';
import { fitSaid, fitSentence } from '../src/evaluation/reader/fit-heads.ts';
import { readStatesFile, type StatesExample } from '../src/evaluation/reader/states-file.ts';
import type { Heads } from '../src/inference/child/heads.ts';
import { judgeStates, weightedSum } from '../src/inference/child/judge-text.ts';
import { READER_LAYERS, SENTENCE_LAYERS, STATES_SIZE } from '../src/inference/reader-outputs.ts';
import { createCommand } from '../src/terminal/command.ts';
import { EXIT } from '../src/terminal/exit-codes.ts';
import { runCommand } from '../src/terminal/run-command.ts';

const SENTENCE_FIT = { ridge: 0.03, epochs: 10, rate: 0.002 };
const SAID_FIT = { ridge: 0.08, epochs: 12, rate: 0.001 };
/** A passage that was only found is easier to tell from one that answers than an impossible question's own. */
const FOUND_WEIGHT = 0.3;
/** Digits of a weight: more change no score by a hundredth. */
const DIGITS = 4;

interface Options {
  out: string;
  provenance: string;
  without?: string[];
  check?: string[];
}

await runCommand(async () => {
  const command = createCommand('npm run fit-reader --')
    .description("Fits the heads of the cross-encoder's inner layers to what dump-reader wrote.")
    .argument('<states...>', 'NAMEs of the files NAME.jsonl and NAME.f32')
    .requiredOption('--out <heads.json>')
    .requiredOption('--provenance <text>', 'what the heads were fitted to, for whoever reads them')
    .option('--without <articles...>', 'leave these articles out, by their ids')
    .option('--check <states...>', 'print how good they are on these, too')
    .parse();
  const { out, provenance, without = [], check = [] } = command.opts<Options>();
  const examples = await readAll(command.args);
  const isLeftOut = ({ passage }: StatesExample) =>
    without.some((article) => passage.startsWith(`${article}#`));
  const kept = examples.filter((one) => !isLeftOut(one));
  const heads = headsFittedTo(kept, provenance);
  await writeFileAtomic(out, `${JSON.stringify(heads)}\n`);
  report('fitted to', kept, heads);
  if (without.length > 0) report('left out', examples.filter(isLeftOut), heads);
  if (check.length > 0) report('checked on', await readAll(check), heads);
  return EXIT.answered;
});

async function readAll(names: readonly string[]): Promise<StatesExample[]> {
  const sizes = {
    asked: READER_LAYERS.length * STATES_SIZE.asked,
    said: SENTENCE_LAYERS.length * STATES_SIZE.said,
  };
  // A question's own passage may have been found, too, perhaps in parts: the first file counts.
  const all = new Map<string, StatesExample>();
  for (const name of names) {
    for await (const one of readStatesFile(name, sizes)) {
      const key = `${one.id} ${one.passage}`;
      if (!all.has(key)) all.set(key, one);
    }
  }
  return [...all.values()];
}

function headsFittedTo(examples: readonly StatesExample[], provenance: string): Heads {
  const short = (value: number) => Number(value.toPrecision(DIGITS));
  const sentence = fitSentence(
    examples.filter(({ answers, said }) => answers.length > 0 && said.length > 1),
    SENTENCE_FIT,
  ).map(short);
  const { weights, intercept } = fitSaid(
    examples.map((one) => ({
      states: Float32Array.of(...one.asked, ...bestOf(one, sentence), one.logit),
      isSaid: one.answers.length > 0,
      weight: one.isOwn ? 1 : FOUND_WEIGHT,
    })),
    SAID_FIT,
  );
  const ofQuestion = READER_LAYERS.length * STATES_SIZE.asked;
  return {
    provenance,
    sentence: { layers: [...SENTENCE_LAYERS], weights: sentence },
    said: {
      layers: [...READER_LAYERS],
      question: weights.slice(0, ofQuestion).map(short),
      sentence: weights.slice(ofQuestion, -1).map(short),
      logit: short(weights.at(-1) ?? 0),
      intercept: short(intercept),
    },
  };
}

/** The states of the sentence that answers best by these weights. */
function bestOf({ said }: StatesExample, weights: readonly number[]): Float32Array {
  const scores = said.map((states) => weightedSum(weights, states));
  return said[scores.indexOf(Math.max(...scores))] as Float32Array;
}

function report(what: string, examples: readonly StatesExample[], heads: Heads): void {
  const judged = examples.map(({ isOwn, answers, logit, asked, said }) => {
    return { isOwn, answers, logit, ...judgeStates(heads, logit, asked, said) };
  });
  const answered = judged.filter(({ answers }) => answers.length > 0);
  const others = judged.filter(({ answers }) => answers.length === 0);
  const marked = answered.map(({ sentences, answers }) =>
    Number(answers.includes(sentences.indexOf(Math.max(...sentences)))),
  );
  const area = (isOwn: boolean, of: 'said' | 'logit') =>
    auroc(
      answered.map((one) => one[of]),
      others.filter((one) => one.isOwn === isOwn).map((one) => one[of]),
    )?.toFixed(3) ?? '–';
  console.log(`${what}: ${examples.length} pairs, ${answered.length} answered
  answering sentence first: ${((mean(marked) ?? 0) * 100).toFixed(1)}%
  AUROC against impossible questions: ${area(true, 'said')} (logit ${area(true, 'logit')})
  AUROC against other passages: ${area(false, 'said')} (logit ${area(false, 'logit')})`);
}
