import { ComponentType, type Message } from 'discord.js';

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
