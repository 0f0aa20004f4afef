import { EVERY_FOLDER, type Folder, foldersOf, holds, NO_FOLDER } from '../../scopes/folder.ts';
import type { Grant, Rule } from '../../scopes/scope.ts';
import { card, type Reply, reply, text } from '../message/components.ts';
import { escapeMarkdown, oneLine } from '../text/escape.ts';
import { shorten } from '../text/graphemes.ts';
import { LIMITS } from '../text/limits.ts';
import type { Turn } from '../turn/turn.ts';

/** Folders that are named of one rule. */
const MAX_FOLDERS = 12;
const MAX_RULES = 6;
const NAME_LENGTH = 60;

/**
 * What is seen in a place, by which rule, and what the reader's roles add.
 *
 * @param place the turn of everybody in the channel
 * @param reader the turn of the one who asked
 * @param isOutdated the newest rules have mistakes, so that the ones before count
 */
export function renderScope(place: Turn, reader: Turn, isOutdated: boolean): Reply {
  const { words } = reader;
  const ids = reader.library.articles().map(({ id }) => id);
  const [ofPlace, ...ofRoles] = reader.scope.grants;
  const list = ({ folders, rule }: Grant) => {
    const lines = linesOf(folders, ids, reader);
    return [...lines, `-# ${words.scope.because(ruleName(rule, reader))}`].join('\n');
  };
  const { articles } = place.library.manifest;
  const parts = [
    `**${words.scope.here(words.articles(articles))}**`,
    ...(ofPlace ? [list(ofPlace)] : []),
    ...(ofRoles.length > 0
      ? [`**${words.scope.forYou(words.articles(reader.library.manifest.articles))}**`]
      : []),
    ...ofRoles.slice(0, MAX_RULES).map(list),
    ...(isOutdated ? [`-# ${words.scope.isOutdated}`] : []),
  ];
  const room = Math.floor(LIMITS.text / parts.length);
  return reply(card(parts.map((part) => text(shorten(part, room)))));
}

/** A line for each folder with articles, and how many it has. */
function linesOf(folders: readonly Folder[], ids: readonly string[], { words }: Turn): string[] {
  const top = foldersOf(ids).filter((folder) => !folder.includes('/'));
  const named = folders.includes(EVERY_FOLDER) ? [...top, NO_FOLDER] : folders;
  const counted = named
    .map((folder) => ({ folder, count: ids.filter((id) => holds(folder, id)).length }))
    .filter(({ count }) => count > 0);
  if (counted.length === 0) return [words.scope.nothing];
  const more = counted.length - MAX_FOLDERS;
  const lines = counted.slice(0, MAX_FOLDERS).map(({ folder, count }) => {
    const name =
      folder === NO_FOLDER ? words.scope.noFolder : shorten(oneLine(folder), NAME_LENGTH);
    return `📁 ${escapeMarkdown(name)} · ${words.articles(count)}`;
  });
  return more > 0 ? [...lines, `-# ${words.andMore(more)}`] : lines;
}

function ruleName(rule: Rule, { words, guildId }: Turn): string {
  switch (rule.kind) {
    case 'none':
      return words.scope.noRules;
    case 'default':
    case 'dms':
      return `\`${rule.kind}\``;
    case 'server':
      return `\`servers\` › ${rule.id === guildId ? words.scope.thisServer : rule.id}`;
    case 'channel':
      return `\`channels\` › <#${rule.id}>`;
    case 'role':
      return `\`roles\` › <@&${rule.id}>`;
  }
}
