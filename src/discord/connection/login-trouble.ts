import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { ZodError } from 'zod';
import { type PullquoteError, SettingError } from '../../errors.ts';

/** What is in the way of a login and may pass. */
export interface Trouble {
  /** One line for the person who runs the bot. */
  line: string;
  /** The least time after which to try again, in milliseconds. */
  waitMs: number;
}

const AGAIN = 'Trying again, at least once a minute.';

/**
 * Tells what may pass from what has to be set right.
 *
 * @throws SettingError or PullquoteError for what does not pass by itself.
 */
export function troubleOf(error: unknown, apiUrl: string | undefined): Trouble {
  const where = apiUrl ? `Discord at ${plainUrl(apiUrl)}` : 'Discord';
  const check = apiUrl ? 'Check DISCORD_API_URL.' : 'Is there a proxy in between?';
  if (error instanceof RateLimitError) {
    const seconds = Math.ceil(error.retryAfter / 1_000);
    const wait = seconds > 0 ? `${seconds} s` : 'a while';
    return {
      line: `${where} asks the bot to wait ${wait} before it logs in (429). ${AGAIN}`,
      waitMs: error.retryAfter,
    };
  }
  if (error instanceof HTTPError) {
    return { line: `${where} has a fault of its own (${error.status}). ${AGAIN}`, waitMs: 0 };
  }
  if (error instanceof DiscordAPIError) throw refused(error, where, check);
  const { name, code } = error as { name?: unknown; code?: unknown };
  if (name === 'AbortError' || name === 'TimeoutError') {
    return { line: `${where} gives no answer within 10 s. ${AGAIN}`, waitMs: 0 };
  }
  if (code === 'ERR_INVALID_URL' || code === 'UND_ERR_INVALID_ARG') {
    throw new SettingError(
      `DISCORD_API_URL=${apiUrl} is no address. Correct it, or leave it empty.`,
    );
  }
  if (error instanceof ZodError && error.issues.every(({ path }) => path[0] === 'url')) {
    throw new SettingError(
      `${where} names no address of a gateway (a wss: URL) to connect to. ${check}`,
    );
  }
  if (typeof code === 'string') {
    return {
      line: `${where} cannot be reached (${code}). ${AGAIN} Check the network${apiUrl ? ', and DISCORD_API_URL' : ''}.`,
      waitMs: 0,
    };
  }
  // What was no JSON, or other JSON than Discord's.
  throw new SettingError(`${where} does not answer as Discord does. ${check}`);
}

function refused(error: DiscordAPIError, where: string, check: string): PullquoteError {
  if (error.status === 401) return wrongToken();
  return new SettingError(
    `${where} refuses the bot (${error.status}${error.code ? `, code ${error.code}` : ''}). ${check}`,
  );
}

export function wrongToken(): SettingError {
  return new SettingError(
    'DISCORD_TOKEN is not accepted by Discord. Copy it again from Bot → Token at https://discord.com/developers/applications.',
  );
}

/** Without the name and the password that an address may hold. */
function plainUrl(url: string): string {
  if (!URL.canParse(url)) return url;
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
