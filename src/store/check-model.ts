import { IndexError } from '../errors.ts';
import type { EmbeddingProfile } from '../passage.ts';

/** What a model computes must be the same; the name it goes by may change with where it lies. */
const COMPARED = [
  'sha256',
  'dimensions',
  'pooling',
  'queryPrefix',
  'passagePrefix',
  'maxTokens',
] as const;

/** What tells apart models whose vectors cannot be compared. */
export function modelKey(model: EmbeddingProfile): string {
  return COMPARED.map((part) => model[part]).join(' ');
}

/** @throws IndexError where questions would be embedded by another model than the passages were. */
export function checkModel(index: string, stored: EmbeddingProfile, asked: EmbeddingProfile): void {
  const other = COMPARED.find((part) => stored[part] !== asked[part]);
  if (other === undefined) return;
  const [made, now] = [JSON.stringify(stored[other]), JSON.stringify(asked[other])];
  throw new IndexError(
    'model',
    `The index in ${index} was made with another model (${stored.model} with ${other} ${made}, not ${asked.model} with ${now}): run \`npm run embed -- --force\`.`,
  );
}
