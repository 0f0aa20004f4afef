import { MessageFlags } from 'discord.js';
import { ApiError, refuse } from '../rest/errors.ts';
import type { MessageBody } from '../world/messages.ts';
import type { Embed, Message } from '../world/types.ts';
import { checkComponents } from './components.ts';
import { Form, type Path } from './form.ts';
import { checkSchema, type SchemaName } from './schema.ts';

/** Limits of messages, from Discord's documentation. */
const CONTENT = 2000;
const EMBEDS_TOTAL = 6000;

interface MessageCheck {
  schema: SchemaName;
  /** The message that is changed; absent where one is made. */
  editing?: Message;
  /** Where in the request body the message is: `['data']` in an interaction's callback. */
  at?: Path;
}

/**
 * Checks the body of a request that makes or changes a message.
 * @throws ApiError 400: 50035 with the path of each error, or 50006 for a message without anything
 */
export async function checkMessage(body: unknown, check: MessageCheck): Promise<MessageBody> {
  const { editing, at = [] } = check;
  const form = new Form();
  await checkSchema(form, check.schema, body, at);
  form.settle();
  const message = body as MessageBody;
  const { content, embeds, components } = message;
  const flags = (message.flags ?? 0) | (editing?.flags ?? 0);
  const v2 = Boolean(flags & MessageFlags.IsComponentsV2);
  if ((content?.length ?? 0) > CONTENT) form.tooLong([...at, 'content'], CONTENT);
  if (v2) checkV2(form, message, editing, at);
  if (components) checkComponents(form, components, v2, [...at, 'components']);
  if (embeds) checkEmbeds(form, embeds, [...at, 'embeds']);
  checkAllowedMentions(form, message, [...at, 'allowed_mentions']);
  form.settle();
  const after = { content: editing?.content, embeds: editing?.embeds, ...message };
  const parts = after.components ?? editing?.components;
  if (!after.content?.trim() && !after.embeds?.length && !parts?.length) {
    throw refuse.emptyMessage();
  }
  return message;
}

function checkV2(form: Form, body: MessageBody, editing: Message | undefined, at: Path): void {
  const legacy = (name: 'content' | 'embeds') => {
    const message = `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
    form.fail([...at, name], 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message);
  };
  // An edit that puts the flag on has to take the old content and embeds off.
  const content = body.content === undefined ? editing?.content : body.content;
  const embeds = body.embeds === undefined ? editing?.embeds : body.embeds;
  if (content) legacy('content');
  if (embeds?.length) legacy('embeds');
  const components = body.components ?? editing?.components ?? [];
  if (components.length === 0) form.required([...at, 'components']);
}

function checkEmbeds(form: Form, embeds: readonly Embed[], at: Path): void {
  let total = 0;
  for (const [index, embed] of embeds.entries()) {
    const texts = [
      embed.title,
      embed.description,
      embed.footer?.text,
      embed.author?.name,
      ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
    ];
    const length = texts.reduce((sum, text) => sum + (text?.trim().length ?? 0), 0);
    const media = 'image' in embed || 'thumbnail' in embed || 'video' in embed;
    if (length === 0 && !media) form.required([...at, index, 'description']);
    total += length;
    for (const [number, field] of (embed.fields ?? []).entries()) {
      if (!field.name.trim()) form.required([...at, index, 'fields', number, 'name']);
      if (!field.value.trim()) form.required([...at, index, 'fields', number, 'value']);
    }
  }
  if (total > EMBEDS_TOTAL) {
    const message = `Embed size exceeds maximum size of ${EMBEDS_TOTAL}`;
    form.fail(at, 'MAX_EMBED_SIZE_EXCEEDED', message);
  }
}

function checkAllowedMentions(form: Form, body: MessageBody, at: Path): void {
  const allowed = body.allowed_mentions;
  for (const kind of ['users', 'roles'] as const) {
    if (!allowed?.parse?.includes(kind) || !allowed[kind]?.length) continue;
    const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
    form.fail([...at, kind], 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message);
  }
}

/** @returns the error for a reply to a message that is not there */
export function unknownReply(): ApiError {
  const error = { code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' };
  return new ApiError(400, 50035, 'Invalid Form Body', { message_reference: { _errors: [error] } });
}
