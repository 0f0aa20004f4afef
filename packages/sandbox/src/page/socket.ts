import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import type { WorldEvent } from '../world/events.ts';
import type { Message } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { act } from './actions.ts';
import { channelsView, messageView, stateView } from './view.ts';

/** Where the page's own socket is. */
export const PAGE_SOCKET_PATH = '/page/socket';

/** The longest request of a page, in bytes. */
const REQUEST_BYTES = 64 * 1024;

const envelope = z.looseObject({ id: z.number(), as: z.string(), do: z.string() });

/** Shows the page of each open browser window what its person sees, and acts for them. */
export class PageSockets {
  readonly #world: World;
  readonly #people: People;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: REQUEST_BYTES });

  constructor(world: World, people: People) {
    this.#world = world;
    this.#people = people;
  }

  /** Takes a WebSocket that comes from the page itself: whoever calls has seen to that. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#serve(opened));
  }

  close(): void {
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  #serve(socket: WebSocket): void {
    const send = (data: object) => socket.send(JSON.stringify(data));
    let person: Person | null = null;
    const leave = this.#world.events.subscribe((event) => {
      if (person) this.#tell(send, person, event);
    });
    socket.on('close', leave);
    // A frame that breaks the protocol closes its own connection.
    socket.on('error', leave);
    socket.on('message', async (data: Buffer) => {
      const input = readRequest(data);
      if (!input) return socket.close(1003);
      const { id, as } = input;
      try {
        person = this.#people.has(as) ? this.#people.byId(as) : this.#people.first();
        const result =
          input.do === 'state'
            ? stateView(this.#world, person)
            : await act(this.#world, person, input);
        send({ id, result });
      } catch (error) {
        send({
          id,
          error: error instanceof z.ZodError ? 'Bad request.' : (error as Error).message,
        });
      }
    });
  }

  #tell(send: (data: object) => void, person: Person, event: WorldEvent): void {
    const { type, data, channelId, onlyTo } = event;
    if (onlyTo && onlyTo !== person.id) return;
    const channel = this.#world.channels.get(channelId ?? '');
    if (channel && !person.sees(channel)) return;
    if (type === 'MESSAGE_CREATE' || type === 'MESSAGE_UPDATE') {
      const message = messageView(this.#world, data as Message, person);
      send({ event: 'message', isNew: type === 'MESSAGE_CREATE', message });
    } else if (type.startsWith('MESSAGE_REACTION_')) {
      const changed = this.#world.messages.get((data as { message_id: string }).message_id);
      if (!changed) return;
      const message = messageView(this.#world, changed, person);
      send({ event: 'message', isNew: false, message });
    } else if (type === 'MESSAGE_DELETE') {
      send({ event: 'deleted', message: (data as { id: string }).id, channel: channelId });
    } else if (type === 'TYPING_START') {
      const user = this.#world.users.get((data as { user_id: string }).user_id);
      const name = user?.global_name ?? user?.username;
      if (user !== person.user) send({ event: 'typing', channel: channelId, id: user?.id, name });
    } else if (type.startsWith('CHANNEL_') || type.startsWith('THREAD_')) {
      send({ event: 'channels', channels: channelsView(this.#world, person) });
    } else if (type.startsWith('GUILD_')) send({ event: 'guild' });
  }
}

function readRequest(data: Buffer): z.infer<typeof envelope> | null {
  try {
    return envelope.parse(JSON.parse(data.toString()));
  } catch {
    return null;
  }
}
