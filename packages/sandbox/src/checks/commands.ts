import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import type { Command, CommandOption } from '../world/types.ts';
import { Form, type Path } from './form.ts';
import { checkSchema } from './schema.ts';

/** Limits of commands, from Discord's documentation: by type, and characters in one of them. */
const COMMANDS_BY_TYPE: Record<number, number> = { 1: 100, 2: 15, 3: 15 };
const CHARACTERS = 8000;
const SLASH_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

type Draft = Partial<Command> & { name: string };

/**
 * Checks one command (POST, PATCH) or a whole set of them (PUT).
 * @throws ApiError 400 with code 50035 and the path of each error
 */
export async function checkCommands(body: unknown, one: boolean): Promise<void> {
  const form = new Form();
  if (!one && !Array.isArray(body)) {
    form.fail([], 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
    form.settle();
  }
  const drafts = (one ? [body] : body) as Draft[];
  for (const [index, draft] of drafts.entries()) {
    const at = one ? [] : [index];
    const { default_member_permissions: permissions, ...rest } = draft;
    // Discord's own description says number where Discord itself sends and takes a string.
    if (typeof permissions === 'string' && !/^\d+$/.test(permissions)) {
      form.fail(
        [...at, 'default_member_permissions'],
        'BITFIELD_TYPE',
        'Value is not a bit field.',
      );
    }
    await checkSchema(form, 'ApplicationCommandCreateRequestSchema', rest, at);
  }
  form.settle();
  for (const [index, draft] of drafts.entries()) checkCommand(form, draft, one ? [] : [index]);
  checkSet(form, drafts);
  form.settle();
}

function checkSet(form: Form, drafts: readonly Draft[]): void {
  const seen = new Set<string>();
  const counts = new Map<number, number>();
  for (const [index, { type = ApplicationCommandType.ChatInput, name }] of drafts.entries()) {
    const key = `${type}:${name}`;
    if (seen.has(key)) {
      const message = 'Application command names must be unique';
      form.fail([index, 'name'], 'APPLICATION_COMMANDS_DUPLICATE_NAME', message);
    }
    seen.add(key);
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  for (const [type, count] of counts) {
    const limit = COMMANDS_BY_TYPE[type];
    if (limit === undefined || count <= limit) continue;
    form.fail([], 'BASE_TYPE_MAX_LENGTH', `Must be ${limit} or fewer in length.`);
  }
}

function checkCommand(form: Form, draft: Draft, at: Path): void {
  const slash =
    (draft.type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput;
  if (slash) {
    checkName(form, draft.name, [...at, 'name']);
    for (const [locale, name] of Object.entries(draft.name_localizations ?? {})) {
      checkName(form, name, [...at, 'name_localizations', locale]);
    }
    if (!draft.description) form.required([...at, 'description']);
  } else {
    if (draft.description) {
      const message = 'Context menu commands cannot have description';
      form.fail([...at, 'description'], 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION', message);
    }
    if (draft.options?.length) {
      const message = 'Context menu commands cannot have options';
      form.fail([...at, 'options'], 'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS', message);
    }
  }
  checkOptions(form, draft.options ?? [], [...at, 'options']);
  if (characters(draft) > CHARACTERS) {
    const message = `Command exceeds maximum size (${CHARACTERS})`;
    form.fail(at, 'APPLICATION_COMMAND_TOO_LARGE', message);
  }
}

function checkName(form: Form, name: string, at: Path): void {
  if (SLASH_NAME.test(name) && name === name.toLowerCase()) return;
  form.fail(at, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
}

function checkOptions(form: Form, options: readonly CommandOption[], at: Path): void {
  const names = new Set<string>();
  let optional = false;
  for (const [index, option] of options.entries()) {
    const path = [...at, index];
    checkName(form, option.name, [...path, 'name']);
    for (const [locale, name] of Object.entries(option.name_localizations ?? {})) {
      checkName(form, name, [...path, 'name_localizations', locale]);
    }
    if (!option.description) form.required([...path, 'description']);
    if (names.has(option.name)) {
      const message = 'Option names must be unique';
      form.fail([...path, 'name'], 'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED', message);
    }
    names.add(option.name);
    if (option.required && optional) {
      const message = 'Required options must be placed before non-required options';
      form.fail(path, 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message);
    }
    const nested =
      option.type === ApplicationCommandOptionType.Subcommand ||
      option.type === ApplicationCommandOptionType.SubcommandGroup;
    optional ||= !option.required && !nested;
    if (option.autocomplete && option.choices?.length) {
      const message = 'Autocomplete and choices cannot be used together';
      form.fail(path, 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES', message);
    }
    checkOptions(form, option.options ?? [], [...path, 'options']);
  }
}

/** Names, descriptions and choices count, each by the longest of its translations. */
function characters(draft: Draft | CommandOption): number {
  const longest = (text = '', translations?: Record<string, string> | null) =>
    Math.max(text.length, ...Object.values(translations ?? {}).map((one) => one.length));
  let sum = longest(draft.name, draft.name_localizations);
  sum += longest(draft.description, draft.description_localizations);
  if ('choices' in draft) {
    for (const { name, value } of draft.choices ?? []) {
      sum += name.length + (typeof value === 'string' ? value.length : 0);
    }
  }
  return (draft.options ?? []).reduce((total, option) => total + characters(option), sum);
}
