import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';

export function codeOf(error: unknown): number | string | undefined {
  return error instanceof DiscordAPIError ? error.code : undefined;
}

/** Whether the bot has no right to write there. */
export function isForbidden(error: unknown): boolean {
  const code = codeOf(error);
  return (
    code === RESTJSONErrorCodes.MissingPermissions || code === RESTJSONErrorCodes.MissingAccess
  );
}

/** Discord takes no reference from a bot that may not read the channel's history. */
export function mayNotRefer(error: unknown): boolean {
  return codeOf(error) === RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory;
}

/** Whether Discord refused because the message that is replied to is gone. */
export function targetWasDeleted(error: unknown): boolean {
  if (codeOf(error) !== RESTJSONErrorCodes.InvalidFormBodyOrContentType) return false;
  const { errors } = (error as DiscordAPIError).rawError as { errors?: object };
  return errors !== undefined && 'message_reference' in errors;
}

/** The interaction died: nobody can be answered any more. */
export function isOver(error: unknown): boolean {
  const code = codeOf(error);
  return (
    code === RESTJSONErrorCodes.UnknownInteraction ||
    code === RESTJSONErrorCodes.InvalidWebhookToken
  );
}
