import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Article, ArticleCard } from '../../src/passage.ts';
import type { Corpus, Hit, Manifest, PassageStore } from '../../src/store/index.ts';
import { anyCorpus, anyVector, articleOf, corpusOf, model, unit } from './corpora.ts';
import { allPassages, readAll } from './read-all.ts';

/** A place for an index, empty at first. */
export interface Place {
  replace(corpus: Corpus): Promise<Manifest>;
  open(): Promise<PassageStore>;
  remove(): Promise<void>;
}

const RUNS = { numRuns: 25 };

/** What every PassageStore does, whatever it is made of. */
export function describeStore(name: string, createPlace: () => Promise<Place>): void {
  describe(`${name} as a PassageStore`, () => {
    let place: Place;
    beforeEach(async () => {
      place = await createPlace();
    });
    afterEach(() => place.remove());

    const holding = async (corpus: Corpus) => {
      await place.replace(corpus);
      return place.open();
    };

    test('gives back every article and passage as it was put in', async () => {
      await fc.assert(
        fc.asyncProperty(anyCorpus, async (corpus) => {
          const store = await holding(corpus);
          expect(store.articles()).toEqual(corpus.articles.map(({ article }) => cardOf(article)));
          const shelf = await readAll(store);
          for (const { article, passages } of corpus.articles) {
            expect(store.card(article.id)).toEqual(cardOf(article));
            expect(shelf.article(article.id)).toEqual(article);
            expect(shelf.passagesOf(article.id)).toEqual(passages.map(({ passage }) => passage));
            for (const { passage } of passages) {
              expect(shelf.passage(passage.id)).toEqual(passage);
            }
          }
        }),
        RUNS,
      );
    });

    test('keeps offsets right beside emoji, right-to-left and combining characters', async () => {
      const paragraphs = ['👩‍👩‍👧 said: “naïve”.', 'שלום, עולם 🌊', 'e\u0301 and \ud800 alone'];
      const store = await holding(corpusOf(articleOf('a', paragraphs)));
      const shelf = await readAll(store);
      const text = shelf.article('a')?.text ?? '';
      const slices = shelf.passagesOf('a').map(({ start, end }) => text.slice(start, end));
      expect(slices).toEqual(paragraphs);
    });

    test('finds the words of each article by the rules of its language', async () => {
      const store = await holding(
        corpusOf(
          articleOf('a', ['Die alten Häuser am Fluss.'], { language: 'de' }),
          articleOf('b', ['The old houses by the river.'], { language: 'en' }),
          articleOf('c', ['防波堤が開かれた。'], { language: 'ja' }),
        ),
      );
      expect(await idsOf(store.searchKeywords('Welches Haus?', 3))).toEqual(['a#1']);
      expect(await idsOf(store.searchKeywords('Which house?', 3))).toEqual(['b#1']);
      expect(await idsOf(store.searchKeywords('防波堤はいつ', 3))).toEqual(['c#1']);
    });

    test('counts a word once that several languages read alike', async () => {
      const store = await holding(
        corpusOf(
          articleOf('a', ['Perpetua'], { language: 'de' }),
          articleOf('b', ['Perpetua'], { language: 'en' }),
        ),
      );
      expect(store.termWeights('Perpetua').size).toBe(1);
    });

    test('keeps the page of a passage that has one', async () => {
      const store = await holding(
        corpusOf(articleOf('a', [{ text: 'A dam.', page: 7 }, 'A weir.'])),
      );
      expect((await allPassages(store)).map(({ page }) => page)).toEqual([7, undefined]);
    });

    test('keeps everything an article says of itself', async () => {
      const card = {
        title: 'The Flood',
        authors: ['A. Writer', 'B. Writer'],
        date: '2025-03-03',
        url: 'https://example.org/flood',
        tags: ['water'],
        language: 'pt-BR',
      };
      const store = await holding(corpusOf(articleOf('a', ['A text.'], card)));
      expect(store.card('a')).toMatchObject(card);
      expect((await readAll(store)).article('a')).toMatchObject(card);
    });

    test('knows nothing of ids that are not there', async () => {
      const store = await holding(corpusOf(articleOf('a', ['A text.'])));
      const shelf = await store.read(['a', 'b']);
      expect(store.card('b')).toBeUndefined();
      expect(shelf.article('b')).toBeUndefined();
      expect(shelf.passage('a#2')).toBeUndefined();
      expect(shelf.passagesOf('b')).toEqual([]);
      expect((await store.vectorsOf(['no such hash'])).size).toBe(0);
    });

    test('puts on a shelf what was asked for, and nothing else', async () => {
      const store = await holding(corpusOf(articleOf('a', ['A dam.']), articleOf('b', ['A cow.'])));
      const shelf = await store.read(['b']);
      expect(shelf.article('a')).toBeUndefined();
      expect(shelf.passage('a#1')).toBeUndefined();
      expect(shelf.passage('b#1')?.text).toBe('A cow.');
      expect(shelf.termWeights('cow')).toEqual(store.termWeights('cow'));
    });

    test('tells all articles whose text holds some strings, as they are written', async () => {
      const store = await holding(
        corpusOf(
          articleOf('a', ['A 100% safe dam_wall.', 'A \\cow.']),
          articleOf('b', ['A Cow by the dam.']),
          articleOf('c', ['The u\u0308ber cow.']),
        ),
      );
      const found = async (...strings: string[]) => {
        const ids: string[] = [];
        for await (const { article, passages } of store.articlesWith(strings)) {
          expect(passages[0]?.articleId).toBe(article.id);
          ids.push(article.id);
        }
        return ids;
      };
      expect(await found()).toEqual(['a', 'b', 'c']);
      expect(await found('dam')).toEqual(['a', 'b']);
      expect(await found('dam', 'cow')).toEqual(['a']);
      expect(await found('100%', 'm_w', '\\c')).toEqual(['a']);
      expect(await found('ma%c', 'dam')).toEqual([]);
      expect(await found('\u00fcber')).toEqual(['c']);
    });

    test('tells the headings of each article, each once', async () => {
      const store = await holding(
        corpusOf(
          articleOf('a', [
            { text: 'One.', headings: ['Water', 'Dams'] },
            { text: 'Two.', headings: ['Water', 'Weirs'] },
          ]),
          articleOf('b', ['Three.']),
        ),
      );
      const headings = await store.headings();
      expect(headings.get('a')).toEqual(['Water', 'Dams', 'Weirs']);
      expect(headings.get('b') ?? []).toEqual([]);
    });

    test('says in its manifest what it holds and of which model', async () => {
      const corpus = corpusOf(
        articleOf('a', [{ text: 'One.', vectors: [unit(1, 0, 0, 0), unit(0, 1, 0, 0)] }, 'Two.']),
        articleOf('b', ['Three.']),
      );
      const written = await place.replace(corpus);
      const { manifest } = await place.open();
      expect(manifest).toEqual(written);
      expect(manifest).toMatchObject({
        model,
        corpusHash: corpus.corpusHash,
        articles: 2,
        passages: 3,
        vectors: 4,
      });
    });

    test('finds what comparing with every vector finds', async () => {
      await fc.assert(
        fc.asyncProperty(
          anyCorpus,
          anyVector,
          fc.integer({ min: 0, max: 12 }),
          fc.option(fc.array(fc.constantFrom('folder/0', 'folder/1', 'folder/2', 'elsewhere'))),
          async (corpus, query, k, articleIds) => {
            const store = await holding(corpus);
            const hits = await store.searchVectors(query, k, articleIds ?? undefined);
            const all = bestWindows(corpus, query, articleIds);
            const best = [...all.values()].sort((a, b) => b - a).slice(0, k);
            expect(hits.map(({ score }) => score)).toEqual(
              best.map((each) => expect.closeTo(each, 2)),
            );
            for (const { passage, score } of hits) {
              expect(score).toBeCloseTo(all.get(passage.id) ?? Number.NaN, 2);
            }
            expect(new Set(hits.map(({ passage }) => passage.id)).size).toBe(hits.length);
          },
        ),
        { numRuns: 60 },
      );
    });

    test('finds k passages even when one has many of the nearest vectors', async () => {
      const near = Array.from({ length: 40 }, (_, i) => unit(1, i / 1000, 0, 0));
      const far = { text: 'Far.', vectors: [unit(0, 0, 1, 0)] };
      const store = await holding(
        corpusOf(articleOf('a', [{ text: 'Near.', vectors: near }, far])),
      );
      const hits = await store.searchVectors(unit(1, 0, 0, 0), 2);
      expect(hits.map(({ passage }) => passage.id)).toEqual(['a#1', 'a#2']);
    });

    test('refuses a query vector of the wrong length', async () => {
      const store = await holding(corpusOf(articleOf('a', ['A text.'])));
      await expect(store.searchVectors(unit(1, 0, 0), 1)).rejects.toThrow('3 dimensions');
    });

    test('finds words in other forms, in the title and in the headings', async () => {
      const store = await holding(
        corpusOf(
          articleOf('rivers', ['Nothing here.', 'The dam was built.'], { title: 'Floods of 1953' }),
          articleOf('hills', ['The hill.', { text: 'A cow.', headings: ['Grazing'] }]),
        ),
      );
      const ids = (query: string) => idsOf(store.searchKeywords(query, 5));
      expect(await ids('dams')).toEqual(['rivers#2']);
      expect((await ids('Who flooded?')).sort()).toEqual(['rivers#1', 'rivers#2']);
      expect(await ids('grazed')).toEqual(['hills#2']);
    });

    test('finds words without Markdown marks', async () => {
      const paragraph = { text: 'A **dam**[^1].', plain: 'A dam.' };
      const store = await holding(corpusOf(articleOf('a', [paragraph, 'A cow.'])));
      expect(await idsOf(store.searchKeywords('dam', 5))).toEqual(['a#1']);
    });

    test('ranks the rarer of two words first, and equals by their place', async () => {
      const store = await holding(
        corpusOf(articleOf('a', ['common words', 'common words', 'common rarity', 'common words'])),
      );
      const ids = await idsOf(store.searchKeywords('common rarity', 9));
      expect(ids).toEqual(['a#3', 'a#1', 'a#2', 'a#4']);
    });

    test('finds no passage that shares no word with the query', async () => {
      const store = await holding(corpusOf(articleOf('a', ['A dam.', 'A cow.'])));
      expect(await store.searchKeywords('zebra', 5)).toEqual([]);
      expect(await store.searchKeywords('?!', 5)).toEqual([]);
      expect(await store.searchKeywords('', 5)).toEqual([]);
    });

    test('finds words in some articles only when told so', async () => {
      const store = await holding(
        corpusOf(...['a', 'b', 'c'].map((id) => articleOf(id, ['A dam.', 'A cow.']))),
      );
      const ids = (articleIds: string[]) => idsOf(store.searchKeywords('dam', 5, articleIds));
      expect(await ids(['c', 'a'])).toEqual(['a#1', 'c#1']);
      expect(await ids(['elsewhere'])).toEqual([]);
      expect(await ids([])).toEqual([]);
    });

    test('with some of its articles is as an index that never held the others', async () => {
      await fc.assert(
        fc.asyncProperty(anyCorpus, anyVector, fc.nat(), async (corpus, vector, bits) => {
          const seen = corpus.articles.filter((_, i) => ((bits >> i) & 1) === 1);
          const whole = await holding(corpus);
          const some = whole.within(new Set(seen.map(({ article }) => article.id)));
          const other = await holding({ ...corpus, articles: seen });
          const counts = ({ manifest: { articles, passages, vectors } }: PassageStore) => {
            return { articles, passages, vectors };
          };
          expect(counts(some)).toEqual(counts(other));
          expect(some.articles()).toEqual(other.articles());
          const ids = corpus.articles.map(({ article }) => article.id);
          expect(ids.map((id) => some.card(id))).toEqual(ids.map((id) => other.card(id)));
          const [shelf, otherShelf] = [await some.read(ids), await other.read(ids)];
          for (const id of ids) {
            expect(shelf.article(id)).toEqual(otherShelf.article(id));
            expect(shelf.passagesOf(id)).toEqual(otherShelf.passagesOf(id));
          }
          expect(await some.headings()).toEqual(await other.headings());
          expect(await articlesIn(some)).toEqual(await articlesIn(other));
          for (const { passages } of corpus.articles) {
            const text = passages[0]?.passage.plain ?? '';
            expect(some.termWeights(text)).toEqual(other.termWeights(text));
            const words = [some, other].map((one) => one.searchKeywords(text, 9));
            expect(await words[0]).toEqual(await words[1]);
            const within = [some, other].map((one) => one.searchKeywords(text, 9, ids.slice(0, 2)));
            expect(await within[0]).toEqual(await within[1]);
          }
          const near = await some.searchVectors(vector, 9);
          const otherNear = await other.searchVectors(vector, 9);
          expect(near.map(({ passage }) => passage.id)).toEqual(
            otherNear.map(({ passage }) => passage.id),
          );
        }),
        RUNS,
      );
    });

    test('gives a rare word more weight than a common one, and a stop word none', async () => {
      const store = await holding(corpusOf(articleOf('a', ['A dam.', 'A dam.', 'A cow.'])));
      const terms = store.termWeights('What are the dams, the cows and the zebras?');
      expect([...terms.keys()]).toEqual(['dam', 'cow', 'zebra']);
      // ln(1 + (N - n + 0.5) / (n + 0.5)) for N = 3 and n = 2, 1, 0
      expect([...terms.values()]).toEqual([1.6, 8 / 3, 8].map((x) => expect.closeTo(Math.log(x))));
    });

    test('keeps the vectors of a text, but for a thousandth', async () => {
      await fc.assert(
        fc.asyncProperty(anyCorpus, async (corpus) => {
          const store = await holding(corpus);
          const all = corpus.articles.flatMap((each) => each.passages);
          const known = await store.vectorsOf(all.map(({ textHash }) => textHash));
          for (const { textHash, vectors } of all) {
            const stored = known.get(textHash) ?? [];
            expect(stored.length).toBe(vectors.length);
            for (const [i, vector] of vectors.entries()) {
              for (const [j, value] of vector.entries()) {
                expect(Math.abs(value - (stored[i]?.[j] ?? 0))).toBeLessThan(0.002);
              }
            }
          }
        }),
        RUNS,
      );
    });

    test('takes the nearest of its windows for a passage', async () => {
      const vectors = [unit(1, 1, 0, 0), unit(1, 0, 0, 0), unit(0, 0, 0, 1)];
      const store = await holding(corpusOf(articleOf('a', [{ text: 'A dam.', vectors }])));
      const [hit] = await store.searchVectors(unit(1, 0, 0, 0), 1);
      expect(hit?.score).toBeCloseTo(1, 3);
    });

    test('knows whether it has the texts of an article, in their order', async () => {
      const store = await holding(corpusOf(articleOf('a', ['A dam.', 'A cow.'])));
      const hashes = ['hash of a#1', 'hash of a#2'];
      const held = async (id: string, texts: string[]) => [
        ...(await store.holdingTexts(new Map([[id, texts]]))),
      ];
      expect(await held('a', hashes)).toEqual(['a']);
      expect(await held('a', hashes.toReversed())).toEqual([]);
      expect(await held('a', hashes.slice(1))).toEqual([]);
      expect(await held('b', hashes)).toEqual([]);
    });

    test('replaces the corpus as one step: an open store keeps the old one', async () => {
      const before = await holding(
        corpusOf(articleOf('a', ['A dam.']), articleOf('b', ['A cow.'])),
      );
      const after = await holding(corpusOf(articleOf('b', ['A bull.'])));

      expect(await idsOf(before.searchKeywords('dam', 1))).toEqual(['a#1']);
      expect(await before.searchVectors(unit(1, 0, 2, 3), 5)).toHaveLength(2);
      expect(after.card('a')).toBeUndefined();
      expect((await after.read(['a'])).article('a')).toBeUndefined();
      expect(await after.searchKeywords('dam cow', 5)).toEqual([]);
      expect(await after.searchKeywords('bull', 5)).toHaveLength(1);
      expect(await after.searchVectors(unit(1, 0, 2, 3), 5)).toHaveLength(1);
      expect(after.manifest.generation).not.toBe(before.manifest.generation);
    });

    test('holds a corpus without articles', async () => {
      const store = await holding(corpusOf());
      expect(store.articles()).toEqual([]);
      expect(await store.searchVectors(unit(1, 0, 0, 0), 5)).toEqual([]);
      expect(await store.searchKeywords('dam', 5)).toEqual([]);
      expect(store.termWeights('dam').size).toBe(1);
    });
  });
}

async function idsOf(hits: Promise<Hit[]>): Promise<string[]> {
  return (await hits).map(({ passage }) => passage.id);
}

function cardOf({ text, ...card }: Article): ArticleCard {
  return card;
}

/** The obvious way: the best of all vectors of each passage. */
function bestWindows(corpus: Corpus, query: Float32Array, articleIds: string[] | null) {
  const best = new Map<string, number>();
  for (const { article, passages } of corpus.articles) {
    if (articleIds && !articleIds.includes(article.id)) continue;
    for (const { passage, vectors } of passages) {
      const scores = vectors.map((vector) =>
        vector.reduce((sum, value, i) => sum + value * (query[i] ?? 0), 0),
      );
      best.set(passage.id, Math.max(...scores));
    }
  }
  return best;
}

async function articlesIn(store: PassageStore): Promise<string[]> {
  const ids: string[] = [];
  for await (const { article } of store.articlesWith([])) ids.push(article.id);
  return ids;
}
