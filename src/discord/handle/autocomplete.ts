import type { AutocompleteInteraction } from 'discord.js';
import type { Bot } from '../bot.ts';
import { placeOfInteraction } from '../turn/place.ts';

/** What is offered while somebody types an article, a tag, an author or a date: only they see it. */
export async function handleAutocomplete(
  bot: Bot,
  interaction: AutocompleteInteraction,
): Promise<void> {
  const { catalogue } = bot.library(bot.scopes.at(placeOfInteraction(interaction, true)));
  const { name, value } = interaction.options.getFocused(true);
  const { tags, authors, dates } = catalogue;
  const source = { tag: tags, author: authors, since: dates, until: dates }[name] ?? catalogue;
  await interaction.respond(source.complete(value));
}
