import { describe, expect, it } from 'vitest';
import { leansOnEarlier } from '../../../src/discord/conversation/leans-on-earlier.ts';

describe('leansOnEarlier', () => {
  it.each([
    'and in 2024?',
    'who is she?',
    'why?',
    'in Berlin?',
    'what did he say about the war?',
    'When did she win the Nobel prize?',
    'how much did it cost?',
    'What about the second one?',
    'und wann war das?',
    'Wo wohnt sie?',
    '¿y en 2024?',
    '¿Cuándo nació ella?',
    'et après ?',
    'Où vit-elle ?',
    'Who is the author?',
    'When was the article published?',
  ])('says that %j does', (text) => expect(leansOnEarlier(text)).toBe(true));

  it.each([
    'When did the bridge open?',
    'What is photosynthesis?',
    'Who is Zelensky?',
    'Who is the author of Pride and Prejudice?',
    'What did Trump say about his plan?',
    'Is it safe to swim in the river after rain?',
    'What did the minister say when she resigned?',
    'Is there life on Mars?',
    'Wann wurde die Brücke gebaut?',
    '¿Qué es la fotosíntesis?',
    'Où se trouve la bibliothèque municipale ?',
  ])('says that %j stands alone', (text) => expect(leansOnEarlier(text)).toBe(false));
});
