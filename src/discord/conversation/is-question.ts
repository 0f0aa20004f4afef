import { plainWords } from '../../retrieval/rules/plain-words.ts';
import { QUESTION_RULES } from './languages/index.ts';

/** With a question mark; shorter ones are reactions ("really?", "what?"). */
const MIN_WORDS = 3;
const MIN_WORDS_UNMARKED = 4;

const whole = (patterns: readonly string[]) => new RegExp(`^(?:${patterns.join('|')})$`, 'u');
const RULES = QUESTION_RULES.map(
  ({ openers, lead, whoKnows, unmarked, statements, toPeople, you }) => ({
    you,
    openers: new Set(plainWords(openers).map(({ plain }) => plain)),
    lead: new RegExp(`^(?:(?:${lead}) )+`, 'u'),
    whoKnows: new RegExp(`(?:${whoKnows}) $`, 'u'),
    unmarked: whole(unmarked),
    statements: whole(statements),
    toPeople: new RegExp(`(?:^| )(?:${toPeople})(?: |$)`, 'u'),
  }),
);

/** Whether a message in a channel full of people is a question for the articles. */
export function isQuestion(text: string): boolean {
  if (/https?:\/\//u.test(text)) return false;
  const words = plainWords(text.replace(/\bUS\b/gu, 'USA'));
  const isMarked = /[?？؟⸮]/u.test(text);
  if (words.length < (isMarked ? MIN_WORDS : MIN_WORDS_UNMARKED)) return false;
  const said = words.map(({ plain }) => plain).join(' ');
  const readings = RULES.map((rules) => reading(said, rules));
  if (readings.includes('talk')) return false;
  return isMarked || readings.includes('question');
}

/** What a language makes of it: undefined where it does not look like one of its own. */
function reading(said: string, rules: (typeof RULES)[number]): 'question' | 'talk' | undefined {
  const rest = said.replace(rules.lead, '');
  const opens = rules.openers.has(rest.split(' ')[0] ?? '');
  const asksWhoKnows = rest !== said && rules.whoKnows.test(said.slice(0, -rest.length));
  if (rules.statements.test(rest) || (asksWhoKnows && !opens)) return 'talk';
  if (opens && rules.toPeople.test(rest)) return 'talk';
  if (rules.you?.said.test(rest) && !rules.you.ofAnybody.test(rest)) return 'talk';
  return rules.unmarked.test(rest) ? 'question' : undefined;
}
