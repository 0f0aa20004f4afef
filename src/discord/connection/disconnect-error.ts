import { GatewayCloseCodes } from 'discord.js';
import { PullquoteError, SettingError } from '../../errors.ts';
import { wrongToken } from './login-trouble.ts';

/** Why Discord closed the connection for good, as one line for the person who runs the bot. */
export function disconnectError(code: number): PullquoteError {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return wrongToken();
    case GatewayCloseCodes.DisallowedIntents:
      return new SettingError(
        'ANSWER_CHANNELS and ANSWER_FORUMS need the Message Content Intent: switch it on under Bot → Privileged Gateway Intents at https://discord.com/developers/applications, or leave both empty.',
      );
    case GatewayCloseCodes.ShardingRequired:
      return new PullquoteError(
        'Discord wants this bot to run in shards: it is on more than 2,500 servers.',
      );
    default:
      return new PullquoteError(`Discord closed the connection for good (code ${code}).`);
  }
}
