import { termsOf } from '../../store/terms.ts';
import type { Gap } from './kept-questions.ts';

/** Questions that ask the same in other words, the most frequent wording first. */
export interface GapGroup {
  why: Gap['why'];
  /** Of all wordings together. */
  times: number;
  /** Milliseconds since 1970. */
  last: number;
  wordings: [Gap, ...Gap[]];
}

/** Two questions are alike from this share of common terms on (Jaccard). */
const ALIKE_FROM = 0.6;
/** Words that ask, and are polite, in the terms of the index. */
const ASKING: ReadonlySet<string> = new Set(
  termsOf(
    'much many number please tell me know about can could you i we somebody anybody anyone has have had would should exactly actually really so just there get got all any some',
  ),
);

/** Groups the questions by likeness; the most frequent group first. The same list gives the same groups. */
export function groupGaps(gaps: readonly Gap[]): GapGroup[] {
  const groups: GapGroup[] = [];
  const ordered = [...gaps].sort(
    (a, b) => b.times - a.times || b.last - a.last || (a.question < b.question ? -1 : 1),
  );
  for (const gap of ordered) {
    const group = groups.find(
      ({ why, wordings: [first] }) => why === gap.why && asksTheSame(first.question, gap.question),
    );
    if (!group) groups.push({ why: gap.why, times: gap.times, last: gap.last, wordings: [gap] });
    else {
      group.wordings.push(gap);
      group.times += gap.times;
      group.last = Math.max(group.last, gap.last);
    }
  }
  return groups.sort((a, b) => b.times - a.times || b.last - a.last);
}

/** Whether two questions have nearly the same terms, and the same figures and denials. */
export function asksTheSame(a: string, b: string): boolean {
  const [left, right] = [subjectOf(a), subjectOf(b)];
  if (left.size === 0 || right.size === 0) return a.trim().toLowerCase() === b.trim().toLowerCase();
  if (decisive(a) !== decisive(b)) return false;
  const common = [...left].filter((term) => right.has(term)).length;
  return common / (left.size + right.size - common) >= ALIKE_FROM;
}

function subjectOf(question: string): Set<string> {
  const terms = termsOf(question);
  const own = terms.filter((term) => !ASKING.has(term));
  return new Set(own.length > 0 ? own : terms);
}

/** What must be equal: figures, denials, and whether a person, a time or a reason is asked for. */
function decisive(question: string): string {
  const words = question.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
  const asked = words.find((word) => /^(?:who|whose|when|where|why)$/u.test(word)) ?? '';
  const figures = words.filter((word) => /\p{N}/u.test(word)).sort();
  const denies = words.some((word) => /^(?:not?|never|without|cannot)$|n['’]t$/u.test(word));
  return JSON.stringify([asked, figures, denies]);
}
