import type { Ask } from '../../passage.ts';
import type { Asker, Desk } from '../questions/desk.ts';
import { groupGaps } from '../questions/group-gaps.ts';
import type { KeptQuestions } from '../questions/kept-questions.ts';
import { QueueFullError } from '../questions/queue.ts';

/** The most frequent ones. */
const MAX_ASKED = 20;
/** Whoever looks at the preview waits for this, in milliseconds. */
const ASKING_TIMEOUT_MS = 20_000;

/** Open questions of a server that were asked of new articles alone. */
export interface AnsweredGaps {
  answered: string[];
  asked: number;
  /** Of the server, all groups. */
  all: number;
}

/** Asks the questions that found no good answer of new articles, in the member's own turn. */
export async function answeredGaps(
  { kept, desk }: { kept: KeptQuestions; desk: Desk },
  { userId, guildId }: Asker,
  ask: Ask,
): Promise<AnsweredGaps> {
  const groups = groupGaps(kept.gaps(guildId ?? ''));
  const ending = performance.now() + ASKING_TIMEOUT_MS;
  const found: AnsweredGaps = { answered: [], asked: 0, all: groups.length };
  for (const { wordings } of groups.slice(0, MAX_ASKED)) {
    if (performance.now() > ending) break;
    const [{ question }] = wordings;
    try {
      const { status } = await desk.queue.add(userId, () => ask(question));
      found.asked++;
      if (status === 'answered' || status === 'likely') found.answered.push(question);
    } catch (error) {
      // Members ask a lot just now: theirs go first.
      if (error instanceof QueueFullError) break;
      throw error;
    }
  }
  return found;
}
