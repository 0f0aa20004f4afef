import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildIndex } from '../../../src/indexing/index.ts';
import { startInference } from '../../../src/inference/index.ts';
import { openStore } from '../../../src/store/index.ts';
import { newFolder, put } from '../../indexing/support.ts';

const article = (front: string, text: string) => `---\n${front}\n---\n\n${text}\n`;

/** Articles of different authors and times, as files. */
export const DATED_ARTICLES: Readonly<Record<string, string>> = {
  'ferry-old.md': article(
    'title: The ferry gets a timetable\nauthors: [Odile Ferrand]\ndate: 2021-04-02\ntags: [harbour]',
    'A ticket for the ferry costs four crowns, and a bicycle travels for one more. The ferry leaves every second hour from the stone quay.\n\nIn 1998 the ferry carried 91,000 passengers, more than in any year before.',
  ),
  'ferry-new.md': article(
    'title: The ferry becomes dearer\nauthors: [Odile Ferrand, Ludo Verhane]\ndate: 2025-06-10\ntags: [harbour]',
    'A ticket for the ferry costs seven crowns since June. The council says that diesel is to blame.\n\nSchool classes travel free of charge, as before.',
  ),
  'bees.md': article(
    'title: Bees on the roof of the school\nauthors: [Cosima Tveit]\ndate: 2024-05-20\ntags: [garden]',
    'Two colonies of bees live on the roof of the school. The pupils harvested eleven kilograms of honey in their first summer.\n\nThe hives were a gift of the garden club.',
  ),
  'undated.md': article(
    'title: How tides work\ntags: [sea]',
    'The sea comes twice a day, because the moon draws the water towards it. Springs tides come with the new and the full moon.',
  ),
};

/** A real index of them, with the models that made it. */
export async function indexDatedArticles() {
  const folder = await newFolder();
  const [corpusDir, indexDir] = [join(folder, 'corpus'), join(folder, 'index')];
  await put(corpusDir, DATED_ARTICLES);
  const inference = await startInference({ embeddingModel: 'bge-small-en-v1.5', processes: 1 });
  await buildIndex({ corpusDir, indexDir, maxArticleBytes: 1e6, embedder: inference });
  const store = await openStore(indexDir, { model: inference.profile });
  const close = async () => {
    await inference.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { inference, store, close };
}
