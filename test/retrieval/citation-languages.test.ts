import { describe, expect, test } from 'vitest';
import { citationQuestion } from '../../src/retrieval/citation-question.ts';

/** What is asked, and of what; the article at hand where nothing is named. */
const ASKED: readonly (readonly [question: string, asked: string, name: string])[] = [
  ['Wer hat das geschrieben?', 'authors', ''],
  ['Wer hat diesen Artikel geschrieben?', 'authors', ''],
  ['Wer hat den Artikel über das Hochwasser geschrieben?', 'authors', 'hochwasser'],
  ['Und wer ist die Autorin?', 'authors', ''],
  ['Wer ist der Autor des Artikels über Kolm?', 'authors', 'kolm'],
  ['Von wem stammt der Beitrag über die Lange Brücke?', 'authors', 'lange brücke'],
  ['Kannst du mir sagen, wer den Text verfasst hat?', 'authors', ''],
  ['Wann wurde der Artikel über Orrish veröffentlicht?', 'date', 'orrish'],
  ['Wann ist der Bericht erschienen?', 'date', ''],
  ['Von wann ist dieser Artikel?', 'date', ''],
  ['Wie alt ist der Artikel über die Bienen?', 'date', 'bienen'],
  ['Wer hat den Artikel geschrieben und wann?', 'authors and date', ''],
  ['Wie heißt dieser Artikel?', 'title', ''],
  ['Wie lautet der Titel?', 'title', ''],

  ['¿Quién escribió esto?', 'authors', ''],
  ['¿Quién escribió el artículo sobre la inundación?', 'authors', 'inundación'],
  ['¿Quién es el autor del artículo?', 'authors', ''],
  ['¿De quién es el artículo sobre Kolm?', 'authors', 'kolm'],
  ['¿Sabes quién es la autora de este texto?', 'authors', ''],
  ['¿Cuándo se publicó el artículo sobre las abejas?', 'date', 'abejas'],
  ['¿Cuándo fue escrito este informe?', 'date', ''],
  ['¿De cuándo es este artículo?', 'date', ''],
  ['¿Cuándo salió el artículo sobre Orrish?', 'date', 'orrish'],
  ['Fecha de publicación?', 'date', ''],
  ['¿Quién escribió el artículo y cuándo?', 'authors and date', ''],
  ['¿Cómo se titula este artículo?', 'title', ''],
  ['¿Cuál es el título del artículo sobre Kolm?', 'title', 'kolm'],

  ['Qui a écrit ça ?', 'authors', ''],
  ['Qui a écrit l’article sur l’inondation ?', 'authors', 'inondation'],
  ["Qui est l'auteur de cet article ?", 'authors', ''],
  ['De qui est l’article sur Kolm ?', 'authors', 'kolm'],
  ['Et qui est l’autrice ?', 'authors', ''],
  ['Quand l’article sur Orrish a-t-il été publié ?', 'date', 'orrish'],
  ['De quand date cet article ?', 'date', ''],
  ['Quelle est la date de publication de l’article sur les abeilles ?', 'date', 'abeilles'],
  ['Quand est paru ce rapport ?', 'date', ''],
  ['Qui a écrit cet article et quand ?', 'authors and date', ''],
  ['Comment s’appelle cet article ?', 'title', ''],
  ['Quel est le titre ?', 'title', ''],
];

/** Asked of what the articles speak of. */
const NOT_ASKED: readonly string[] = [
  'Wer hat die Brücke gebaut?',
  'Wer hat den Streik gewonnen?',
  'Wann wurde die Brücke eröffnet?',
  'Wann ist der Komet erschienen?',
  'Wie alt ist die Brücke?',
  'Wie heißt der Hafenmeister?',
  'Von wann bis wann ist der Laden offen?',
  'Von wem wurde die Stadt gegründet?',
  'Wie heißt die Fähre?',
  'Was sagt der Autor über Brot?',
  'Das Datum der Wahl?',
  'Wie lautet die Antwort der Firma?',
  '¿Quién construyó el puente?',
  '¿Quién es el alcalde?',
  '¿De quién es la barca?',
  '¿De qué murió el autor?',
  '¿Cuándo se abrió el puente?',
  '¿Cuándo salió el barco?',
  '¿Cuándo apareció el cometa?',
  '¿Cómo se llama el transbordador?',
  '¿Cuál es la fecha de la elección?',
  '¿Qué dice el autor sobre el pan?',
  '¿Cuántos años tiene el puente?',
  '¿Cuál es el nombre del gremio?',
  'Qui a construit le pont ?',
  'Qui est le maire ?',
  'De qui est la barque ?',
  'Quand le pont a-t-il été ouvert ?',
  'Quand est paru le soleil ?',
  'De quand date le pont ?',
  'Comment s’appelle le ferry ?',
  'Quelle est la date de l’élection ?',
  'Que dit l’auteur du pain ?',
  'Quel âge a le violoncelle ?',
  'Par qui la ville a-t-elle été fondée ?',
  'Comment s’appelle la guilde ?',
  'Quel est le nom du bac ?',
  'Où a été imprimée la carte ?',
];

describe('asks for what the citation says:', () => {
  test.each(ASKED)('%s', (question, asked, name) => {
    const read = citationQuestion(question);
    expect([read?.asked ?? 'none', read?.name ?? '']).toEqual([asked, name]);
  });
});

describe('asks for what the text says:', () => {
  test.each(NOT_ASKED)('%s', (question) => {
    expect(citationQuestion(question)).toBeUndefined();
  });
});
