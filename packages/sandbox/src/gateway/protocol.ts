import type { World } from '../world/world.ts';
import type { Session } from './session.ts';

/** Close codes from Discord's gateway documentation. */
export const CLOSE = {
  unknownError: 4000,
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSequence: 4007,
  rateLimited: 4008,
  sessionTimedOut: 4009,
  invalidShard: 4010,
  invalidVersion: 4012,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const;

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

/** @returns what to send instead; the data may be changed in place, too */
export type Alteration = (type: string, data: unknown) => unknown;

/** What the connections of one gateway share. */
export interface GatewayState {
  world: World;
  sessions: Map<string, Session>;
  heartbeatMs: number;
  resumeUrl: () => string;
  /** Faults on request. */
  withholdAcks: boolean;
  refuseNext: { resumable: boolean } | null;
  /** A close code for every new connection. */
  refuseConnections: number | null;
  /** Changes what is told of an event. */
  alter: Alteration | null;
}

export interface Incoming {
  op: number;
  d: unknown;
}

export interface Identify {
  token: string;
  intents: number;
  shard?: [number, number];
}

export interface Resume {
  token: string;
  session_id: string;
  seq: number;
}

export interface RequestMembers {
  guild_id: string;
  query?: string;
  user_ids?: string | string[];
  limit?: number;
  nonce?: string;
}
