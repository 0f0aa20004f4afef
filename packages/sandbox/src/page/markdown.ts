import { rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';
import type { World } from '../world/world.ts';

/** A node of parsed Discord Markdown, ready to be drawn without knowing more. */
export interface MarkdownNode {
  type: string;
  content?: string | MarkdownNode[];
  /** Of a mention: whom or what it names. */
  name?: string;
  [field: string]: unknown;
}

type Rule = (typeof rulesExtended)[string];

/** The parser misses headings and small print right after a block quote: here they are found. */
function atLineStart(rule: Rule): Rule {
  return {
    ...rule,
    match: (source, state, before) =>
      before === '' || before.endsWith('\n')
        ? rule.match(source, { ...state, prevCapture: null }, '')
        : null,
  };
}

const { heading, subtext } = rulesExtended;
const parse = SimpleMarkdown.parserFor({
  ...rulesExtended,
  ...(heading && { heading: atLineStart(heading) }),
  ...(subtext && { subtext: atLineStart(subtext) }),
});

/** Parses Discord's Markdown and puts names to the ids in it. */
export function parseMarkdown(world: World, text: string): MarkdownNode[] {
  const nodes = parse(text, { inline: true }) as MarkdownNode[];
  nameMentions(world, nodes);
  return gatherItems(nodes);
}

function nameMentions(world: World, nodes: MarkdownNode[]): void {
  for (const node of nodes) {
    const id = String(node.id);
    if (node.type === 'user') {
      const user = world.users.get(id);
      node.name = user ? (user.global_name ?? user.username) : 'unknown-user';
    } else if (node.type === 'channel') {
      node.name = world.channels.get(id)?.name ?? 'unknown';
    } else if (node.type === 'role') {
      const roles = [...world.guilds.values()].flatMap((guild) => [...guild.roles.values()]);
      node.name = roles.find((role) => role.id === id)?.name ?? 'deleted-role';
    }
    if (Array.isArray(node.content)) nameMentions(world, node.content);
  }
}

/** Kinds of nodes that stand on lines of their own. */
export const LINES = ['heading', 'subtext', 'blockQuote', 'codeBlock', 'item'];

/** The parser leaves lists as lines that begin with a dash; here each becomes an item. */
function gatherItems(nodes: readonly MarkdownNode[]): MarkdownNode[] {
  const gathered: MarkdownNode[] = [];
  let item: MarkdownNode[] | null = null;
  for (const node of nodes) {
    const before = gathered.at(-1);
    const lineStart = !before || before.type === 'br' || LINES.includes(before.type);
    if (item && node.type === 'br') {
      item = null;
    } else if (item) {
      item.push(node);
    } else if (lineStart && node.type === 'text' && /^[-*] /.test(String(node.content))) {
      item = [{ ...node, content: String(node.content).slice(2) }];
      gathered.push({ type: 'item', content: item });
    } else {
      const { content } = node;
      gathered.push(Array.isArray(content) ? { ...node, content: gatherItems(content) } : node);
    }
  }
  return gathered;
}
