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
  readonly library: Library;
  readonly ids: CustomIds;
  readonly guildId: string | null;
  readonly askerId: string;
  readonly private: boolean;
  readonly report: View['report'];

  constructor(
    bot: Bot,
    { userId, guildId }: Asker,
    locale: string | undefined,
    isPrivate: boolean,
  ) {
    this.bot = bot;
    this.words = wordsFor(locale);
    this.library = bot.library();
    this.ids = bot.ids;
    this.guildId = guildId;
    this.askerId = userId;
    this.private = isPrivate;
    this.report = bot.report;
  }

  get asker(): Asker {
    return { userId: this.askerId, guildId: this.guildId };
  }
}
