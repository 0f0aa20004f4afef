import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Changes when the meaning of a field changes; buttons of an older version say that they are old. */
const VERSION = 'pq2';
/** A button below the second or third answer of one message says which. */
const VERSIONED = /^pq2(?:-([1-9]))?$/u;
const MAC_CHARACTERS = 8;

const reference = z.string().regex(/^[\w-]{8}$/u);
const hash = z.string().regex(/^[\w-]{6}$/u);
const snowflake = z.string().regex(/^\d{15,20}$/u);
const count = z.coerce.number().int().min(0).max(9_999_999);
const day = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/u);

/** What a button says, by its action; the fields stand in this order in the custom id. */
const actions = {
  context: z.strictObject({ article: reference, paragraph: count, text: hash, sentence: count }),
  cite: z.strictObject({ article: reference, paragraph: count, text: hash, sentence: count }),
  same: z.strictObject({ article: reference, paragraph: count, text: hash }),
  more: z.strictObject({
    scope: reference.or(z.literal('')),
    /** Quotes shown so far. */
    shown: count,
    /** The public card that the question can be found from, once this card is a private one. */
    card: snowflake.or(z.literal('')),
  }),
  good: z.strictObject({ article: reference }),
  bad: z.strictObject({ article: reference }),
  delete: z.strictObject({ asker: snowflake }),
  look: z.strictObject({ article: reference, paragraph: count }),
  turn: z.strictObject({ article: reference, paragraph: count }),
  list: z.strictObject({
    page: count,
    tag: hash.or(z.literal('')),
    author: hash.or(z.literal('')),
    since: day,
    until: day,
  }),
  human: z.strictObject({
    asker: snowflake,
    /** The public card whose question it is, where the button stands on a private message. */
    card: snowflake.or(z.literal('')),
  }),
  /** Whoever presses it is told when a later article answers. */
  tell: z.strictObject({}),
  /** A menu, whose values are references to articles. */
  open: z.strictObject({ page: count }),
  read: z.strictObject({ article: reference, page: count }),
  // What a private card shows, for everybody in the channel.
  post: z.strictObject({
    scope: reference.or(z.literal('')),
    /** Quotes that came before those of this card. */
    from: count,
    /** The passage that was left out, by its text. */
    without: hash.or(z.literal('')),
    card: snowflake.or(z.literal('')),
  }),
  /** The index of the marked sentence of each quote; the passages are those of its other buttons. */
  postFound: z.strictObject({ marked: z.string().regex(/^\d{1,4}(?:-\d{1,4}){0,9}$/u) }),
  postChecked: z.strictObject({ quotations: count }),
  postContext: z.strictObject({
    article: reference,
    paragraph: count,
    text: hash,
    sentence: count,
  }),
  /** Saves the articles of a preview, which are in memory: it ends with the bot. */
  add: z.strictObject({ preview: reference, how: z.enum(['new', 'replace']) }),
  dropAdd: z.strictObject({ preview: reference }),
  postParagraph: z.strictObject({ article: reference, paragraph: count }),
};

/** What buttons can do. */
export const ACTION_NAMES: readonly string[] = Object.keys(actions);

type Actions = typeof actions;
export type Action = {
  [Name in keyof Actions]: { do: Name } & Fields<z.output<Actions[Name]>>;
}[keyof Actions];
/** What zod infers for no fields at all would forbid `do`, too. */
type Fields<Output> = Record<string, never> extends Output ? unknown : Output;

export type Decoded =
  | { kind: 'ours'; action: Action; part: number }
  | { kind: 'stale' }
  | { kind: 'foreign' };

/** Makes and reads the custom ids of one bot. */
export interface CustomIds {
  /** At most 100 characters. `guildId` is null in a DM. */
  encode(action: Action, guildId: string | null): string;
  /** For one of several answers in a message, counted from 0: no two ids of a message are the same. */
  forPart(part: number): CustomIds;
  decode(customId: string, guildId: string | null): Decoded;
}

/**
 * Custom ids that carry all that a button needs, so that it outlives a restart, and a code over
 * it and the guild (HMAC-SHA-256, 48 bits), so that nobody can make one up or carry one over.
 *
 * @param secret known to this bot only, the same after a restart
 * @param part the answer of a message that they belong to
 */
export function createCustomIds(secret: string, part = 0): CustomIds {
  const sign = (body: string, guildId: string | null) =>
    createHmac('sha256', secret)
      .update(`${guildId ?? 'dm'} ${body}`)
      .digest('base64url')
      .slice(0, MAC_CHARACTERS);
  return {
    encode(action, guildId) {
      const version = part === 0 ? VERSION : `${VERSION}-${part}`;
      const body = [version, action.do, ...fieldsOf(action)].join('.');
      return `${body}.${sign(body, guildId)}`;
    },
    forPart: (other) => createCustomIds(secret, other),
    decode(customId, guildId) {
      const end = customId.lastIndexOf('.');
      const [version = '', name, ...values] = customId.slice(0, Math.max(end, 0)).split('.');
      const versioned = VERSIONED.exec(version);
      if (!versioned) return { kind: /^pq\d+$/u.test(version) ? 'stale' : 'foreign' };
      const expected = Buffer.from(sign(customId.slice(0, end), guildId));
      const given = Buffer.from(customId.slice(end + 1));
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
        return { kind: 'foreign' };
      }
      const action = parse(name ?? '', values);
      return action
        ? { kind: 'ours', action, part: Number(versioned[1] ?? 0) }
        : { kind: 'foreign' };
    },
  };
}

function fieldsOf(action: Action): string[] {
  const fields = action as Record<string, string | number>;
  return Object.keys(actions[action.do].shape).map((key) => String(fields[key]));
}

function parse(name: string, values: readonly string[]): Action | undefined {
  if (!Object.hasOwn(actions, name)) return undefined;
  const schema = actions[name as keyof Actions];
  const keys = Object.keys(schema.shape);
  if (keys.length !== values.length) return undefined;
  const result = schema.safeParse(Object.fromEntries(keys.map((key, i) => [key, values[i]])));
  return result.success ? ({ do: name, ...result.data } as Action) : undefined;
}
