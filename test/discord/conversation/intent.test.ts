import { describe, expect, it } from 'vitest';
import { intentOf } from '../../../src/discord/conversation/intent.ts';
import { INTENDED, NOT_INTENDED } from './intent-cases.ts';

describe.each(Object.entries(INTENDED))('wants %s:', (kind, texts) => {
  it.each(texts)('%s', (text) => expect(intentOf(text)?.kind).toBe(kind));
});

describe('wants none of these:', () => {
  it.each(NOT_INTENDED)('%s', (text) => expect(intentOf(text)).toBeUndefined());
});
