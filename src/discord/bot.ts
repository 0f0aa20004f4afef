import type { Client } from 'discord.js';
import type { Logger } from 'pino';
import type { Scopes } from '../scopes/follow-rules.ts';
import type { Intake } from './adding/intake.ts';
import type { Previews } from './adding/previews.ts';
import type { CustomIds } from './buttons/custom-id.ts';
import type { Libraries } from './catalogue/scoped-libraries.ts';
import type { Desk } from './questions/desk.ts';
import type { KeptQuestions } from './questions/kept-questions.ts';
import type { AnsweredMessages } from './sending/answered-message.ts';
import type { Outbox } from './sending/outbox.ts';
import type { Typing } from './sending/typing.ts';

/** What an indexing run did, as the bot reports it. */
export interface ReindexSummary {
  added: readonly string[];
  changed: readonly string[];
  removed: readonly string[];
  /** Each with the reason as its message. */
  skipped: readonly Error[];
  seconds: number;
}

export interface BotSettings {
  /** Channels in which every question is answered, asked of the bot or not. */
  answerChannels: readonly string[];
  /** Forums in which new posts are answered, and whether only where the answer is sure. */
  answerForums?: readonly string[];
  quietUnlessSure?: boolean;
  /** Channel in which new articles are announced. */
  announceChannel?: string;
  /** Servers on which articles can be added; where none is named, the only one that the bot is on. */
  addInServers?: readonly string[];
  /** A Discord-compatible server instead of Discord, as `http://127.0.0.1:8080/api`. */
  apiUrl?: string;
  /** The role that is called when no article answers. */
  helpersRole: string | null;
}

/** What the handlers of events work with. */
export interface Bot {
  client: Client<true>;
  settings: BotSettings;
  desk: Desk;
  library: Libraries;
  scopes: Scopes;
  reindex: (
    onProgress: (progress: { done: number; total: number }) => void,
  ) => Promise<ReindexSummary>;
  intake: Intake;
  /** Articles that somebody looks at before they are saved. */
  previews: Previews;
  ids: CustomIds;
  kept: KeptQuestions;
  answered: AnsweredMessages;
  outbox: Outbox;
  typing: Typing;
  log: Logger;
  /** Puts a fault into the log and returns the id it has there. */
  report: (error: unknown, where: string) => string;
  startedAt: number;
  /** What is going on, so that it is not begun a second time. */
  busy: {
    reindexing: boolean;
    /** Members whose articles are being read. */
    adding: Set<string>;
    /** Questions for which a help thread is being opened: two clicks in a row ping once. */
    calls: Set<string>;
  };
}
