import { Agent, request } from 'undici';
import { FetchError } from '../errors.ts';
import { reasonOf } from './fetch-reason.ts';
import { guardedLookup } from './guarded-lookup.ts';
import { HostTurns } from './host-turns.ts';
import { readAll, tooLarge } from './read-all.ts';
import { type Robots, readRobots } from './robots.ts';
import { webAddress } from './web-address.ts';

const USER_AGENT = 'Pullquote (a bot that quotes articles)';
const MAX_REDIRECTS = 5;
const CONNECT_TIMEOUT_MS = 10_000;
/** For one answer, from the request to its last byte. */
const ANSWER_TIMEOUT_MS = 30_000;
/** What Google reads of a robots.txt, in bytes. */
const MAX_ROBOTS_BYTES = 500 * 1_024;

export interface WebOptions {
  /** Also addresses of this machine and its own network. */
  allowPrivate: boolean;
  /** The largest answer that is taken, in bytes. */
  maxBytes: number;
  /** Ends whatever is under way. */
  signal: AbortSignal;
  /** Between two requests to one host, in milliseconds. */
  hostPauseMs?: number;
}

/** What a server said of the state of what it gave; it is asked with this the next time. */
interface Validators {
  etag?: string | undefined;
  lastModified?: string | undefined;
}

export interface WebFile extends Validators {
  bytes: Buffer;
  /** The media type, in small letters, without its parameters; empty where none is given. */
  type: string;
  /** The charset that the media type names. */
  charset?: string | undefined;
  /** Where it was found, after redirects. */
  url: URL;
}

/**
 * Gets files from the web as a polite guest: no more than a robots.txt allows, one request at a time
 * to each host with a pause between two, no answer larger or slower than the limits.
 */
export class Web {
  readonly #options: WebOptions;
  readonly #agent: Agent;
  readonly #robots = new Map<string, Promise<Robots>>();
  readonly #turns: HostTurns;

  constructor(options: WebOptions) {
    this.#options = options;
    this.#turns = new HostTurns(options.signal, options.hostPauseMs);
    this.#agent = new Agent({
      connect: { timeout: CONNECT_TIMEOUT_MS, lookup: guardedLookup(options.allowPrivate) },
    });
  }

  /**
   * @param since what was said when it was had before
   * @returns undefined where nothing has changed since
   * @throws FetchError when it cannot be had, with the reason; the signal's reason when it is
   *   aborted
   */
  async get(written: string, since: Validators = {}): Promise<WebFile | undefined> {
    let url = this.#address(written);
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      await this.#checkRobots(url);
      const answer = await this.#ask(url, since);
      if (answer.location === undefined) return answer.file;
      url = this.#address(absolute(answer.location, url));
    }
    throw new FetchError(written, `leads on and on (more than ${MAX_REDIRECTS} redirects)`);
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  #address(written: string): URL {
    return webAddress(written, this.#options.allowPrivate);
  }

  async #checkRobots(url: URL): Promise<void> {
    let robots = this.#robots.get(url.origin);
    if (!robots) {
      robots = this.#readRobots(new URL('/robots.txt', url));
      this.#robots.set(url.origin, robots);
    }
    const { allows, pauseMs } = await robots;
    if (pauseMs) this.#turns.slowDown(url.host, pauseMs);
    if (!allows(url.href)) {
      throw new FetchError(url.href, 'is not for programs, says the robots.txt of its site');
    }
  }

  /** No robots.txt, or none that can be had, forbids nothing. */
  async #readRobots(url: URL): Promise<Robots> {
    try {
      const { file } = await this.#ask(url, {});
      return readRobots(url, file?.bytes.subarray(0, MAX_ROBOTS_BYTES).toString() ?? '');
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      return readRobots(url, '');
    }
  }

  async #ask(url: URL, since: Validators): Promise<{ file?: WebFile; location?: string }> {
    try {
      return await this.#turns.take(url.host, () => this.#request(url, since));
    } catch (error) {
      this.#options.signal.throwIfAborted();
      if (error instanceof FetchError) throw error;
      throw new FetchError(url.href, reasonOf(error), { cause: error });
    }
  }

  async #request(url: URL, since: Validators): Promise<{ file?: WebFile; location?: string }> {
    const { signal, maxBytes } = this.#options;
    const limit = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
    const { statusCode, headers, body } = await request(url.href, {
      dispatcher: this.#agent,
      signal: AbortSignal.any([signal, limit]),
      headers: {
        'user-agent': USER_AGENT,
        accept:
          'text/html, application/xhtml+xml, text/markdown, application/feed+json, application/atom+xml, application/rss+xml, */*;q=0.5',
        ...(since.etag && { 'if-none-match': since.etag }),
        ...(since.lastModified && { 'if-modified-since': since.lastModified }),
      },
    });
    const header = (name: string) => [headers[name]].flat()[0];
    const end = () => body.dump({ limit: 1 }).catch(() => {});
    if (statusCode === 304) {
      await end();
      return {};
    }
    const location = header('location');
    if (statusCode >= 300 && statusCode < 400 && location) {
      await end();
      return { location };
    }
    if (statusCode !== 200) {
      await end();
      throw new FetchError(url.href, `cannot be had: its server answers ${statusCode}`);
    }
    if (Number(header('content-length')) > maxBytes) {
      await end();
      throw new FetchError(url.href, tooLarge(maxBytes));
    }
    const [type = '', ...parameters] = (header('content-type') ?? '').toLowerCase().split(';');
    const charset = /charset="?([\w:-]+)/.exec(parameters.join(';'))?.[1];
    return {
      file: {
        bytes: await readAll(body, url.href, maxBytes),
        type: type.trim(),
        charset,
        url,
        etag: header('etag'),
        lastModified: header('last-modified'),
      },
    };
  }
}

function absolute(location: string, base: URL): string {
  return URL.canParse(location, base.href) ? new URL(location, base.href).href : location;
}
