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
