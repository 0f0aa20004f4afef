import { z } from 'zod';
import { parseJson, readText } from './formats/read.ts';
import type { Figures } from './measure.ts';

const floorsSchema = z.record(
  z.string(),
  z.union([z.number(), z.strictObject({ min: z.number() }), z.strictObject({ max: z.number() })], {
    error: 'must be a number, {"min": number} or {"max": number}',
  }),
);

/** The bounds that figures have to keep, by their path; a bare number is a minimum. */
type Floors = z.output<typeof floorsSchema>;

/** @throws CorpusError when the file is missing or has another form. */
export function readFloors(file: string): Floors {
  return parseJson(readText(file), floorsSchema, file);
}

/** One line for every figure that breaks its bound or was not measured. */
export function brokenFloors(figures: Figures, floors: Floors): string[] {
  return Object.entries(floors).flatMap(([path, floor]) => {
    const value = figures[path] ?? null;
    if (value === null) return [`${path} was not measured, and has a bound.`];
    if (typeof floor === 'object' && 'max' in floor) {
      return value > floor.max ? [`${path} is ${round(value)}, above ${floor.max}.`] : [];
    }
    const min = typeof floor === 'number' ? floor : floor.min;
    return value < min ? [`${path} is ${round(value)}, below ${min}.`] : [];
  });
}

function round(value: number): string {
  return value.toFixed(4);
}
