import type { Intake } from '../../src/discord/adding/intake.ts';

/** For bots that nobody gives an article. */
export const NO_INTAKE: Intake = {
  maxBytes: 0,
  fromAddress: refuse,
  fromUpload: refuse,
  tryOut: refuse,
  save: refuse,
  replace: refuse,
};

function refuse(): Promise<never> {
  return Promise.reject(new Error('This bot takes no articles.'));
}
