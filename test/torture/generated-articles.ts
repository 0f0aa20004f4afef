import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Random } from '../../src/evaluation/random.ts';

const NAMES = 'Arlen Brogan Corvel Dunmore Eastry Farlow Gorran Hexham Ilton Jarrow Kelso Lorne';
const THINGS =
  'bridge lighthouse mill orchard harbour quarry chapel railway reservoir ferry market';
const DEEDS = 'opened closed flooded burned rebuilt measured painted moved surveyed sold';
const SOURCES = 'council keeper engineer newspaper surveyor harbourmaster miller registrar';

const PARAGRAPHS = 4;

/** A corpus of any size that a seed repeats: each article says of its own place what happened when. */
function generatedArticle(random: Random, number: number): string {
  const one = (words: string) => random.pick(words.split(' '), 1)[0] as string;
  const sentence = () =>
    `In ${1700 + random.below(320)} the ${one(SOURCES)} of ${one(NAMES)} wrote that the ${one(THINGS)} was ${one(DEEDS)}, and that ${random.below(9_000)} people came to see it.`;
  const paragraphs = Array.from({ length: PARAGRAPHS }, () =>
    Array.from({ length: 2 + random.below(3) }, sentence).join(' '),
  );
  return [`# The ${one(THINGS)} of ${one(NAMES)}, number ${number}`, ...paragraphs].join('\n\n');
}

/** Writes articles below a folder, a hundred a subfolder. */
export async function writeGeneratedArticles(
  folder: string,
  random: Random,
  numbers: readonly number[],
): Promise<void> {
  for (const number of numbers) {
    const path = join(folder, String(Math.floor(number / 100)), `${number}.md`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${generatedArticle(random, number)}\n`);
  }
}
