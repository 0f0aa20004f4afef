import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIndex } from '../../src/indexing/index.ts';
import { type Inference, startInference } from '../../src/inference/index.ts';
import { createRetriever, type Retriever } from '../../src/retrieval/index.ts';
import { openStore, type PassageStore } from '../../src/store/index.ts';

const ARTICLES = {
  'bruecke.md': `# Die Brücke von Tarn

Die steinerne Brücke wurde 1891 nach vier Jahren Bauzeit eröffnet. Sie überspannt den Kess mit drei Bögen. Jede Woche fahren elftausend Wagen darüber.

Der Brückenzoll betrug für einen Ochsenkarren zwölf Kreuzer. Abgeschafft hat ihn der Stadtrat im Jahr 1923.`,
  'baeckerei.md': `# Die letzte Bäckerei im Tal

Bäckermeisterin Alma Reuss heizt ihren Ofen jeden Morgen um drei Uhr mit Buchenholz. Das Sauerteigbrot ruht danach noch zwei Tage im Keller.`,
  'lamp.md': `# The lamp on Crane Point

The lighthouse on Crane Point was lit for the first time in 1851. Its lamp can be seen from 31 kilometres away.`,
};

let folder: string;
let inference: Inference;
let store: PassageStore;
let retriever: Retriever;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pullquote-by-words-'));
  for (const [name, text] of Object.entries(ARTICLES)) await writeFile(join(folder, name), text);
  inference = await startInference({ embeddingModel: 'bge-small-en-v1.5', processes: 1 });
  const indexDir = join(folder, '.index');
  await buildIndex({ corpusDir: folder, indexDir, maxArticleBytes: 1e6, embedder: inference });
  store = await openStore(indexDir, { model: inference.profile });
  retriever = createRetriever(store, inference);
});
afterAll(async () => {
  await inference?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a question to articles in a language that the cross-encoder does not know', () => {
  it('is answered by the words of both, and the answer says so', async () => {
    const answer = await retriever.ask('Wann wurde die steinerne Brücke eröffnet?');
    expect(answer.byWords).toBe(true);
    expect(answer.status).toMatch(/answered|likely/);
    expect(answer.quotes[0]?.marked.text).toBe(
      'Die steinerne Brücke wurde 1891 nach vier Jahren Bauzeit eröffnet.',
    );
  });

  it('finds other forms of its words', async () => {
    const answer = await retriever.ask('Wer schaffte die Brückenzölle für Ochsenkarren ab?');
    expect(answer.quotes[0]?.paragraph).toBe(2);
    expect(answer.byWords).toBe(true);
  });

  it('is not called answered where the articles only share a word with it', async () => {
    for (const question of [
      'Wie viele Wagen hat die Feuerwehr in Tarn?',
      'Wann wurde der Bahnhof eröffnet?',
      'Wer ist heute Bürgermeister?',
    ]) {
      expect((await retriever.ask(question)).status, question).not.toBe('answered');
    }
  });

  it('is read by nobody: the cross-encoder has taken no time', async () => {
    const { seconds } = await retriever.trace('Mit welchem Holz wird der Ofen geheizt?');
    expect(seconds.rerank).toBe(0);
  });
});

describe('an English question beside articles in other languages', () => {
  it('is read by the cross-encoder as ever', async () => {
    const answer = await retriever.ask('From how far away can the lamp on Crane Point be seen?');
    expect(answer).toMatchObject({ status: 'answered' });
    expect(answer.byWords).toBeUndefined();
    expect(answer.quotes[0]?.marked.text).toContain('31 kilometres');
  });
});

describe('a retriever that is told so for measuring', () => {
  it('reads whatever the language, or nothing', async () => {
    const always = createRetriever(store, inference, { reranks: 'always' });
    expect((await always.ask('Wann wurde die Brücke eröffnet?')).byWords).toBeUndefined();
    const never = createRetriever(store, inference, { reranks: 'never' });
    expect((await never.ask('When was the lighthouse lit?')).byWords).toBe(true);
  });
});
