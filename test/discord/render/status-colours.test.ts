import { expect, it } from 'vitest';
import { STATUS_COLOURS } from '../../../src/discord/message/components.ts';

type Rgb = [number, number, number];

/** Machado, Oliveira and Fernandes (2009), severity 1: how those see who lack one kind of cones. */
const SIGHTS: Record<string, number[][]> = {
  'all colours': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'no red cones': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'no green cones': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'no blue cones': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** The least difference that is told apart at a glance, as a distance of linear RGB (at most √3). */
const DISTINCT = 0.15;

const linear = (colour: number): Rgb =>
  [16, 8, 0].map((shift) => {
    const value = ((colour >> shift) & 255) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as Rgb;

const seen = (colour: number, sight: number[][]): number[] =>
  sight.map((row) => row.reduce((sum, weight, i) => sum + weight * (linear(colour)[i] ?? 0), 0));

it.each(
  Object.entries(SIGHTS),
)('each status has a colour of its own for who sees %s', (_, sight) => {
  const { answered, likely, near, missed } = STATUS_COLOURS;
  const colours = [answered, likely, near, missed].map((colour) => seen(colour, sight));
  for (const [i, one] of colours.entries()) {
    for (const other of colours.slice(i + 1)) {
      const distance = Math.hypot(...one.map((value, at) => value - (other[at] ?? 0)));
      expect(distance).toBeGreaterThan(DISTINCT);
    }
  }
});
