import writeFileAtomic from 'write-file-atomic';
import { auroc } from '../src/evaluation/metrics/auroc.ts';
import { mean } from '../src/evaluation/metrics/mean.ts';
import { fitSaid, fitSentence } from '../src/evaluation/reader/fit-heads.ts';
import { readStatesFile, type StatesExample } from '../src/evaluation/reader/states-file.ts';
import type { Heads } from '../src/inference/child/heads.ts';
import { product } from '../src/inference/child/judge-text.ts';
import { READER_LAYERS, SENTENCE_LAYERS, STATES_SIZE } from '../src/inference/reader-outputs.ts';
import { createCommand } from '../src/terminal/command.ts';
import { EXIT } from '../src/terminal/exit-codes.ts';
import { runCommand } from '../src/terminal/run-command.ts';

/** Chosen by cross-validation over the articles that the heads are fitted to. */
const SENTENCE_FIT = { ridge: 0.03, epochs: 10, rate: 0.002 };
const SAID_FIT = { ridge: 0.05, epochs: 15, rate: 0.001 };
/** Digits of a weight: more change no score by a hundredth. */
const DIGITS = 4;

await runCommand(async () => {
  const command = createCommand('npm run fit-reader --')
    .description("Fits the heads of the cross-encoder's inner layers to what dump-reader wrote.")
    .argument('<states...>', 'NAMEs of the files NAME.jsonl and NAME.f32')
    .requiredOption('--out <heads.json>')
    .requiredOption('--provenance <text>', 'what the heads were fitted to, for whoever reads them')
    .option('--check <states...>', 'print how good they are on these, too')
    .parse();
  const {
    out,
    provenance,
    check = [],
  } = command.opts<{
    out: string;
    provenance: string;
    check?: string[];
  }>();
  const examples = await readAll(command.args);
  const heads = headsFittedTo(examples, provenance);
  await writeFileAtomic(out, `${JSON.stringify(heads)}\n`);
  report('fitted to', examples, heads);
  if (check.length > 0) report('checked on', await readAll(check), heads);
  return EXIT.answered;
});

async function readAll(names: readonly string[]): Promise<StatesExample[]> {
  const sizes = {
    asked: READER_LAYERS.length * STATES_SIZE.asked,
    said: SENTENCE_LAYERS.length * STATES_SIZE.said,
  };
  // A question's own passage may have been found, too, and be in another file.
  const all = new Map<string, StatesExample>();
  for (const name of names) {
    for await (const one of readStatesFile(name, sizes)) all.set(`${one.id} ${one.passage}`, one);
  }
  return [...all.values()];
}

function headsFittedTo(examples: readonly StatesExample[], provenance: string): Heads {
  const sentence = fitSentence(
    examples.filter(({ answers, said }) => answers.length > 0 && said.length > 1),
    SENTENCE_FIT,
  );
  const said = fitSaid(
    examples.map((one) => ({ ...one, isSaid: one.answers.length > 0, weight: 1 })),
    SAID_FIT,
  );
  const short = (value: number) => Number(value.toPrecision(DIGITS));
  return {
    provenance,
    sentence: { layers: [...SENTENCE_LAYERS], weights: sentence.map(short) },
    said: {
      layers: [...READER_LAYERS],
      weights: said.weights.map(short),
      logit: short(said.logit),
      intercept: short(said.intercept),
    },
  };
}

function report(what: string, examples: readonly StatesExample[], { said, sentence }: Heads): void {
  const score = ({ asked, logit }: StatesExample) =>
    said.intercept + said.logit * logit + product(said.weights, asked);
  const answered = examples.filter(({ answers }) => answers.length > 0);
  const others = examples.filter(({ answers }) => answers.length === 0);
  const area = (negatives: readonly StatesExample[], of: (example: StatesExample) => number) =>
    auroc(answered.map(of), negatives.map(of))?.toFixed(3) ?? '–';
  const marked = answered.map(({ said: states, answers }) => {
    const scores = states.map((state) => product(sentence.weights, state));
    return Number(answers.includes(scores.indexOf(Math.max(...scores))));
  });
  const impossible = others.filter(({ isOwn }) => isOwn);
  const elsewhere = others.filter(({ isOwn }) => !isOwn);
  console.log(`${what}: ${examples.length} pairs, ${answered.length} answered
  answering sentence first: ${((mean(marked) ?? 0) * 100).toFixed(1)}%
  AUROC against impossible questions: ${area(impossible, score)} (logit ${area(impossible, ({ logit }) => logit)})
  AUROC against other passages: ${area(elsewhere, score)} (logit ${area(elsewhere, ({ logit }) => logit)})`);
}
