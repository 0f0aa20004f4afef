import type { Article, ModelText, Passage } from '../passage.ts';
import { introductionOf, modelText } from './model-text.ts';
import { sentenceTexts } from './row-texts.ts';

/**
 * Sentences of a passage are embedded together up to this length, in characters. One vector of a
 * whole paragraph blurs its facts: with those of its sentences the dense search alone finds the
 * right one of 646 paragraphs first for 82% of questions instead of 69% (docs/quality.md).
 */
const WINDOW_LENGTH = 220;

/**
 * What is embedded of a passage: each run of sentences of about a window's length, or the whole
 * where that is one window. The nearest of its vectors is what the passage counts by. The vector of
 * a longer whole beside them costs as much again and finds nothing more.
 *
 * @param passages all passages of the article
 * @param index of the passage among them
 */
export function embeddingTexts(
  article: Pick<Article, 'title'>,
  passages: readonly Passage[],
  index: number,
): ModelText[] {
  const whole = modelText(article, passages, index);
  const windows = windowsOf(sentenceTexts(passages[index] as Passage));
  if (windows.length < 2) return [whole];
  const introduction = introductionOf(passages, index);
  return windows.map((window) => ({
    head: whole.head,
    body: introduction ? `${introduction} ${window}` : window,
  }));
}

function windowsOf(sentences: readonly string[]): string[] {
  const windows: string[] = [];
  let window = '';
  for (const sentence of sentences) {
    if (window && window.length + 1 + sentence.length > WINDOW_LENGTH) {
      windows.push(window);
      window = '';
    }
    window = window ? `${window} ${sentence}` : sentence;
  }
  if (window) windows.push(window);
  return windows;
}
