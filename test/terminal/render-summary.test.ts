import { describe, expect, it } from 'vitest';
import { ArticleError, ArticleFaultError } from '../../src/errors.ts';
import type { IndexingSummary } from '../../src/indexing/index.ts';
import { jsonSummary, renderSummary } from '../../src/terminal/render-summary.ts';

const summary: IndexingSummary = {
  added: ['a.md', 'b.md'],
  changed: ['c.md'],
  removed: [],
  unchanged: 9,
  skipped: [new ArticleError('bad/d.md', 'is empty')],
  warnings: [],
  languages: [],
  embedded: 31,
  manifest: {
    format: 1,
    generation: '20240517T120000000Z-00000000',
    createdAt: '2024-05-17T12:00:00.000Z',
    corpusHash: '00',
    model: {
      model: 'bge-small-en-v1.5',
      sha256: '00',
      dimensions: 384,
      pooling: 'cls',
      queryPrefix: '',
      passagePrefix: '',
      maxTokens: 512,
    },
    articles: 12,
    passages: 240,
    vectors: 250,
    bytes: 1_500_000,
  },
  replaced: true,
  seconds: 1.23456,
};

describe('the summary of an indexing run', () => {
  it('tells what became of the articles, why some were skipped, the size and the time', () => {
    expect(renderSummary(summary)).toBe(
      [
        'Articles: 2 added, 1 changed, 0 removed, 9 unchanged, 1 skipped.',
        '  skipped bad/d.md: is empty',
        'Index: 12 articles, 240 passages, 1.4 MB.',
        'Embedded 31 passages in 1.2 s.',
      ].join('\n'),
    );
  });

  it('warns where many articles are in a language that the embedding model does not know', () => {
    const german = { ...summary, languages: ['en', 'de-AT', 'de', 'fr', null] };
    expect(renderSummary(german).split('\n').at(-1)).toBe(
      '3 of 5 articles are in German and French, which the embedding model bge-small-en-v1.5 does not know: what they say is found by its words alone. One that knows them is EMBEDDING_MODEL=Xenova/multilingual-e5-small.',
    );
  });

  it('does not warn for one article of ten, nor with a model that knows the language', () => {
    const few = [...Array.from({ length: 9 }, () => 'en'), 'de'];
    expect(renderSummary({ ...summary, languages: few })).not.toContain('German');
    const model = { ...summary.manifest.model, model: 'Xenova/multilingual-e5-small' };
    const manifest = { ...summary.manifest, model };
    expect(renderSummary({ ...summary, languages: ['de'], manifest })).not.toContain('German');
  });

  it('says so when nothing had changed', () => {
    expect(renderSummary({ ...summary, replaced: false, embedded: 0 })).toMatch(
      /\nNothing had changed: the index is as it was\.$/,
    );
  });

  it('counts one thing as one, and a small index in kilobytes', () => {
    const manifest = { ...summary.manifest, articles: 1, passages: 1, bytes: 20_480 };
    expect(renderSummary({ ...summary, embedded: 1, manifest })).toMatch(
      /Index: 1 article, 1 passage, 20 KB\.\nEmbedded 1 passage in /,
    );
  });

  it('keeps a skipped file to its line, whatever its name holds', () => {
    const skipped = [new ArticleError('two\nlines\u001b[2J.md', 'is empty')];
    expect(renderSummary({ ...summary, skipped })).toContain(
      '  skipped two lines␛[2J.md: is empty\n',
    );
  });

  it('tells what was left out of an article', () => {
    const warnings = [{ file: 'a.md', reason: 'front matter: date: "yesterday" must be a day' }];
    expect(renderSummary({ ...summary, warnings })).toContain(
      [
        '  skipped bad/d.md: is empty',
        '  note on a.md: front matter: date: "yesterday" must be a day',
      ].join('\n'),
    );
    expect(jsonSummary({ ...summary, warnings })).toMatchObject({ warnings });
  });

  it('tells articles on which the program failed from files that cannot be used', () => {
    const fault = new ArticleFaultError('good/e.md', 'Maximum call stack size exceeded');
    const both = { ...summary, skipped: [...summary.skipped, fault] };
    expect(renderSummary(both).split('\n').slice(0, 3)).toEqual([
      "Articles: 2 added, 1 changed, 0 removed, 9 unchanged, 1 skipped, 1 skipped by a fault of Pullquote's.",
      '  skipped bad/d.md: is empty',
      "  skipped by a fault of Pullquote's, please report it: good/e.md: Maximum call stack size exceeded",
    ]);
    expect(jsonSummary(both)).toMatchObject({
      skipped: [{ file: 'bad/d.md' }],
      faults: [{ file: 'good/e.md', reason: 'Maximum call stack size exceeded' }],
    });
  });

  it('is one JSON object with the files by name', () => {
    expect(JSON.parse(JSON.stringify(jsonSummary(summary)))).toStrictEqual({
      added: ['a.md', 'b.md'],
      changed: ['c.md'],
      removed: [],
      unchanged: 9,
      skipped: [{ file: 'bad/d.md', reason: 'is empty' }],
      faults: [],
      warnings: [],
      articles: 12,
      passages: 240,
      embedded: 31,
      seconds: 1.235,
      bytes: 1_500_000,
      generation: '20240517T120000000Z-00000000',
    });
  });
});
