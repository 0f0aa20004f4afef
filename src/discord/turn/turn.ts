import type { Scope } from '../../scopes/scope.ts';
import type { Shelf } from '../../store/types.ts';
import type { Bot } from '../bot.ts';
import type { CustomIds } from '../buttons/custom-id.ts';
import type { Library } from '../catalogue/library.ts';
import type { Words } from '../locales/words.ts';
import type { Reply } from '../message/components.ts';
import type { Asker } from '../questions/desk.ts';

/** What every card needs to know of its reader and its place. */
export interface View {
  words: Words;
  library: Library;
  ids: CustomIds;
  /** Null in a DM. */
  guildId: string | null;
  askerId: string;
  /** Only the asker sees it (an ephemeral message), so nobody needs to delete it. */
  private: boolean;
  /** Puts a fault into the log and returns the id it has there. */
  report: (error: unknown, where: string) => string;
}

/** … and the articles that the card quotes. */
export interface QuotingView extends View {
  shelf: Shelf;
}

/**
 * One message or interaction, from the door to its one reply: made once, and handed on with what
 * Discord sent to whatever answers it.
 */
export interface Turn extends View {
  readonly bot: Bot;
  /** What is seen, and by which rules; the library holds no more. */
  readonly scope: Scope;
  /** Who asks, and where, as limits and kept questions count it. */
  readonly asker: Asker;
  /** Gains time: shows that the answer is on its way. */
  defer(): Promise<void>;
  respond(reply: Reply): Promise<void>;
  /** Tells the asker why there is no answer. */
  refuse(why: string): Promise<void>;
  /** Tells the asker that something went wrong; an answer that stands already is left as it is. */
  apologize(errorId: string): Promise<void>;
}
