import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Client, Events, OAuth2Scopes } from 'discord.js';
import type { Logger } from 'pino';
import { PullquoteError } from '../errors.ts';
import type { Scopes } from '../scopes/follow-rules.ts';
import { EVERYTHING } from '../scopes/scope.ts';
import { Previews } from './adding/previews.ts';
import type { Bot, BotSettings } from './bot.ts';
import { createCustomIds } from './buttons/custom-id.ts';
import type { Generation } from './catalogue/generation.ts';
import { type Libraries, scopedLibraries } from './catalogue/scoped-libraries.ts';
import { COMMANDS } from './commands/commands.ts';
import { keepCommandsRegistered } from './commands/keep-registered.ts';
import { apologizeFor, logBrokenEvent } from './connection/broken-event.ts';
import { createClient, neededPermissions } from './connection/client.ts';
import { connect } from './connection/connect.ts';
import { disconnectError } from './connection/disconnect-error.ts';
import { GatewayLink } from './connection/gateway-link.ts';
import { guardPackets } from './connection/guard-packets.ts';
import { announceNewArticles } from './handle/announce-articles.ts';
import { handleInteraction } from './handle/interaction.ts';
import { handleEdit, handleMessage } from './handle/message.ts';
import { tellOfLaterAnswers } from './handle/tell-later.ts';
import { OpenWork } from './open-work.ts';
import { Desk, type Searches } from './questions/desk.ts';
import type { DeskWatcher } from './questions/desk-watcher.ts';
import { KeptQuestions } from './questions/kept-questions.ts';
import { createRateLimits } from './questions/rate-limits.ts';
import { createAnsweredMessages } from './sending/answered-message.ts';
import { learnSendLimits } from './sending/learn-send-limits.ts';
import { Outbox } from './sending/outbox.ts';
import { Typing } from './sending/typing.ts';

export type { ReindexSummary } from './bot.ts';
export type { Generation } from './catalogue/generation.ts';

export interface BotOptions extends BotSettings, Searches {
  token: string;
  /** The generation of the index that answers now; the same object until it is swapped. */
  library: () => Generation;
  /** Who sees what of it; everybody all where it is not said. */
  scopes?: Scopes;
  reindex: Bot['reindex'];
  intake: Bot['intake'];
  /** Days for which unanswered questions are kept; 0 for never. */
  keepQuestionsDays: number;
  /** Where they are kept: a folder that is there. */
  dataDir: string;
  questionsPerMinute: { member: number; guild: number };
  /** Questions that are computed at the same time, and those that may wait. */
  concurrency: number;
  queueLimit: number;
  /** How often it is looked whether the index was swapped: for those who wait, and for news. */
  indexCheckMs?: number;
  log: Logger;
  watcher?: DeskWatcher | undefined;
  /** Called when Discord ends the connection for good after the start. */
  onEnd?: (error: Error) => void;
}

/** What goes on in a bot at the moment, and what readers thought of its answers so far. */
export interface BotState {
  /** The connections to the gateway, and those of them that events come through. */
  shards: { all: number; ready: number };
  queue: { waiting: number; running: number };
  votes: { helpful: number; unhelpful: number };
}

export interface RunningBot {
  /**
   * Logs in, as long as that takes, and registers the commands where they changed.
   *
   * @returns the address with which a server's admin invites the bot
   * @throws SettingError when Discord does not take the token or an intent, or is not at the
   *   address; PullquoteError when the bot is stopped meanwhile.
   */
  start(): Promise<string>;
  /** Takes no new questions, finishes the open ones within 10 s, and leaves; at once if not ready. */
  stop(): Promise<void>;
  state(): BotState;
}

/** Time in which open questions are finished, and then in which they are told of the restart. */
const FINISH_TIMEOUT_MS = 10_000;
const APOLOGIZE_TIMEOUT_MS = 1_000;

const INDEX_CHECK_MS = 30_000;

/** Everybody sees everything. */
const OPEN: Scopes = { at: () => EVERYTHING, isOutdated: false };

