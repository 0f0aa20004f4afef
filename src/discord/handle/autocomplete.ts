import type { AutocompleteInteraction } from 'discord.js';
import type { Library } from '../catalogue/library.ts';

/** What is offered while somebody types an article, a tag or an author. */
export async function handleAutocomplete(
  { catalogue }: Library,
  interaction: AutocompleteInteraction,
): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const source =
    { article: catalogue, tag: catalogue.tags, author: catalogue.authors }[name] ?? catalogue;
  await interaction.respond(source.complete(value));
}
