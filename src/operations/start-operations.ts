import { collectDefaultMetrics, Registry } from 'prom-client';
import type { BotOptions } from '../discord/create-bot.ts';
import type { ServingWatcher } from '../serving/watcher.ts';
import { healthOf, type Running } from './health.ts';
import { indexingMetrics } from './indexing-metrics.ts';
import { questionMetrics } from './question-metrics.ts';
import { type OperationsServer, serveOperations } from './server.ts';
import { stateMetrics } from './state-metrics.ts';

export interface Operations extends OperationsServer {
  /** To be told what goes on where questions are taken, and where they are answered. */
  watcher: ServingWatcher & NonNullable<BotOptions['watcher']>;
}

/**
 * Begins to count, and tells it to whoever asks on this machine, health and metrics alike.
 *
 * @param port 0 for any free one
 * @throws what the system says (`EADDRINUSE`, `EACCES`) when the port cannot be opened
 */
export async function startOperations(port: number, running: Running): Promise<Operations> {
  const register = new Registry();
  const watcher = { ...questionMetrics(register), ...indexingMetrics(register) };
  stateMetrics(register, running);
  const server = await serveOperations(port, { register, health: () => healthOf(running) });
  // The process itself: memory, processor time, and how late the event loop is.
  collectDefaultMetrics({ register });
  return { ...server, watcher };
}
