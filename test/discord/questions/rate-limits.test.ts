import { describe, expect, it } from 'vitest';
import { createRateLimits } from '../../../src/discord/questions/rate-limits.ts';

describe('createRateLimits', () => {
  it('counts a limited number of members, and then forgets whom it counted longest ago', async () => {
    const limits = createRateLimits({ memberPerMinute: 1, guildPerMinute: 1 });
    expect(await limits.member('first')).toBe(0);
    expect(await limits.member('first')).toBeGreaterThan(0);
    for (let i = 0; i < 10_000; i++) await limits.member(`other ${i}`);
    expect(await limits.member('other 9999')).toBeGreaterThan(0);
    expect(await limits.member('first')).toBe(0);
  });
});
