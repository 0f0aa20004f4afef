import type { Place } from '../../scopes/rules.ts';
import type { Scope } from '../../scopes/scope.ts';
import type { Bot } from '../bot.ts';
import type { CustomIds } from '../buttons/custom-id.ts';
import type { Library } from '../catalogue/library.ts';
import { type Words, wordsFor } from '../locales/words.ts';
import type { Asker } from '../questions/desk.ts';
import type { View } from './turn.ts';

/** What every turn knows from the door on. */
export abstract class BaseTurn implements View {
  readonly bot: Bot;
  readonly words: Words;
  readonly scope: Scope;
  /** What is seen in this place, by whoever reads the reply. */
  readonly library: Library;
  readonly ids: CustomIds;
  readonly guildId: string | null;
  readonly askerId: string;
  readonly private: boolean;
  readonly report: View['report'];

  constructor(
    bot: Bot,
    userId: string,
    place: Place,
    locale: string | undefined,
    isPrivate: boolean,
  ) {
    this.bot = bot;
    this.words = wordsFor(locale);
    this.scope = bot.scopes.at(place);
    this.library = bot.library(this.scope);
    this.ids = bot.ids;
    this.guildId = place.guildId;
    this.askerId = userId;
    this.private = isPrivate;
    this.report = bot.report;
  }

  get asker(): Asker {
    return { userId: this.askerId, guildId: this.guildId, scope: this.scope };
  }
}
