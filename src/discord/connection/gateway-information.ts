import { setTimeout as sleep } from 'node:timers/promises';
import { type APIGatewayBotInfo, REST, Routes } from 'discord.js';
import type { Logger } from 'pino';
import { z } from 'zod';
import { backOffMs } from './back-off.ts';
import { type Trouble, troubleOf } from './login-trouble.ts';

/** How long the API may take for one answer, in milliseconds. */
export const ANSWER_TIMEOUT_MS = 10_000;

const limit = z.object({
  total: z.number(),
  remaining: z.number(),
  reset_after: z.number(),
  max_concurrency: z.number().int().positive(),
});
const schema = z.object({
  url: z.string().refine(isGatewayUrl, { error: 'url' }),
  shards: z.number().int().positive(),
  session_start_limit: limit,
});

export interface Access {
  token: string;
  apiUrl?: string | undefined;
  /** Ends the waiting. */
  stopped: AbortSignal;
  log: Logger;
}

/**
 * Asks where the gateway is, until Discord says so and allows a login.
 *
 * @throws SettingError or PullquoteError when asking again would not help, and what `stopped`
 *   says when it is aborted.
 */
export async function gatewayInformation(access: Access): Promise<APIGatewayBotInfo> {
  const { stopped, log } = access;
  let told = '';
  for (let failures = 1; ; failures++) {
    const { information, trouble } = await askOnce(access);
    if (information) return information;
    if (trouble.line !== told) log.warn(trouble.line);
    told = trouble.line;
    await sleep(Math.max(trouble.waitMs, backOffMs(failures)), undefined, { signal: stopped });
  }
}

type Answer =
  | { information: APIGatewayBotInfo; trouble: null }
  | { information: null; trouble: Trouble };

async function askOnce(access: Access): Promise<Answer> {
  const rest = restWithoutPatience(access);
  const tooLate = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
  try {
    const signal = AbortSignal.any([access.stopped, tooLate]);
    const information = schema.parse(await rest.get(Routes.gatewayBot(), { signal }));
    const { remaining, reset_after: resetMs } = information.session_start_limit;
    if (remaining >= information.shards) return { information, trouble: null };
    return { information: null, trouble: noLoginsLeft(resetMs) };
  } catch (error) {
    access.stopped.throwIfAborted();
    return { information: null, trouble: troubleOf(error, access.apiUrl) };
  }
}

/** A client of the API that asks once, and leaves the waiting to whoever asks. */
export function restWithoutPatience({ token, apiUrl }: Pick<Access, 'token' | 'apiUrl'>): REST {
  return new REST({
    ...(apiUrl ? { api: apiUrl } : {}),
    retries: 0,
    timeout: ANSWER_TIMEOUT_MS,
    rejectOnRateLimit: () => true,
    hashSweepInterval: 0,
    handlerSweepInterval: 0,
  }).setToken(token);
}

function noLoginsLeft(waitMs: number): Trouble {
  const until = new Date(Date.now() + waitMs).toISOString().slice(0, 16).replace('T', ' ');
  return {
    line: `This bot has used up its logins at Discord for today; the next one is allowed at ${until} UTC. Waiting until then.`,
    waitMs,
  };
}

/** Whether a WebSocket can be opened there. */
export function isGatewayUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return (protocol === 'wss:' || protocol === 'ws:') && hostname !== '';
}
