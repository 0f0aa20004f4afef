import { describe, expect, it } from 'vitest';
import { type MarkdownNode, parseMarkdown } from '../../src/page/markdown.ts';
import { World } from '../../src/world/world.ts';

const world = new World(Date.now);
const ada = world.addUser('Ada');
const parse = (text: string) => parseMarkdown(world, text);

/** The kinds of the outermost nodes, text left aside. */
const kinds = (nodes: MarkdownNode[]) =>
  nodes.map(({ type }) => type).filter((type) => type !== 'text');

describe('the Markdown of the page', () => {
  it('puts names to mentions', () => {
    expect(parse(`<@${ada.id}>`)).toMatchObject([{ type: 'user', name: 'Ada' }]);
  });

  it('makes items of lines that begin with a dash, with all that is in them', () => {
    const nodes = parse('Two:\n- **one** thing\n- two\nafter');
    expect(kinds(nodes)).toEqual(['br', 'item', 'item']);
    expect(
      kinds(nodes.filter(({ type }) => type === 'item')[0]?.content as MarkdownNode[]),
    ).toEqual(['strong']);
  });

  it('leaves a dash inside a line alone', () => {
    expect(kinds(parse('one - two'))).toEqual([]);
  });

  it('finds headings and small print right after a quote', () => {
    expect(kinds(parse('> quote\n-# small'))).toEqual(['blockQuote', 'subtext']);
    expect(kinds(parse('> quote\n# large'))).toEqual(['blockQuote', 'heading']);
  });

  it('takes escaped marks as text', () => {
    expect(kinds(parse('\\*not\\* \\_this\\_'))).toEqual([]);
  });
});
