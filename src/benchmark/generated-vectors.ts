import type { Random } from '../evaluation/random.ts';

/** Normally distributed numbers are drawn once; a vector takes them from a random place on. */
const NOISE = 2 ** 20;
const STRIDES = 64;

/**
 * How strong each part of a vector is. Vectors of bge-small share a direction: two passages at
 * random have a cosine of about .55, two of one article .75, a passage and its own window .9.
 */
const COMMON = 0.7;
const TOPIC = 0.45;
const PASSAGE = 0.5;
const WINDOW = 0.4;

/** Makes unit vectors that lie to each other as those of a sentence embedding do. */
export class VectorSource {
  readonly #random: Random;
  readonly #noise: Float32Array;
  readonly #common: Float32Array;
  readonly #dimensions: number;

  constructor(dimensions: number, random: Random) {
    this.#dimensions = dimensions;
    this.#random = random;
    this.#noise = normalNumbers(random);
    this.#common = this.#direction();
  }

  /** What the passages of an article have in common. */
  topic(): Float32Array {
    return this.#near(this.#common, COMMON, TOPIC);
  }

  /** The vectors of a passage: the whole first, then `windows` of its parts. */
  passage(topic: Float32Array, windows: number): Float32Array[] {
    const whole = this.#near(topic, Math.hypot(COMMON, TOPIC), PASSAGE);
    const strength = Math.hypot(COMMON, TOPIC, PASSAGE);
    return [whole, ...Array.from({ length: windows }, () => this.#near(whole, strength, WINDOW))];
  }

  /** A question: as near to a passage as one of its windows. */
  question(passage: Float32Array): Float32Array {
    return this.#near(passage, Math.hypot(COMMON, TOPIC, PASSAGE), WINDOW);
  }

  #near(base: Float32Array, strength: number, noise: number): Float32Array {
    const other = this.#direction();
    return unit(base.map((value, i) => strength * value + noise * (other[i] ?? 0)));
  }

  #direction(): Float32Array {
    const stride = 1 + 2 * this.#random.below(STRIDES);
    let place = this.#random.below(NOISE);
    const numbers = new Float32Array(this.#dimensions);
    for (let i = 0; i < numbers.length; i++) {
      numbers[i] = this.#noise[place] ?? 0;
      place = (place + stride) % NOISE;
    }
    return unit(numbers);
  }
}

/** By Box and Muller's method. */
function normalNumbers(random: Random): Float32Array {
  const uniform = () => (random.below(2 ** 30) + 1) / 2 ** 30;
  return Float32Array.from({ length: NOISE }, () => {
    return Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  });
}

function unit(numbers: Float32Array): Float32Array {
  let sum = 0;
  for (const value of numbers) sum += value * value;
  const norm = Math.sqrt(sum);
  return numbers.map((value) => value / norm);
}
