import { termsOf } from '../../store/terms.ts';
import type { Dimension } from './units.ts';
import { unitAt } from './units.ts';

/** What kind of figure a question asks for. */
export type AskedQuantity =
  | { kind: 'dimension'; dimensions: readonly Dimension[]; unit: string | undefined }
  /** Terms any of which names what is counted. */
  | { kind: 'count'; counted: readonly string[] }
  | { kind: 'date' }
  | { kind: 'time' };

const MEASURED: readonly Dimension[] = [
  'length',
  'mass',
  'volume',
  'temperature',
  'speed',
  'money',
  'share',
  'energy',
  'data',
];

/** Tried in this order. */
const PATTERNS: readonly [RegExp, readonly Dimension[]][] = [
  [/\bhow (?:high|tall|deep|wide|thick|far|broad)\b/iu, ['length']],
  [/\bhow long\b/iu, ['duration', 'length']],
  [/\bhow (?:heavy)\b|\bweigh\w*\b/iu, ['mass']],
  [/\bhow (?:hot|cold|warm)\b|\btemperature\b/iu, ['temperature']],
  [/\bhow fast\b|\bspeed\b/iu, ['speed']],
  [/\bhow (?:old)\b|\bwait\b|\bduration\b/iu, ['duration']],
  [/\b(?:what|which) (?:share|percentage|proportion|per cent|percent)\b|\bturnout\b/iu, ['share']],
  [/\b(?:cost|price|damage|budget|revenue|salary|fee|fine)s?\b/iu, ['money', 'share']],
  [/\b(?:height|depth|length|width|distance|level|altitude)\b/iu, ['length']],
  [/\bhow (?:much|big|large)\b/iu, MEASURED],
];
const TIME = /\b(?:what|which) time\b|\b(?:what|which) hour\b/iu;
const DATE =
  /^\W*(?:and |so |but )?(?:when|since when|until when|by when)\b|\b(?:what|which|in what|in which) (?:date|day|month|year)\b/iu;
const MANY =
  /\b(?:how many|(?:the )?number of|how large (?:is|was) the number of) (?<noun>[^?.,;]+)/iu;
const NO_FIGURE = /^\W*(?:who|whose|whom|why|where)\b/iu;

/** The noun phrase ends where a verb or a preposition begins. */
const VERB_OR_PREPOSITION =
  /\b(?:were|was|are|is|be|been|did|do|does|had|have|has|can|could|will|would|should|must|may|in|on|at|of|by|from|for|with|without|there|that|who|which|took|take|left|lost|got|went|came|died|lived?)\b/iu;

/** What is counted is the first plural; a verb without a helping word may follow it. */
const PLURAL = /(?<!\p{L})(?:\p{L}+(?<![siu])s|people|men|women|children)(?!\p{L})/iu;

/** Different words for what is counted, in their terms. */
const SAME_THING: readonly (readonly string[])[] = [
  'homes households houses dwellings',
  'people persons inhabitants residents',
  'employees workers staff',
  'passengers travellers',
  'members',
  'deaths dead victims fatalities casualties',
].map((words) => termsOf(words));

/** What figure is asked for; undefined where none is. */
export function askedQuantity(question: string): AskedQuantity | undefined {
  if (NO_FIGURE.test(question)) return undefined;
  const many = MANY.exec(question)?.groups?.noun;
  if (many !== undefined) return counted(many);
  if (TIME.test(question)) return { kind: 'time' };
  if (DATE.test(question)) return { kind: 'date' };
  for (const [pattern, dimensions] of PATTERNS) {
    if (pattern.test(question)) return { kind: 'dimension', dimensions, unit: undefined };
  }
  return undefined;
}

function counted(phrase: string): AskedQuantity | undefined {
  const unit = unitAt(phrase)?.unit;
  if (unit) return { kind: 'dimension', dimensions: [unit.dimension], unit: unit.name };
  const noun = phrase.slice(0, VERB_OR_PREPOSITION.exec(phrase)?.index);
  const plural = noun.match(PLURAL)?.[0];
  const head = termsOf(plural ?? noun).at(-1);
  if (head === undefined) return undefined;
  const same = SAME_THING.find((words) => words.includes(head)) ?? [head];
  return { kind: 'count', counted: same };
}
