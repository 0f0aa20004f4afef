import type { PassageStore } from '../../store/types.ts';
import { slipCost } from './slips.ts';
import type { Spelling } from './spelling.ts';
import { folded, isCapital, MIN_WORD_LENGTH, type Vocabulary, type WordUse } from './vocabulary.ts';

/** One slip that is likely costs at most this much. */
const ONE_SLIP = 1;
/** Two that are likely each. */
const TWO_SLIPS = 2;
/** Shorter words with two slips have too many neighbours. */
const TWO_SLIPS_FROM = 9;
/** A name that the articles have once may be another one than that which was asked for. */
const MIN_USES_OF_NAME = 2;
/** Share of a word's uses with a capital from which it is a name. */
const NAME_SHARE = 0.2;
/** What ten times the uses make up for, in cost. */
const FREQUENCY_WEIGHT = 0.2;
/** With more unknown words than these the question is about something else, or in another language. */
const MAX_UNKNOWN = 2;

/** Letters between what is no letter; of `isn't` and `O'Neill` neither part, but `town` of `town's`. */
const TYPED_WORD =
  /(?<![\p{L}\p{M}\p{N}'’])\p{L}[\p{L}\p{M}]{3,}(?![\p{L}\p{M}\p{N}]|['’](?!s\b))/gu;

/**
 * The question with those words corrected that neither the articles nor the English language have,
 * and that are a likely slip away from a word of the articles. Undefined where there is none.
 *
 * Numbers stay as they are. A name (a capital within the question) becomes only another name.
 */
export async function correctQuestion(
  question: string,
  store: Pick<PassageStore, 'termWeights' | 'manifest'>,
  spelling: Spelling,
): Promise<string | undefined> {
  const unheld = [...question.matchAll(TYPED_WORD)].filter(([word]) => isUnheld(word, store));
  if (unheld.length === 0) return undefined;
  const isEnglish = await spelling.isEnglish();
  const unknown = unheld.filter(([word]) => !isEnglish(folded(word)));
  if (unknown.length === 0 || unknown.length > MAX_UNKNOWN) return undefined;
  const vocabulary = await spelling.vocabulary();
  let corrected = question;
  for (const { 0: word, index } of unknown.reverse()) {
    const isName = index > 0 && isCapital(word);
    const meant = nearestWord(folded(word), vocabulary, isName);
    if (meant === undefined) continue;
    const written = isCapital(word) ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant;
    corrected = corrected.slice(0, index) + written + corrected.slice(index + word.length);
  }
  return corrected === question ? undefined : corrected;
}

/** Whether no passage has the word in any inflection. */
function isUnheld(word: string, store: Pick<PassageStore, 'termWeights' | 'manifest'>): boolean {
  // Lucene's idf of a term that one passage holds: what no passage holds has a greater one.
  const rarest = Math.log(1 + (store.manifest.passages - 0.5) / 1.5);
  const weights = [...store.termWeights(word).values()];
  return weights.length > 0 && weights.every((weight) => weight > rarest + Number.EPSILON);
}

/** The word that was most likely meant, if one is near enough; the likelier slip, else the commoner. */
function nearestWord(typed: string, vocabulary: Vocabulary, isName: boolean): string | undefined {
  const most = !isName && typed.length >= TWO_SLIPS_FROM ? TWO_SLIPS : ONE_SLIP;
  let best: { word: string; score: number } | undefined;
  for (
    let length = Math.max(typed.length - 2, MIN_WORD_LENGTH);
    length <= typed.length + 2;
    length++
  ) {
    for (const [word, use] of vocabulary.get(length) ?? []) {
      if (isName && !isNameLike(use)) continue;
      const cost = slipCost(typed, word, most);
      if (cost > most) continue;
      const score = cost - FREQUENCY_WEIGHT * Math.log10(use.count);
      if (!best || score < best.score) best = { word, score };
    }
  }
  return best?.word;
}

function isNameLike({ count, named }: WordUse): boolean {
  return named >= MIN_USES_OF_NAME && named >= NAME_SHARE * count;
}
