import type { Form, Path } from './form.ts';

/** The part of a zod issue that is read here. */
interface Issue {
  code: string;
  path: (string | number)[];
  origin?: string;
  minimum?: number;
  maximum?: number;
  expected?: string;
  values?: unknown[];
  errors?: Issue[][];
  input?: unknown;
}

interface Schema {
  safeParse(
    value: unknown,
    options: { reportInput: boolean },
  ): { success: true } | { success: false; error: { issues: Issue[] } };
}

/** The request schemas used here, by their names in `discord-api-spec`. */
export type SchemaName =
  | 'MessageCreateRequestSchema'
  | 'MessageEditRequestPartialSchema'
  | 'IncomingWebhookInteractionRequestSchema'
  | 'IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema'
  | 'IncomingWebhookUpdateRequestPartialSchema'
  | 'ApplicationCommandAutocompleteCallbackRequestSchema'
  | 'ModalInteractionCallbackRequestSchema'
  | 'ApplicationCommandCreateRequestSchema'
  | 'ApplicationCommandPatchRequestPartialSchema'
  | 'CreateTextThreadWithMessageRequestSchema'
  | 'CreateTextThreadWithoutMessageRequestSchema'
  | 'CreateForumThreadRequestSchema'
  | 'UpdateThreadRequestPartialSchema'
  | 'CreatePrivateChannelRequestSchema'
  | 'BotAccountPatchRequestSchema';

/** Reads the schemas: 0.2 s the first time, so it is called before there is a request. */
export function loadSchemas(): Promise<Record<SchemaName, Schema>> {
  // Generated JavaScript without declarations; the names used here are listed above.
  const module: string = 'discord-api-spec/zod';
  return import(module) as Promise<Record<SchemaName, Schema>>;
}

/** Checks a body against Discord's own description of the route. */
export async function checkSchema(form: Form, name: SchemaName, body: unknown, at: Path = []) {
  const schemas = await loadSchemas();
  const result = schemas[name].safeParse(body, { reportInput: true });
  if (!result.success) for (const issue of result.error.issues) report(form, issue, at);
}

function report(form: Form, issue: Issue, base: Path): void {
  const path = [...base, ...issue.path];
  if (issue.input === undefined || issue.input === null) {
    form.required(path);
    return;
  }
  const meant = issue.errors && meantBranch(issue.errors);
  if (meant) {
    for (const inner of meant) report(form, inner, path);
    return;
  }
  if (issue.code === 'invalid_union') {
    const message = 'Value of field "type" is not allowed here.';
    form.fail([...path, 'type'], 'UNION_TYPE_CHOICES', message);
    return;
  }
  if (issue.code === 'too_big' && issue.origin !== 'number') {
    form.tooLong(path, issue.maximum ?? 0);
  } else if (issue.code === 'too_small' && issue.origin !== 'number') {
    form.fail(path, 'BASE_TYPE_MIN_LENGTH', `Must be ${issue.minimum} or more in length.`);
  } else if (issue.code === 'too_big') {
    const message = `int value should be less than or equal to ${issue.maximum}.`;
    form.fail(path, 'NUMBER_TYPE_MAX', message);
  } else if (issue.code === 'too_small') {
    const message = `int value should be greater than or equal to ${issue.minimum}.`;
    form.fail(path, 'NUMBER_TYPE_MIN', message);
  } else if (issue.code === 'invalid_value') {
    const values = issue.values?.join(', ');
    form.fail(path, 'BASE_TYPE_CHOICES', `Value must be one of {${values}}.`);
  } else if (issue.code === 'invalid_type') {
    form.fail(path, 'BASE_TYPE_BAD_TYPE', `Value must be of type ${issue.expected}.`);
  } else form.fail(path, 'BASE_TYPE_INVALID', 'Value is invalid.');
}

/** Of the alternatives of a union the one that was meant: its kind fits, and it has the fewest errors. */
function meantBranch(branches: readonly Issue[][]): Issue[] | undefined {
  return branches
    .filter((branch) =>
      branch.every(({ path }) => path.length > 0 && !(path.length === 1 && path[0] === 'type')),
    )
    .sort((a, b) => a.length - b.length)[0];
}
