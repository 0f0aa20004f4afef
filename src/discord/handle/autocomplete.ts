import type { AutocompleteInteraction } from 'discord.js';
import type { Library } from '../catalogue/library.ts';

/** What is offered while somebody types an article, a tag, an author or a date. */
export async function handleAutocomplete(
  { catalogue }: Library,
  interaction: AutocompleteInteraction,
): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const { tags, authors, dates } = catalogue;
  const source = { tag: tags, author: authors, since: dates, until: dates }[name] ?? catalogue;
  await interaction.respond(source.complete(value));
}
