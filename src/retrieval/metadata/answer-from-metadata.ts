import type { AskedPeriod, AskOptions, Status } from '../../passage.ts';
import type { PassageStore } from '../../store/types.ts';
import type { Trace } from '../types.ts';
import { fits, searchedIds } from './article-filter.ts';
import type { ArticlesOn } from './articles-on.ts';
import { listArticles } from './list-articles.ts';
import { type MetadataQuestion, metadataQuestions } from './metadata-question.ts';

/** Passages by which a subject is looked for. */
const MOST_ON_SUBJECT = 10;

export interface MetadataSources {
  store: PassageStore;
  today: () => string;
  articlesOn: ArticlesOn;
  /** Answers from the text of some articles. */
  trace: (question: string, options: AskOptions, ids?: string[]) => Promise<Trace>;
}

/**
 * The answer to a question for what is known of articles: a list of them, or quotes of those that
 * are from the time that is asked for. Undefined for any other question.
 */
export async function answerFromMetadata(
  question: string,
  options: AskOptions,
  sources: MetadataSources,
): Promise<Trace | undefined> {
  for (const asked of readings(question, options, sources.today())) {
    const found =
      asked.asked === 'dated'
        ? await fromPeriod(asked, options, sources)
        : await listed({ ...asked, asked: asked.asked }, question, options, sources);
    if (found) return found;
  }
  return undefined;
}

function readings(
  question: string,
  { subject, earlier }: AskOptions,
  today: string,
): MetadataQuestion[] {
  const own = metadataQuestions(question, today);
  if (subject !== undefined) {
    const narrower = own.filter(
      ({ asked, author, period }) => asked !== 'articles' || author || period,
    );
    const plain = { author: undefined, subject, period: undefined, rest: question };
    return [...narrower, { ...plain, asked: 'articles' }];
  }
  if (own.length > 0 || !earlier) return own;
  // A question that goes on from one about a time is about that time, too.
  return metadataQuestions(earlier.question, today)
    .filter(({ asked }) => asked === 'dated')
    .map((before) => ({ ...before, subject: undefined, rest: question }));
}

async function listed(
  asked: Parameters<typeof listArticles>[0],
  question: string,
  options: AskOptions,
  { store, articlesOn, trace }: MetadataSources,
): Promise<Trace | undefined> {
  let searched = NOTHING_SEARCHED;
  const search = async (subject: string, ids: string[]) => {
    searched = await trace(subject, { top: MOST_ON_SUBJECT }, ids);
    return searched.answer;
  };
  const answer = await listArticles(asked, question, options, store, articlesOn, search);
  return answer && { ...searched, answer };
}

/** Where nothing from then answers and something else does, that is the answer, and says so. */
async function fromPeriod(
  { period, subject, rest }: MetadataQuestion,
  options: AskOptions,
  { store, trace }: MetadataSources,
): Promise<Trace | undefined> {
  if (!period) return undefined;
  const ids = searchedIds(options, store);
  const all = ids?.flatMap((id) => store.card(id) ?? []) ?? store.articles();
  if (all.every(({ date }) => date === null)) return undefined;
  const then = all.filter((one) => fits(one, period)).map(({ id }) => id);
  // "What was said about" is said by no article; its subject is.
  const query = subject ?? rest;
  const within = await trace(query, options, then);
  const asked = { ...period, question: query };
  if (answers(within.answer)) return ofPeriod(within, asked, false);
  const without = await trace(query, options, ids);
  return answers(without.answer) || within.answer.status === 'missed'
    ? ofPeriod(without, asked, true)
    : ofPeriod(within, asked, false);
}

function answers({ status }: { status: Status }): boolean {
  return status !== 'near' && status !== 'missed';
}

function ofPeriod(
  found: Trace,
  { since, until, question }: Omit<AskedPeriod, 'isLifted'>,
  isLifted: boolean,
): Trace {
  const period: AskedPeriod = { since, until, question, isLifted };
  return { ...found, answer: { ...found.answer, period } };
}

const NOTHING_SEARCHED: Trace = {
  answer: {
    question: '',
    status: 'missed',
    quotes: [],
    confidence: 0,
    nearest: [],
    milliseconds: 0,
  },
  stages: { lexical: [], dense: [], fused: [], reranked: [] },
  seconds: { embed: 0, lexical: 0, dense: 0, rerank: 0, total: 0 },
  features: {},
};
