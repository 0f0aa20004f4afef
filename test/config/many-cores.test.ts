import { expect, it, vi } from 'vitest';
import { readSettings } from '../../src/config/settings.ts';

// A machine of 128 cores is more than most have.
vi.mock('node:os', async (original) => ({
  ...(await original<typeof import('node:os')>()),
  availableParallelism: () => 128,
}));

it('on a machine of more cores than processes are allowed, as many as allowed are the default', () => {
  expect(readSettings({}).INFERENCE_PROCESSES).toBe(64);
});
