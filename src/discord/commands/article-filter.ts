import { ApplicationCommandOptionType } from 'discord.js';
import { described, named } from './described.ts';

/** Longest date that is read: "between" and the like are not taken here. */
const MAX_DATE = 30;

/** Options that narrow the articles down by what is known of them. */
export const FILTER_OPTIONS = [
  {
    type: ApplicationCommandOptionType.String as const,
    ...named({
      en: 'tag',
      de: 'schlagwort',
      es: 'etiqueta',
      fr: 'étiquette',
      it: 'tag',
      ja: 'タグ',
      pt: 'etiqueta',
    }),
    ...described({
      en: 'Only articles with this tag',
      de: 'Nur Artikel mit diesem Schlagwort',
      es: 'Solo artículos con esta etiqueta',
      fr: 'Seulement les articles avec cette étiquette',
      it: 'Solo articoli con questo tag',
      ja: 'このタグが付いた記事のみ',
      pt: 'Só artigos com esta etiqueta',
    }),
    autocomplete: true,
  },
  {
    type: ApplicationCommandOptionType.String as const,
    ...named({
      en: 'author',
      de: 'autor',
      es: 'autor',
      fr: 'auteur',
      it: 'autore',
      ja: '筆者',
      pt: 'autor',
    }),
    ...described({
      en: 'Only articles by this author',
      de: 'Nur Artikel von dieser Autorin oder diesem Autor',
      es: 'Solo artículos de esta autora o este autor',
      fr: 'Seulement les articles de cet auteur',
      it: 'Solo articoli di questo autore o questa autrice',
      ja: 'この筆者の記事のみ',
      pt: 'Só artigos deste autor ou desta autora',
    }),
    autocomplete: true,
  },
  {
    type: ApplicationCommandOptionType.String as const,
    ...named({
      en: 'since',
      de: 'ab',
      es: 'desde',
      fr: 'depuis',
      it: 'da',
      ja: 'いつから',
      pt: 'desde',
    }),
    ...described({
      en: 'Only articles from then on: 2023, March 2024, 2025-03-31, last year',
      de: 'Nur Artikel von da an: 2023, März 2024, 31.3.2025, letztes Jahr',
      es: 'Solo artículos a partir de entonces: 2023, marzo de 2024, 2025-03-31, el año pasado',
      fr: 'Seulement à partir de : 2023, mars 2024, 2025-03-31, l’an dernier',
      it: 'Solo articoli da allora in poi: 2023, 2024-03, 2025-03-31',
      ja: 'この日以降の記事のみ：2023、2024-03、2025-03-31',
      pt: 'Só artigos a partir de então: 2023, 2024-03, 2025-03-31',
    }),
    max_length: MAX_DATE,
    autocomplete: true,
  },
  {
    type: ApplicationCommandOptionType.String as const,
    ...named({
      en: 'until',
      de: 'bis',
      es: 'hasta',
      fr: 'jusque',
      it: 'fino-a',
      ja: 'いつまで',
      pt: 'até',
    }),
    ...described({
      en: 'Only articles up to then: 2023, March 2024, 2025-03-31, last year',
      de: 'Nur Artikel bis dahin: 2023, März 2024, 31.3.2025, letztes Jahr',
      es: 'Solo artículos hasta entonces: 2023, marzo de 2024, 2025-03-31, el año pasado',
      fr: 'Seulement jusqu’à : 2023, mars 2024, 2025-03-31, l’an dernier',
      it: 'Solo articoli fino ad allora: 2023, 2024-03, 2025-03-31',
      ja: 'この日以前の記事のみ：2023、2024-03、2025-03-31',
      pt: 'Só artigos até então: 2023, 2024-03, 2025-03-31',
    }),
    max_length: MAX_DATE,
    autocomplete: true,
  },
];
