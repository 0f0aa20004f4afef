/** A vector as pgvector reads it. */
export function toVectorText(vector: Float32Array): string {
  return `[${vector.join()}]`;
}

/** A vector as pgvector writes it, made a unit vector again: half of its digits were cut off. */
export function fromVectorText(text: string): Float32Array {
  const numbers = text.slice(1, -1).split(',').map(Number);
  const norm = Math.hypot(...numbers) || 1;
  return Float32Array.from(numbers, (value) => value / norm);
}
