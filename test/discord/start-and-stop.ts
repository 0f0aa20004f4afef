import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { createBot } from '../../src/discord/create-bot.ts';
import { ARTICLES } from './articles.ts';
import { libraryOf } from './library.ts';
import { optionsFor } from './running-bot.ts';

/**
 * Starts a bot for each token and API address among the arguments, stops them all while they are
 * connecting, and says so. Whatever they leave behind keeps this process alive.
 */
const places = process.argv
  .slice(2)
  .flatMap((token, i, all) => (i % 2 === 0 ? [{ token, apiUrl: all[i + 1] ?? '' }] : []));
const log = pino({ level: 'warn' }, pino.destination({ dest: 2, sync: true }));
const bots = places.map((place) =>
  createBot({ ...optionsFor(place, { library: libraryOf(ARTICLES) }), log }),
);
const starts = bots.map((bot) => bot.start());
const ended = Promise.allSettled(starts);
await sleep(3_000);
process.stdout.write('stopping\n');
await Promise.all(bots.map((bot) => bot.stop()));
const results = await ended;
process.stdout.write(`stopped ${results.filter(({ status }) => status === 'rejected').length}\n`);
