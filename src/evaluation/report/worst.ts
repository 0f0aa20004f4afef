import { type Html, html } from '../../report/html.ts';
import type { Outcome, ShownQuote } from '../outcome.ts';

const HOW_MANY = 20;

/** The worst questions as list items: what was expected, and what was shown. */
export function renderWorst(outcomes: readonly Outcome[]): Html[] {
  return worstOutcomes(outcomes).map(
    (outcome) => html`<li class="card">${outcome.asked ?? outcome.question}
<div class="verdict">${outcome.status}, confidence ${(100 * outcome.confidence).toFixed(0)}% · ${situation(outcome)}</div>
<div class="expected">Expected: ${expectation(outcome)}</div>
${outcome.quotes.map(renderQuote)}${outcome.quotes.length === 0 ? html`<blockquote>Nothing was shown.</blockquote>` : null}</li>`,
  );
}

/**
 * The questions that went most wrong, worst first: sure and wrong, then unsure and wrong, then
 * right but hardly believed. Every question comes once, as it was asked when it went worst.
 */
export function worstOutcomes(outcomes: readonly Outcome[], count = HOW_MANY): Outcome[] {
  const worst = new Map<string, Outcome>();
  for (const outcome of outcomes.toSorted((a, b) => badness(b) - badness(a))) {
    if (worst.size === count) break;
    if (!worst.has(outcome.id)) worst.set(outcome.id, outcome);
  }
  return [...worst.values()];
}

/** From 0 for a sure right answer to 2 for a sure wrong one. */
function badness({ kind, right, confidence }: Outcome): number {
  if (kind !== 'answerable') return 2 * confidence;
  return right ? 1 - confidence : 1 + confidence;
}

function situation({ protocol, kind, right }: Outcome): string {
  if (protocol === 'held-out' && kind === 'outside') return 'its article was held out';
  if (protocol === 'without-gold') return 'the answering passage was removed';
  return `${kind}, ${right ? 'right' : 'wrong'}`;
}

function expectation({ expected }: Outcome): Html | string {
  if (expected.length === 0) return 'no answer.';
  const places = expected.map(({ article, paragraph, answers }) => {
    const words = answers.map((answer) => `“${answer}”`).join(' or ');
    return html`<li>${[words, `${article}, ¶ ${paragraph}`].filter(Boolean).join(' — ')}</li>`;
  });
  return html`<ul>${places}</ul>`;
}

function renderQuote({ article, paragraph, text, marked, score }: ShownQuote): Html {
  const at = text.indexOf(marked);
  const body =
    at === -1
      ? html`${text}`
      : html`${text.slice(0, at)}<mark>${marked}</mark>${text.slice(at + marked.length)}`;
  return html`<blockquote>${body}<cite>${article}, ¶ ${paragraph} · ${score.toFixed(2)}</cite></blockquote>`;
}
