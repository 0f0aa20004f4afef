import { DiscordAPIError } from 'discord.js';

interface FormErrors {
  _errors?: { code: string }[];
  [key: string]: unknown;
}

/** What a refused request was told: status, code, and each error of the form as `path: CODE`. */
export interface Refusal {
  status: number;
  code: string | number;
  errors: string[];
}

/** Waits for a request to be refused. */
export async function refusal(request: Promise<unknown>): Promise<Refusal> {
  const error = await request.then(
    () => new Error('The request was accepted.'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof DiscordAPIError)) throw error;
  const raw = error.rawError as { errors?: FormErrors };
  return { status: error.status, code: error.code, errors: list(raw.errors ?? {}) };
}

function list(tree: FormErrors, path: string[] = []): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    key === '_errors'
      ? (value as { code: string }[]).map(({ code }) => `${path.join('.')}: ${code}`)
      : list(value as FormErrors, [...path, key]),
  );
}
