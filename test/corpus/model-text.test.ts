import { describe, expect, it } from 'vitest';
import { modelText } from '../../src/corpus/index.ts';
import { parseArticle } from '../../src/corpus/parse-article.ts';

const LONG =
  'The council of the town met for a third time to talk about the dam that nobody wants.';

function modelTexts(markdown: string) {
  const { article, passages } = parseArticle('a.md', Buffer.from(markdown));
  return passages.map((_, index) => modelText(article, passages, index));
}

describe('modelText', () => {
  it('puts the title and the headings in the head', () => {
    const [first, second] = modelTexts(`# Dam\n\n${LONG}\n\n## Talks\n\n### Day 1\n\n${LONG}`);
    expect(first?.head).toBe('Dam');
    expect(second?.head).toBe('Dam – Talks – Day 1');
  });

  it('has the passage without Markdown marks as the body', () => {
    const [text] = modelTexts(`# Dam\n\n**${LONG}** [More](http://a.b) follows.`);
    expect(text?.body).toBe(`${LONG} More follows.`);
  });

  it('leaves a passage alone that is long enough', () => {
    expect(modelTexts(`Yes.\n\n${LONG}\n\nNo.`)[1]?.body).toBe(LONG);
  });

  it('puts the neighbours around a very short passage', () => {
    expect(modelTexts('He came in.\n\nIt was late.\n\nNobody spoke.')[1]?.body).toBe(
      'He came in. It was late. Nobody spoke.',
    );
  });

  it('puts a question in front of the answer that follows it, and nothing of the next one', () => {
    const texts = modelTexts(`**Who built it?**\n\nMy father.\n\n**“When was that?”**\n\n${LONG}`);
    expect(texts[1]?.body).toBe('Who built it? My father.');
    expect(texts[3]?.body).toBe(`“When was that?” ${LONG}`);
  });

  it('lends a question nothing of its answer', () => {
    expect(modelTexts('Who built it?\n\nMy father.')[0]?.body).toBe('Who built it?');
  });

  it('puts a lead-in in front of the list that it announces', () => {
    const [, list] = modelTexts(`${LONG} We ask for these:\n\n- more boats\n- fewer buoys`);
    expect(list?.body).toContain('We ask for these:');
    expect(list?.body).toContain('more boats');
  });

  it('stops when there is enough context, nearest neighbours first', () => {
    const lines = Array.from({ length: 40 }, (_, index) => `This is line number ${index}.`);
    const body = modelTexts(lines.join('\n\n'))[20]?.body ?? '';
    expect(body).toContain('number 19. This is line number 20. This is line number 21.');
    expect(body.length).toBeGreaterThanOrEqual(200);
    expect(body.length).toBeLessThan(200 + 'This is line number 39. '.length);
  });

  it('lends the nearest sentences of a long neighbour, and no sentence that is too long', () => {
    const far = 'This is said far away from it.';
    expect(modelTexts(`${far} ${'word '.repeat(60)}end. Near it.\n\nYes.`)[1]?.body).toBe(
      'Near it. Yes.',
    );
  });

  it('lends nothing over a heading', () => {
    expect(modelTexts('# T\n\n## A\n\nWho?\n\n## B\n\nMe.\n\n## A\n\nYou.')[1]?.body).toBe('Me.');
  });

  it('refuses an index that is none', () => {
    expect(() => modelText({ title: 'T' }, [], 0)).toThrow(RangeError);
  });
});
