import { STATUSES } from '../../passage.ts';
import { ABSTENTION_TESTS } from '../abstention.ts';
import { QUESTION_KINDS } from '../evaluation-set.ts';
import { type Figures, QUOTING } from '../measure.ts';
import { PHASES, RANK_METRICS, STAGES } from '../outcome.ts';

/** A table of figures: what the terminal and the HTML report both show. */
export interface Section {
  title: string;
  columns: string[];
  rows: { label: string; paths: string[] }[];
}

const QUOTE_LABELS: Readonly<Record<string, string>> = {
  'quotes.answer_shown': 'exact answer inside the first 3 quotes',
  'quotes.answer_at_a_glance': '… inside those shown at once',
  'quotes.words_shown': '… or its words at another place',
  'quotes.answer_marked': 'exact answer in the first marked sentence',
  'quotes.references_covered': 'reference text inside the first 5 quotes',
  'quotes.verbatim': 'quotes verbatim at the cited place',
  'quotes.characters': 'characters shown per answer',
  'quotes.longest': 'characters of the longest quote',
};

export const TEST_LABELS = {
  held_out: 'articles held out',
  without_gold: 'answer removed',
  outside: 'outside the corpus',
  near_miss: 'near misses',
  impossible: 'impossible',
};

/** The figures that were measured, in tables; rows without a figure are left out. */
export function sectionsOf(figures: Figures): Section[] {
  const sections: Section[] = [
    {
      title: 'Order, %',
      columns: ['R@1', 'R@3', 'R@5', 'MRR@10', 'nDCG@10'],
      rows: STAGES.map((stage) => ({
        label: stage,
        paths: RANK_METRICS.map((metric) => `stages.${stage}.${metric}`),
      })),
    },
    {
      title: 'Quotes',
      columns: ['% or count'],
      rows: Object.entries(QUOTE_LABELS).map(([path, label]) => ({ label, paths: [path] })),
    },
    {
      title: 'Abstention',
      columns: ['AUROC', 'refused at 5%', 'ECE', 'AURC'],
      rows: ABSTENTION_TESTS.map((test) => ({
        label: TEST_LABELS[test],
        paths: ['auroc', 'refused_at_5', 'calibration_error', 'aurc'].map(
          (name) => `abstention.tests.${test}.${name}`,
        ),
      })),
    },
    {
      title: 'Replies, %',
      columns: [...STATUSES],
      rows: [
        ...QUESTION_KINDS.map((kind) => ({ label: kind, group: kind })),
        { label: TEST_LABELS.without_gold, group: 'without_gold' },
        { label: TEST_LABELS.held_out, group: 'held_out' },
      ].map(({ label, group }) => ({
        label,
        paths: STATUSES.map((status) => `status.${group.replace('-', '_')}.${status}`),
      })),
    },
    {
      title: 'Right of these, %',
      columns: [...QUOTING],
      rows: [
        {
          label: 'answerable, first quotes',
          paths: QUOTING.map((status) => `precision.${status}`),
        },
      ],
    },
    {
      title: 'Doubt, %',
      columns: ['likely', 'near'],
      rows: [{ label: 'right first quotes said to be', paths: ['doubt.likely', 'doubt.near'] }],
    },
    {
      title: 'Time, median',
      columns: [''],
      rows: [...PHASES, 'total_p95'].map((phase) => ({
        label: phase === 'total_p95' ? 'total, p95' : phase,
        paths: [`seconds.${phase}`],
      })),
    },
  ];
  const measured = (path: string) => typeof figures[path] === 'number';
  return sections
    .map((section) => ({
      ...section,
      rows: section.rows.filter((row) => row.paths.some(measured)),
    }))
    .filter(({ rows }) => rows.length > 0);
}
