import { expect, it } from 'vitest';
import { reasonOf } from '../../src/fetching/fetch-reason.ts';

it('says that a server takes too long where the time is over, headers or not', async () => {
  const { reason } = AbortSignal.abort(new DOMException('over', 'TimeoutError'));
  expect(reasonOf(reason)).toBe('cannot be had: its server takes too long');
});

it.each([
  ['ENOTFOUND', /no host of that name/],
  ['ECONNREFUSED', /does not answer/],
  ['UND_ERR_BODY_TIMEOUT', /takes too long/],
  ['EPROTO', /\(EPROTO\)/],
])('says of %s what it means', (code, expected) => {
  expect(reasonOf(Object.assign(new Error('x'), { code }))).toMatch(expected);
});
