import type { FastifyInstance } from 'fastify';
import { Form } from '../../checks/form.ts';
import { checkSchema } from '../../checks/schema.ts';
import { channelJson, guildRestJson } from '../../world/json/guild.ts';
import { memberJson, roleJson, userJson } from '../../world/json/people.ts';
import type { Guild } from '../../world/types.ts';
import { param, type RestContext } from '../context.ts';
import { refuse } from '../errors.ts';

/** Who the bot is; guilds, members and roles; DMs; where the gateway is. */
export function peopleRoutes(app: FastifyInstance, context: RestContext): void {
  const { world } = context;
  const guild = (id: string): Guild => {
    const found = world.guilds.get(id);
    if (!found) throw refuse.unknownGuild();
    return found;
  };
  const application = () => {
    const [first] = world.guilds.values();
    return {
      id: world.applicationId,
      name: world.bot.username,
      icon: null,
      description: '',
      bot: userJson(world.bot),
      bot_public: true,
      bot_require_code_grant: false,
      flags: 0,
      verify_key: '0'.repeat(64),
      summary: '',
      install_params: null,
      integration_types_config: { 0: {} },
      owner: userJson(world.users.get(first?.owner_id ?? '') ?? world.bot),
      team: null,
      approximate_guild_count: world.guilds.size,
    };
  };

  app.get('/gateway', () => ({ url: context.gatewayUrl() }));
  app.get('/gateway/bot', () => ({
    url: context.gatewayUrl(),
    shards: 1,
    session_start_limit: {
      total: 1000,
      remaining: 999,
      reset_after: 86_400_000,
      max_concurrency: 1,
    },
  }));
  app.get('/applications/@me', application);
  app.get('/oauth2/applications/@me', application);

  app.get('/users/@me', () => ({ ...userJson(world.bot), verified: true, mfa_enabled: false }));
  app.get('/users/@me/guilds', () =>
    [...world.guilds.values()].map(({ id, name }) => ({ id, name, icon: null, owner: false })),
  );
  app.get('/users/:user', (request) => {
    const user = world.users.get(param(request, 'user'));
    if (!user) throw refuse.unknownUser();
    return userJson(user);
  });

  app.post('/users/@me/channels', async (request) => {
    const form = new Form();
    await checkSchema(form, 'CreatePrivateChannelRequestSchema', request.body);
    form.settle();
    const user = world.users.get((request.body as { recipient_id?: string }).recipient_id ?? '');
    if (!user) throw refuse.unknownUser();
    if (user.bot) throw refuse.cannotMessageUser();
    return channelJson(world, world.openDm(user), world.bot.id);
  });

  app.get('/guilds/:guild', (request) => guildRestJson(guild(param(request, 'guild'))));
  app.get('/guilds/:guild/roles', (request) =>
    [...guild(param(request, 'guild')).roles.values()].map(roleJson),
  );
  app.get('/guilds/:guild/channels', (request) => {
    const { id } = guild(param(request, 'guild'));
    return [...world.channels.values()]
      .filter((one) => one.guild_id === id && !one.thread_metadata)
      .map((one) => channelJson(world, one, world.bot.id));
  });
  app.get('/guilds/:guild/members/:user', (request) => {
    const member = guild(param(request, 'guild')).members.get(param(request, 'user'));
    if (!member) throw refuse.unknownMember();
    return memberJson(member);
  });
}
