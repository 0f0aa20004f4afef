import {
  type APIButtonComponentWithCustomId,
  type APIMessageTopLevelComponent,
  ComponentType,
  type Message,
} from 'discord.js';

interface AnyComponent {
  type: number;
  id?: number;
  content?: string;
  customId?: string | null;
  components?: readonly AnyComponent[];
  accessory?: AnyComponent;
}

/** The text displays of a message, nested ones included. */
export function textsOf(message: Message): { id: number | undefined; content: string }[] {
  return flat(message.components as readonly AnyComponent[])
    .filter(({ type }) => type === ComponentType.TextDisplay)
    .map(({ id, content }) => ({ id, content: content ?? '' }));
}

/** The custom ids of a message's buttons. */
export function customIdsOf(message: Message): string[] {
  return flat(message.components as readonly AnyComponent[]).flatMap(
    ({ customId }) => customId ?? [],
  );
}

function flat(components: readonly AnyComponent[]): AnyComponent[] {
  return components.flatMap((component) => [
    component,
    ...flat(component.components ?? []),
    ...(component.accessory ? [component.accessory] : []),
  ]);
}

/** The components of a message with some of its buttons changed; those that become null are taken out, and rows without any. */
export function withButtons(
  message: Message,
  change: (button: APIButtonComponentWithCustomId) => APIButtonComponentWithCustomId | null,
): APIMessageTopLevelComponent[] {
  return message.components.map((component) => {
    const json = component.toJSON();
    if (json.type !== ComponentType.Container) return json;
    const components = json.components.flatMap((part) => {
      if (part.type !== ComponentType.ActionRow) return part;
      const left = part.components.flatMap((one) =>
        one.type === ComponentType.Button && 'custom_id' in one ? (change(one) ?? []) : one,
      );
      return left.length > 0 ? { ...part, components: left } : [];
    });
    return { ...json, components };
  });
}