/** A Discord bot that answers with what it is given, and holds nothing global. */
export function createBot(options: BotOptions): RunningBot {
  const { log, token, apiUrl } = options;
  const work = new OpenWork();
  const library = scopedLibraries(options.library);
  const desk = createDesk(options, library);
  const stopping = new AbortController();
  const stopped = stopping.signal;
  const access = { token, apiUrl, stopped, log };
  let leaving: Promise<void> | undefined;
  const brokenEvent = (packet: unknown, error: unknown) => {
    const errorId = newErrorId();
    logBrokenEvent(log, packet, error, errorId);
    work.add(
      apologizeFor(client, packet, errorId).catch((failure) =>
        log.warn({ err: failure, errorId }, 'could not even apologize'),
      ),
    );
  };
  const link = new GatewayLink({
    stopped,
    brokenEvent,
    lost: (loss) => log.warn(loss, 'reconnecting'),
  });
  const { answerChannels, answerForums = [] } = options;
  const readsEverything = answerChannels.length + answerForums.length > 0;
  const client = createClient({ apiUrl, readsEverything, gateway: link.options(), stopped });
  guardPackets(client, brokenEvent);

  const leave = async () => {
    stopping.abort(new PullquoteError('The bot was stopped.'));
    await client.destroy();
  };
  return {
    async start() {
      const bot = await createHandledBot(options, client, desk, library);
      listen(client, bot, work);
      learnSendLimits(client.rest, bot.outbox);
      try {
        const { user, application } = await connect(client, link, access);
        client.on(Events.ShardDisconnect, ({ code }) => options.onEnd?.(disconnectError(code)));
        const commands = await keepCommandsRegistered(access, application.id, COMMANDS);
        log.info({ bot: user.tag, commands }, 'ready');
        followIndex(bot, options, stopped);
        return client.generateInvite({
          scopes: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands],
          permissions: neededPermissions(options.helpersRole !== null),
        });
      } catch (error) {
        const reason = stopped.aborted ? stopped.reason : error;
        await leave();
        throw reason;
      }
    },
    stop() {
      leaving ??= (async () => {
        if (client.isReady()) {
          desk.close();
          await work.finished(FINISH_TIMEOUT_MS);
          desk.abandon();
          await work.finished(APOLOGIZE_TIMEOUT_MS);
        }
        await leave();
        log.info('stopped');
      })();
      return leaving;
    },
    state() {
      const { queue, timings } = desk;
      return {
        shards: link.shards,
        queue: { waiting: queue.waiting, running: queue.running },
        votes: { helpful: timings.helpful, unhelpful: timings.unhelpful },
      };
    },
  };
}

/** What is done whenever another generation of the index answers. */
function followIndex(bot: Bot, options: BotOptions, stopped: AbortSignal): void {
  const { announceChannel, indexCheckMs = INDEX_CHECK_MS } = options;
  tellOfLaterAnswers(bot, indexCheckMs, stopped).catch((error) =>
    bot.report(error, 'later answers'),
  );
  if (announceChannel === undefined) return;
  announceNewArticles(bot, announceChannel, indexCheckMs, stopped).catch((error) =>
    bot.report(error, 'announcements'),
  );
}

async function createHandledBot(
  options: BotOptions,
  client: Client,
  desk: Desk,
  library: Libraries,
): Promise<Bot> {
  const { log, token } = options;
  return {
    // Handlers run once the client is ready.
    client: client as Client<true>,
    settings: options,
    desk,
    library,
    scopes: options.scopes ?? OPEN,
    reindex: options.reindex,
    intake: options.intake,
    previews: new Previews(),
    ids: createCustomIds(token),
    kept: await KeptQuestions.open(
      join(options.dataDir, 'questions.json'),
      options.keepQuestionsDays,
      log,
    ),
    answered: createAnsweredMessages(),
    outbox: new Outbox(),
    typing: new Typing(log),
    log,
    report: (error, where) => report(log, error, where),
    startedAt: Date.now(),
    busy: { reindexing: false, adding: new Set(), calls: new Set() },
  };
}

function createDesk(options: BotOptions, library: Libraries): Desk {
  const { concurrency, queueLimit, questionsPerMinute, log, watcher } = options;
  const limits = createRateLimits({
    memberPerMinute: questionsPerMinute.member,
    guildPerMinute: questionsPerMinute.guild,
  });
  return new Desk({
    ask: (question, more, visible) => options.ask(question, more, visible),
    similar: (text, k, visible) => options.similar(text, k, visible),
    library,
    limits,
    concurrency,
    queueLimit,
    report: (error, where) => report(log, error, where),
    watcher,
  });
}

function listen(client: Client, bot: Bot, work: OpenWork): void {
  const { log } = bot;
  const handled = (where: string, handling: Promise<void>) =>
    work.add(handling.catch((error) => void bot.report(error, where)));
  client.on(Events.MessageCreate, (message) => handled('message', handleMessage(bot, message)));
  client.on(Events.MessageUpdate, (_, edited) => handled('message', handleEdit(bot, edited)));
  client.on(Events.InteractionCreate, (interaction) =>
    handled('interaction', handleInteraction(bot, interaction)),
  );
  client.on(Events.Error, (error) => log.error({ err: error }, 'client'));
  client.on(Events.Warn, (text) => log.warn(text));
  client.on(Events.ShardError, (error) => log.warn({ err: error }, 'gateway'));
  client.on(Events.ShardReady, () => log.info('connected'));
  client.on(Events.ShardResume, (_, replayed) => log.info({ replayed }, 'resumed'));
}

function report(log: Logger, error: unknown, where: string): string {
  const errorId = newErrorId();
  log.error({ err: error, errorId, where }, 'something went wrong');
  return errorId;
}

function newErrorId(): string {
  return randomBytes(4).toString('hex');
}
