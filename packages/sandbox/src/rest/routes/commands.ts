import { ApplicationCommandType } from 'discord.js';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { checkCommands } from '../../checks/commands.ts';
import type { Command } from '../../world/types.ts';
import type { World } from '../../world/world.ts';
import { param, type RestContext } from '../context.ts';
import { refuse } from '../errors.ts';

type Draft = Partial<Command> & { name: string };

/** The application's commands, global ones and those of a guild. */
export function commandRoutes(app: FastifyInstance, context: RestContext): void {
  routesAt(app, context.world, '/applications/:application/commands');
  routesAt(app, context.world, '/applications/:application/guilds/:guild/commands');
}

function routesAt(app: FastifyInstance, world: World, path: string): void {
  const guildOf = (request: FastifyRequest): string | null => {
    if (param(request, 'application') !== world.applicationId) throw refuse.missingAccess();
    const id = param(request, 'guild') || null;
    if (id && !world.guilds.has(id)) throw refuse.missingAccess();
    return id;
  };
  const commandsOf = (guildId: string | null): Command[] =>
    [...world.commands.values()].filter((one) => (one.guild_id ?? null) === guildId);
  const find = (request: FastifyRequest): Command => {
    const id = param(request, 'command');
    const found = commandsOf(guildOf(request)).find((one) => one.id === id);
    if (!found) throw refuse.unknownCommand();
    return found;
  };
  const keep = (command: Command): Command => {
    world.commands.set(command.id, command);
    return command;
  };

  app.get(path, (request) => commandsOf(guildOf(request)));
  app.get(`${path}/:command`, (request) => find(request));

  app.put(path, async (request) => {
    const guildId = guildOf(request);
    await checkCommands(request.body, false);
    const before = commandsOf(guildId);
    for (const { id } of before) world.commands.delete(id);
    return (request.body as Draft[]).map((draft) => keep(settle(world, draft, guildId, before)));
  });

  app.post(path, async (request, reply) => {
    const guildId = guildOf(request);
    await checkCommands(request.body, true);
    const before = commandsOf(guildId);
    const command = keep(settle(world, request.body as Draft, guildId, before));
    return reply.code(before.some((one) => one.id === command.id) ? 200 : 201).send(command);
  });

  app.patch(`${path}/:command`, async (request) => {
    const before = find(request);
    const draft: Draft = { ...before, ...(request.body as object) };
    await checkCommands(draft, true);
    return keep({ ...settle(world, draft, before.guild_id ?? null, []), id: before.id });
  });

  app.delete(`${path}/:command`, (request, reply) => {
    world.commands.delete(find(request).id);
    return reply.code(204).send();
  });
}

/** A command with a name and type that was there before keeps its id; its version is new. */
function settle(
  world: World,
  draft: Draft,
  guildId: string | null,
  before: readonly Command[],
): Command {
  const type = draft.type ?? ApplicationCommandType.ChatInput;
  const same = before.find((one) => one.name === draft.name && one.type === type);
  const permissions = draft.default_member_permissions ?? null;
  return {
    id: same?.id ?? world.ids.next(),
    application_id: world.applicationId,
    ...(guildId && { guild_id: guildId }),
    version: world.ids.next(),
    type,
    name: draft.name,
    description: draft.description ?? '',
    name_localizations: draft.name_localizations ?? null,
    description_localizations: draft.description_localizations ?? null,
    ...(draft.options?.length && { options: draft.options }),
    default_member_permissions: permissions === null ? null : String(permissions),
    contexts: draft.contexts ?? null,
    integration_types: draft.integration_types ?? [0],
    dm_permission: draft.dm_permission ?? true,
    nsfw: draft.nsfw ?? false,
  };
}
