import { setTimeout as sleep } from 'node:timers/promises';
import {
  DiscordAPIError,
  HTTPError,
  RateLimitError,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { backOffMs } from '../connection/back-off.ts';
import {
  type Access,
  ANSWER_TIMEOUT_MS,
  restWithoutPatience,
} from '../connection/gateway-information.ts';
import { registerCommands } from './register.ts';

/** The longest wait until it is tried again, in milliseconds. */
const MAX_WAIT_MS = 30 * 60_000;

type Commands = readonly RESTPostAPIApplicationCommandsJSONBody[];

/**
 * Makes Discord know the commands; where it does not take them, this is logged in one line, and
 * tried again until `stopped`. The bot needs no command to answer mentions.
 *
 * @returns after the first try, with what came of it
 */
export async function keepCommandsRegistered(
  access: Access,
  applicationId: string,
  commands: Commands,
): Promise<'written' | 'unchanged' | 'refused'> {
  const first = await tryOnce(access, applicationId, commands);
  if (first.outcome !== 'refused') return first.outcome;
  access.log.warn(first.line);
  void keepTrying(access, applicationId, commands, first);
  return 'refused';
}

async function keepTrying(
  access: Access,
  applicationId: string,
  commands: Commands,
  first: Refusal,
): Promise<void> {
  const { stopped, log } = access;
  let last = first;
  for (let failures = 1; !stopped.aborted; failures++) {
    const waitMs = Math.max(last.waitMs, backOffMs(failures, MAX_WAIT_MS));
    await sleep(waitMs, undefined, { signal: stopped }).catch(() => {});
    if (stopped.aborted) return;
    const next = await tryOnce(access, applicationId, commands);
    if (next.outcome !== 'refused')
      return log.info({ commands: next.outcome }, 'commands are known');
    if (next.line !== last.line) log.warn(next.line);
    last = next;
  }
}

interface Refusal {
  outcome: 'refused';
  line: string;
  /** The least time after which to try again, in milliseconds. */
  waitMs: number;
}

async function tryOnce(
  access: Access,
  applicationId: string,
  commands: Commands,
): Promise<Refusal | { outcome: 'written' | 'unchanged' }> {
  const signal = AbortSignal.any([access.stopped, AbortSignal.timeout(2 * ANSWER_TIMEOUT_MS)]);
  try {
    const rest = restWithoutPatience(access);
    const isWritten = await registerCommands(rest, applicationId, commands, signal);
    return { outcome: isWritten ? 'written' : 'unchanged' };
  } catch (error) {
    const line = `Discord did not take the commands (${reasonOf(error)}): mentions are answered, commands may not be. Trying again from time to time.`;
    return {
      outcome: 'refused',
      line,
      waitMs: error instanceof RateLimitError ? error.retryAfter : 0,
    };
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof RateLimitError) return '429';
  if (error instanceof DiscordAPIError) {
    return error.code ? `${error.status}, code ${error.code}` : String(error.status);
  }
  if (error instanceof HTTPError) return String(error.status);
  const { code, name } = error as { code?: unknown; name?: unknown };
  return String(code ?? name ?? 'no answer that can be read');
}
