/** Where an article lies: the number of its segment in the generation, and its number in there. */
export interface ArticlePlace {
  segment: number;
  article: number;
}

/** The articles of a corpus in their order, two numbers each, in the machine's byte order. */
export function encodeOrder(order: readonly ArticlePlace[]): Buffer {
  const numbers = order.flatMap(({ segment, article }) => [segment, article]);
  return Buffer.from(Uint32Array.from(numbers).buffer);
}

/** @throws TypeError when the content is not what {@link encodeOrder} makes. */
export function decodeOrder(content: Buffer): ArticlePlace[] {
  if (content.length % 8 !== 0) throw new TypeError('not an order of articles');
  const numbers = new Uint32Array(content.buffer, content.byteOffset, content.length / 4);
  return Array.from({ length: numbers.length / 2 }, (_, i) => ({
    segment: numbers[2 * i] ?? 0,
    article: numbers[2 * i + 1] ?? 0,
  }));
}
