import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APIFileComponent,
  type APIMessageTopLevelComponent,
  type APISectionComponent,
  type APISeparatorComponent,
  type APIStringSelectComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  type Message,
  MessageFlags,
} from 'discord.js';
import type { Status } from '../../passage.ts';
import { shorten } from '../text/graphemes.ts';
import { LIMITS } from '../text/limits.ts';

/** Everything the bot writes: Components V2, and nobody is mentioned. */
export interface Reply {
  flags: MessageFlags.IsComponentsV2;
  components: APIMessageTopLevelComponent[];
  allowedMentions: { parse: []; repliedUser: false };
  /** What a file component shows. */
  files?: { name: string; attachment: Buffer }[];
}

/** The bot's own blue, on the edge of a card that answers no question. */
const ACCENT = 0x3b6ea5;

/**
 * The edge of a card by how sure its answer is: colours of Okabe and Ito, which people who see few
 * colours tell apart as well.
 */
export const STATUS_COLOURS: Readonly<Record<Status, number>> = {
  answered: 0x009e73,
  likely: 0x56b4e9,
  near: 0xe69f00,
  missed: 0xc7c9ce,
  cited: 0x009e73,
  listed: 0x009e73,
};

export function reply(...components: APIMessageTopLevelComponent[]): Reply {
  return {
    flags: MessageFlags.IsComponentsV2,
    components,
    allowedMentions: { parse: [], repliedUser: false },
  };
}

/** A reply of one short text in the bot's own words. */
export function line(content: string): Reply {
  return reply(text(content));
}

export function text(content: string, id?: number): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content, ...(id === undefined ? {} : { id }) };
}

/** Characters of some texts together. */
export function lengthOf(displays: readonly APITextDisplayComponent[]): number {
  return displays.reduce((sum, { content }) => sum + content.length, 0);
}

export function card(
  components: APIComponentInContainer[],
  colour = ACCENT,
): APIContainerComponent {
  return { type: ComponentType.Container, accent_color: colour, components };
}

/** A text, with its id if it has one, and a button beside it. */
export function section(
  content: string,
  accessory: APIButtonComponentWithCustomId,
  id?: number,
): APISectionComponent {
  return { type: ComponentType.Section, components: [text(content, id)], accessory };
}

export function separator(): APISeparatorComponent {
  return { type: ComponentType.Separator };
}

export function row(
  buttons: APIComponentInMessageActionRow[],
): APIActionRowComponent<APIComponentInMessageActionRow> {
  return { type: ComponentType.ActionRow, components: buttons };
}

export interface ButtonLook {
  label?: string;
  emoji?: string;
  disabled?: boolean;
}

export function button(customId: string, look: ButtonLook): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    custom_id: customId,
    ...(look.label ? { label: shorten(look.label, LIMITS.buttonLabel) } : {}),
    ...(look.emoji ? { emoji: { name: look.emoji } } : {}),
    ...(look.disabled ? { disabled: true } : {}),
  };
}

/** A menu from which one thing is chosen. */
export function menu(
  customId: string,
  placeholder: string,
  options: readonly { value: string; label: string; description?: string }[],
): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: customId,
    placeholder: shorten(placeholder, LIMITS.menuText),
    options: options.map(({ value, label, description }) => ({
      value,
      label: shorten(label, LIMITS.menuText),
      ...(description ? { description: shorten(description, LIMITS.menuText) } : {}),
    })),
  };
}

/** A file that is uploaded with the message. */
export function file(name: string): APIFileComponent {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}

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
