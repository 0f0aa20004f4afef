import { FetchError } from '../errors.ts';

/** Why something on the web could not be had, in words; fits after `${address} `. */
export function reasonOf(error: unknown): string {
  const { code: given, name, cause } = error as Error & { code?: unknown };
  // The web's own exceptions have numbers there.
  const code = typeof given === 'string' ? given : undefined;
  if (cause instanceof FetchError) return cause.reason;
  switch (code ?? name) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'cannot be had: no host of that name is found';
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'UND_ERR_SOCKET':
      return 'cannot be had: its server does not answer';
    case 'TimeoutError':
    case 'UND_ERR_CONNECT_TIMEOUT':
    case 'UND_ERR_HEADERS_TIMEOUT':
    case 'UND_ERR_BODY_TIMEOUT':
      return 'cannot be had: its server takes too long';
    default:
      return `cannot be had (${code ?? (error as Error).message})`;
  }
}
