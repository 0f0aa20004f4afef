import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FaultAnswer, Faults } from '../faults.ts';
import type { RestContext } from './context.ts';
import { ApiError, refuse } from './errors.ts';
import { RateLimits, sharedLimit, type Verdict } from './limits.ts';
import { commandRoutes } from './routes/commands.ts';
import { interactionRoutes } from './routes/interactions.ts';
import { messageRoutes } from './routes/messages.ts';
import { peopleRoutes } from './routes/people.ts';
import { reactionRoutes } from './routes/reactions.ts';
import { threadRoutes } from './routes/threads.ts';

/** Where the API is below the server's address; `rest.api` of a client is this without version. */
export const API_PATH = '/api';
const VERSION_PATH = `${API_PATH}/v10`;

/** How long a 429 on request asks to wait, in seconds. */
const FAULT_WAIT = 0.3;

/** How many requests are remembered: more than a long test makes, less than a long day. */
const LOG_LIMIT = 50_000;

/** A request that a bot made, for tests to look at. */
export interface LoggedRequest {
  method: string;
  /** Without `/api/v10`, with the query. */
  path: string;
  body: unknown;
  /** Text of the files that came with it, by their names. */
  uploads?: Record<string, string>;
  /** When it came, in milliseconds since 1970. */
  time: number;
  /** 0 until it is answered. */
  status: number;
}

interface RestOptions {
  context: RestContext;
  faults: Faults;
  rateLimits: boolean;
  log: LoggedRequest[];
}

/** Puts Discord's REST API v10 on a server. */
export function restApi(server: FastifyInstance, options: RestOptions): void {
  const { context, faults, log } = options;
  const limits = new RateLimits();
  server.register(
    async (app) => {
      // A DELETE from discord.js says that it is JSON and is empty.
      app.removeContentTypeParser('application/json');
      app.addContentTypeParser('application/json', { parseAs: 'string' }, (_, text, done) => {
        try {
          done(null, text === '' ? null : JSON.parse(String(text)));
        } catch {
          done(refuse.invalidJson());
        }
      });
      app.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, readUploads);
      app.setErrorHandler((error, _request, reply) => sendError(reply, error));
      app.setNotFoundHandler((_request, reply) => sendError(reply, refuse.notFound()));

      app.addHook('preHandler', async (request, reply) => {
        const path = request.url.slice(VERSION_PATH.length);
        const { method, body } = request;
        const { uploads } = request as FastifyRequest & { uploads?: Record<string, string> };
        const logged: LoggedRequest = {
          method,
          path,
          body,
          ...(uploads && { uploads }),
          time: Date.now(),
          status: 0,
        };
        Object.assign(request, { logged });
        log.push(logged);
        if (log.length > LOG_LIMIT) log.shift();
        const fault = faults.takeRest(`${method} ${path}`);
        if (fault === 'cut') request.raw.socket.destroy();
        if (fault === 'cut' || fault === 'silence') return new Promise(() => {});
        if (fault) return answerFault(reply, fault);
        authorize(context, request);
        if (!options.rateLimits || request.is404) return;
        const route = (request.routeOptions.url ?? '').slice(VERSION_PATH.length);
        const verdict = limits.take(method, route, major(request));
        reply.headers(verdict.headers);
        if (verdict.refusal) return refuseRate(reply, verdict);
      });
      app.addHook('onSend', async (request, reply) => {
        const { logged } = request as FastifyRequest & { logged?: LoggedRequest };
        if (logged) logged.status = reply.statusCode;
        if (faults.restDelayMs > 0) await sleep(faults.restDelayMs);
      });

      for (const routes of [
        peopleRoutes,
        messageRoutes,
        threadRoutes,
        reactionRoutes,
        commandRoutes,
        interactionRoutes,
      ]) {
        routes(app, context);
      }
    },
    { prefix: VERSION_PATH },
  );
}

/** A request with files: its JSON is one part of a form, the files are the others. */
async function readUploads(request: FastifyRequest, body: string | Buffer): Promise<unknown> {
  const type = request.headers['content-type'] ?? '';
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  const uploads: Record<string, string> = {};
  for (const [, part] of form) if (typeof part !== 'string') uploads[part.name] = await part.text();
  Object.assign(request, { uploads });
  const json = form.get('payload_json');
  if (typeof json !== 'string') throw refuse.invalidJson();
  return JSON.parse(json);
}

function authorize({ world }: RestContext, request: FastifyRequest): void {
  // These carry their token in the path.
  const path = request.url.slice(VERSION_PATH.length);
  if (/^\/(interactions|webhooks)\/\d+\/[\w-]+/.test(path) || path === '/gateway') return;
  if (request.headers.authorization !== `Bot ${world.token}`) throw refuse.unauthorized();
}

function major(request: FastifyRequest): string {
  const { channel, guild, token } = request.params as Record<string, string | undefined>;
  return channel ?? guild ?? token ?? '';
}

function refuseRate(reply: FastifyReply, { headers, refusal }: Verdict): FastifyReply {
  return reply.code(429).headers(headers).send(refusal);
}

function answerFault(reply: FastifyReply, { status, body, type }: FaultAnswer): FastifyReply {
  if (status === 429 && body === undefined) return refuseRate(reply, sharedLimit(FAULT_WAIT));
  return reply
    .code(status)
    .type(type ?? 'text/html')
    .send(body ?? `<h1>${status}</h1>`);
}

function sendError(reply: FastifyReply, error: unknown): FastifyReply {
  if (error instanceof ApiError) return reply.code(error.status).send(error.toJSON());
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  const message = status < 500 ? (error as Error).message : '500: Internal Server Error';
  if (status >= 500) console.error(error);
  return reply.code(status).send({ message, code: 0 });
}
