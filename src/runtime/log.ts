import pino, { type DestinationStream, type Level, type Logger } from 'pino';

interface LogSettings {
  level: Level | 'silent';
  /** What no line may hold, as the bot's token. */
  secrets?: readonly string[];
}

/** How many errors deep the reasons of an error are told, and how many calls of each. */
const MAX_CAUSES = 4;
const MAX_FRAMES = 12;

/**
 * The program's log, a JSON object a line: on standard error unless said otherwise. Errors lose
 * what was sent and received, as that may be what members wrote or what an article says.
 */
export function createLog(
  { level, secrets = [] }: LogSettings,
  destination: DestinationStream = pino.destination(2),
): Logger {
  return pino(
    {
      level,
      serializers: { err: (error: unknown) => describeError(error) },
      hooks: { streamWrite: (line) => withoutSecrets(line, secrets) },
    },
    destination,
  );
}

/** What may be known of an error: what it is, where it happened, and of a request its place. */
function describeError(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, code, status, method, url, cause, errors } = error as Error &
    Record<'code' | 'status' | 'method' | 'url' | 'errors', unknown>;
  const inner = Array.isArray(errors) ? errors.slice(0, MAX_CAUSES) : [];
  return {
    type: name,
    message: publicMessage(error),
    ...plain({ code, status, method }),
    ...(typeof url === 'string' && { route: routeOf(url) }),
    stack: framesOf(error),
    ...(depth < MAX_CAUSES && cause !== undefined && { cause: describeError(cause, depth + 1) }),
    ...(depth < MAX_CAUSES &&
      inner.length > 0 && { errors: inner.map((one) => describeError(one, depth + 1)) }),
  };
}

function plain(values: Record<string, unknown>): Record<string, unknown> {
  const isPlain = ([, value]: [string, unknown]) => ['string', 'number'].includes(typeof value);
  return Object.fromEntries(Object.entries(values).filter(isPlain));
}

/** The message without what it repeats: wrong values of a form, or text that is no JSON. */
function publicMessage({ name, message }: Error): string {
  if (name === 'SyntaxError') return 'something could not be read';
  const [first = '', ...fields] = message.replace(/\bReceived .*$/su, 'Received …').split('\n');
  const places = fields.flatMap((line) => /^[\w.[\]]+\[\w+\](?=:)/u.exec(line)?.[0] ?? []);
  return [first, ...places].join(' ');
}

function framesOf({ stack = '' }: Error): string {
  const frames = stack.split('\n').filter((line) => line.startsWith('    at '));
  return frames.slice(0, MAX_FRAMES).join('\n');
}

function routeOf(url: string): string {
  const path = url.replace(/^\w+:\/\/[^/]*/u, '').replace(/[?#].*$/su, '');
  return withoutTokens(path);
}

/** Whoever has the token of an interaction or of a webhook can write in the bot's name. */
function withoutTokens(text: string): string {
  return text.replace(/(\/(?:interactions|webhooks)\/[^/\s"]*\/)[^/\s"'\\]+/gu, '$1…');
}

function withoutSecrets(line: string, secrets: readonly string[]): string {
  const known = secrets.filter(Boolean).reduce((text, one) => text.replaceAll(one, '…'), line);
  return withoutTokens(known);
}
