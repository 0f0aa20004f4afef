import type { InteractionType, InteractionResponseType as Reply } from 'discord.js';
import type { Channel, Message, User } from '../world/types.ts';

export interface Choice {
  name: string;
  value: string | number;
}

export interface Modal {
  custom_id: string;
  title: string;
  components: unknown[];
}

/** What a bot sends as its first response. */
export interface ResponseBody {
  type: Reply;
  data?: unknown;
}

/** One use of a command, component or modal, from its start to the end of its token. */
export interface Interaction {
  id: string;
  token: string;
  type: InteractionType;
  user: User;
  channel: Channel;
  createdAt: number;
  /** For a component: the message that it is on. */
  message: Message | null;
  /** For a command. */
  commandName: string | null;
  state: 'waiting' | 'answered' | 'dead';
  /** How the bot answered first. */
  reply: Reply | null;
  /** The first response as a message; of an update, the message that was updated. */
  original: Message | null;
  followUps: Message[];
  choices: Choice[];
  modal: Modal | null;
}
