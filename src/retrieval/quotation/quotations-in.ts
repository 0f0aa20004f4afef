/** Quotations of one message that are looked up. */
export const MAX_QUOTATIONS = 3;
/** Fewer words in quotation marks are a name or an ironic word. */
const MIN_WORDS = 3;

const BLOCK_LINE = /^ {0,3}>(?:>>)?(?:[^\S\n]+|$)/u;
/** A block quote that goes on to the end of the message. */
const BLOCK_TO_END = /^>>>\s/mu;
const MARKED =
  /“(?<english>[^“”]+)”|„(?<german>[^„“”]+)[“”]|«(?<french>[^«»]+)»|»(?<turned>[^«»]+)«|"(?<straight>(?:[^"\n]|\n(?!\s*\n))+)"/gu;
/** What Discord's Markdown puts in front of a line. */
const LINE_MARK = /^[^\S\n]*(?:>>>|>|-#|#{1,3}|[-*+]|\d{1,2}[.)])(?:[^\S\n]+|$)/gmu;
/** The line under the head of a table. */
const TABLE_RULE = /^[^\S\n]*\|[\s:|-]*$/gmu;
/** With or without its beginning, as a quotation may start inside it. */
const MASKED_LINK = /(?:\[([^[\]]+))?\]\(<?https?:[^\s()<>]*>?\)/gu;

/**
 * What a message quotes: its block quotes, and what stands in quotation marks; the whole of it where
 * there are none. The first three, in their order, without the marks of Discord's Markdown.
 */
export function quotationsIn(message: string): string[] {
  const { blocks, rest } = splitBlocks(message);
  const marked = [...rest.matchAll(MARKED)].flatMap(({ groups, index }) => {
    const text = Object.values(groups ?? {}).find((one) => one !== undefined) ?? '';
    return wordsIn(text) >= MIN_WORDS ? [{ text, index }] : [];
  });
  const found = [...blocks, ...marked]
    .filter(({ text }) => wordsIn(text) > 0)
    .sort((a, b) => a.index - b.index)
    .slice(0, MAX_QUOTATIONS)
    .map(({ text }) => withoutMarks(text));
  if (found.length > 0) return found;
  const whole = withoutMarks(message);
  return wordsIn(whole) > 0 ? [whole] : [];
}

/** The text without what Discord's Markdown puts in front of lines and around links. */
export function withoutMarks(text: string): string {
  return text.replace(MASKED_LINK, '$1').replace(LINE_MARK, '').replace(TABLE_RULE, '').trim();
}

/** Lines in a row that are quoted are one quotation; `rest` has blanks in their place. */
function splitBlocks(message: string) {
  const toEnd = BLOCK_TO_END.exec(message);
  const head = toEnd ? message.slice(0, toEnd.index) : message;
  const blocks: { text: string; index: number }[] = [];
  let rest = '';
  let isOpen = false;
  for (const line of head.split(/(?<=\n)/u)) {
    const mark = BLOCK_LINE.exec(line);
    const block = blocks.at(-1);
    if (mark && isOpen && block) block.text += line.slice(mark[0].length);
    else if (mark) blocks.push({ text: line.slice(mark[0].length), index: rest.length });
    isOpen = mark !== null;
    rest += mark ? ' '.repeat(line.length) : line;
  }
  if (toEnd)
    blocks.push({ text: message.slice(toEnd.index + toEnd[0].length), index: toEnd.index });
  return { blocks, rest };
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
