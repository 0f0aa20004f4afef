import {
  DiscordAPIError,
  type REST,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';

type Data = Record<string, unknown>;

/**
 * Makes Discord know exactly these commands; asks first and writes only where something differs.
 *
 * @returns whether they were written
 */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  commands: readonly RESTPostAPIApplicationCommandsJSONBody[],
  signal: AbortSignal,
): Promise<boolean> {
  const route = Routes.applicationCommands(applicationId);
  const known = await rest
    .get(route, { query: new URLSearchParams({ with_localizations: 'true' }), signal })
    .catch((error: unknown) => {
      // Some stand-ins for Discord cannot list commands.
      if (error instanceof DiscordAPIError && error.status === 404) return null;
      throw error;
    });
  if (Array.isArray(known) && fingerprint(known) === fingerprint(commands)) return false;
  await rest.put(route, { body: commands, signal });
  return true;
}

/** Equal for lists of commands that mean the same, in whatever order and with whatever ids. */
function fingerprint(commands: readonly unknown[]): string {
  return JSON.stringify(
    commands.map((command) => JSON.stringify(comparable(command as Data))).sort(),
  );
}

/** What we set, without what Discord adds: ids, versions, nulls, defaults. */
function comparable(data: Data): Data {
  const {
    name,
    name_localizations: names,
    description,
    description_localizations: descriptions,
    type,
    options,
    required,
    autocomplete,
    min_value,
    max_length,
    default_member_permissions: permissions,
    contexts,
    integration_types: integrations,
  } = data;
  return {
    type,
    name,
    names: sorted(names),
    description: description || undefined,
    descriptions: sorted(descriptions),
    required: required || undefined,
    autocomplete: autocomplete || undefined,
    min_value: min_value ?? undefined,
    max_length: max_length ?? undefined,
    permissions: permissions ?? undefined,
    contexts: contexts ?? undefined,
    integrations: integrations ?? undefined,
    options: Array.isArray(options) && options.length > 0 ? options.map(comparable) : undefined,
  };
}

function sorted(localizations: unknown): unknown {
  const entries = Object.entries(localizations ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length > 0 ? entries : undefined;
}
