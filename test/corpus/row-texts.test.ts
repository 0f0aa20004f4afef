import { describe, expect, it } from 'vitest';
import { ExtractedText } from '../../src/corpus/formats/extracted/extracted-text.ts';
import { embeddingTexts, modelText, sentenceTexts } from '../../src/corpus/index.ts';
import { parseArticle, toArticle } from '../../src/corpus/parse-article.ts';

const markdown = (text: string) => parseArticle('a.md', Buffer.from(text));
const extracted = (rows: string[][]) => {
  const text = new ExtractedText(null);
  text.table(rows);
  const card = { authors: [], date: null, url: null, tags: [], language: null, warnings: [] };
  return toArticle('a.pdf', { ...card, title: null, text: text.text, blocks: text.blocks });
};
const texts = ({ passages: [first] }: ReturnType<typeof markdown>) => first && sentenceTexts(first);

describe('what the models read of a row of a table', () => {
  it('has the headings of its columns, in Markdown', () => {
    const table =
      '| Year | **Tonnes** |\n|---|---|\n| 2019 | 2,900 |\n| 2025 | [4,000](http://a.b) |\n';
    expect(texts(markdown(table))).toEqual([
      'Year, Tonnes',
      'Year: 2019, Tonnes: 2,900',
      'Year: 2025, Tonnes: 4,000',
    ]);
  });

  it('has them in a PDF or a page, where the first row is one of words above figures', () => {
    expect(
      texts(
        extracted([
          ['Species', '2011', '2023'],
          ['Tawny owl', '118', '124'],
        ]),
      ),
    ).toEqual(['Species, 2011, 2023', 'Species: Tawny owl, 2011: 118, 2023: 124']);
  });

  it('is the row alone where the first row may be one like the others', () => {
    const rows = [
      ['Builder', 'Otto Renn'],
      ['Owner', 'The town of Arlen'],
    ];
    expect(texts(extracted(rows))).toEqual(['Builder, Otto Renn', 'Owner, The town of Arlen']);
    const figures = [
      ['Length', '300 m'],
      ['Width', '4 m'],
    ];
    expect(texts(extracted(figures))).toEqual(['Length, 300 m', 'Width, 4 m']);
  });

  it('is the row alone where a column has no heading, or the row other columns', () => {
    const table = '| | level |\n|---|---|\n| dawn | 3.6 m |\n';
    expect(texts(markdown(table))?.[1]).toBe('dawn, level: 3.6 m');
    const rows = [['Name', 'Height', 'Year'], ['A', '3', '1999'], ['B', '4', '1998'], ['all']];
    expect(texts(extracted(rows))?.at(-1)).toBe('all');
  });

  it('leaves what is quoted, and what is searched by words, as it is', () => {
    const { passages } = markdown('| Year | Tonnes |\n|---|---|\n| 2019 | 2,900 |\n');
    expect(passages[0]?.plain).toBe('Year, Tonnes\n2019, 2,900');
    expect(passages[0]?.text).toContain('| 2019 | 2,900 |');
  });

  it('is what is embedded of a long table, and of a part of it', () => {
    const rows = Array.from({ length: 40 }, (_, i) => `| ${1950 + i} | ${i} |`).join('\n');
    const article = markdown(`# Mud\n\n| Year | Tonnes |\n|---|---|\n${rows}\n`);
    const [passage] = article.passages;
    if (!passage) throw new Error('There is no table.');
    const bodies = embeddingTexts(article.article, article.passages, 0).map(({ body }) => body);
    expect(bodies.at(-1)).toContain('Year: 1989, Tonnes: 39');
    expect(modelText(article.article, article.passages, 0).body).toContain(
      'Year: 1989, Tonnes: 39',
    );
    const sentences = passage.sentences.slice(30);
    const start = sentences[0]?.start ?? 0;
    const part = {
      ...passage,
      start,
      text: article.article.text.slice(start, passage.end),
      sentences,
    };
    expect(sentenceTexts(part, passage)[0]).toBe('Year: 1979, Tonnes: 29');
  });
});
