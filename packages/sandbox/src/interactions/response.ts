import { InteractionType, MessageFlags, InteractionResponseType as Reply } from 'discord.js';
import { Form } from '../checks/form.ts';
import { checkMessage } from '../checks/message.ts';
import { checkSchema } from '../checks/schema.ts';
import type { MessageBody } from '../world/messages.ts';
import type { Interaction, ResponseBody } from './interaction.ts';

const ON_COMPONENTS: readonly Reply[] = [Reply.DeferredMessageUpdate, Reply.UpdateMessage];
const ON_MESSAGES: readonly Reply[] = [
  Reply.ChannelMessageWithSource,
  Reply.DeferredChannelMessageWithSource,
];

/** @returns the message in a response, checked; an empty one where the response has none */
export async function checkResponse(
  interaction: Interaction,
  body: ResponseBody,
): Promise<MessageBody> {
  const form = new Form();
  const { type } = interaction;
  const autocomplete = type === InteractionType.ApplicationCommandAutocomplete;
  const allowed = autocomplete
    ? [Reply.ApplicationCommandAutocompleteResult]
    : [
        ...ON_MESSAGES,
        ...(interaction.message ? ON_COMPONENTS : []),
        ...(type === InteractionType.ModalSubmit ? [] : [Reply.Modal]),
      ];
  if (!allowed.includes(body.type)) {
    const message = `Value must be one of {${allowed.join(', ')}}.`;
    form.fail(['type'], 'BASE_TYPE_CHOICES', message);
    form.settle();
  }
  if (body.type === Reply.ApplicationCommandAutocompleteResult) {
    await checkSchema(form, 'ApplicationCommandAutocompleteCallbackRequestSchema', body);
  } else if (body.type === Reply.Modal) {
    await checkSchema(form, 'ModalInteractionCallbackRequestSchema', body);
  }
  form.settle();
  const message = (body.data ?? {}) as MessageBody;
  if (body.type === Reply.DeferredChannelMessageWithSource) {
    if (((message.flags ?? 0) & ~MessageFlags.Ephemeral) !== 0) {
      const text = 'A deferred response takes no flag but EPHEMERAL.';
      form.fail(['data', 'flags'], 'INTERACTION_CALLBACK_DEFERRED_FLAGS', text);
    }
    form.settle();
  } else if (body.type === Reply.ChannelMessageWithSource) {
    const schema = 'IncomingWebhookInteractionRequestSchema';
    return checkMessage(message, { schema, at: ['data'] });
  } else if (body.type === Reply.UpdateMessage && interaction.message) {
    const schema = 'IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema';
    return checkMessage(message, { schema, at: ['data'], editing: interaction.message });
  } else return {};
  return message;
}
