import { Counter, Histogram, type Registry } from 'prom-client';
import type { BotOptions } from '../discord/create-bot.ts';
import { STATUSES } from '../passage.ts';
import type { ServingWatcher } from '../serving/watcher.ts';

type DeskWatcher = NonNullable<BotOptions['watcher']>;
type Done = Parameters<DeskWatcher['done']>[0];
type Refused = Exclude<Done, { kind: 'answer' | 'quotes' | 'checked' }>;
type Reason = Exclude<Refused['kind'], 'busy'> | Extract<Refused, { kind: 'busy' }>['who'];

/** Each is there from the start, as 0: an increase from nothing at all is seen by no alert. */
const REASONS = Object.keys({
  member: true,
  guild: true,
  queue: true,
  stopping: true,
  empty: true,
  'too-long': true,
  away: true,
  failed: true,
} satisfies Record<Reason, true>);

/** In seconds: from an answer that is remembered to one that nobody waits for any more. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Counts what becomes of questions, and measures where their time goes. */
export function questionMetrics(
  register: Registry,
): DeskWatcher & Pick<ServingWatcher, 'searched'> {
  const registers = [register];
  const questions = new Counter({
    name: 'pullquote_questions_total',
    help: 'Questions that were answered, by how sure the answer is.',
    labelNames: ['status'],
    registers,
  });
  const refusals = new Counter({
    name: 'pullquote_refusals_total',
    help: 'Questions, searches and checks of quotations that were turned away, by reason.',
    labelNames: ['reason'],
    registers,
  });
  const answers = new Histogram({
    name: 'pullquote_answer_seconds',
    help: 'From the arrival of a question to its answer, without the sending of it.',
    buckets: SECONDS,
    registers,
  });
  const waits = new Histogram({
    name: 'pullquote_queue_wait_seconds',
    help: 'How long a question waited for its turn.',
    buckets: SECONDS,
    registers,
  });
  const stages = new Histogram({
    name: 'pullquote_stage_seconds',
    help: 'How long the steps of computing an answer took; a step that was not needed is not counted.',
    labelNames: ['stage'],
    buckets: SECONDS,
    registers,
  });
  for (const status of STATUSES) questions.inc({ status }, 0);
  for (const reason of REASONS) refusals.inc({ reason }, 0);
  return {
    done(outcome, seconds) {
      if (outcome.kind === 'answer') {
        questions.inc({ status: outcome.answer.status });
        answers.observe(seconds);
      } else if (outcome.kind !== 'quotes' && outcome.kind !== 'checked') {
        refusals.inc({ reason: outcome.kind === 'busy' ? outcome.who : outcome.kind });
      }
    },
    waited: (seconds) => waits.observe(seconds),
    searched({ total, ...steps }) {
      const all = { embed: steps.embed, keywords: steps.lexical, vectors: steps.dense };
      for (const [stage, seconds] of Object.entries({ ...all, read: steps.rerank, total })) {
        if (seconds > 0) stages.observe({ stage }, seconds);
      }
    },
  };
}
