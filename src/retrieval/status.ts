import { ANSWERED_FROM, LIKELY_FROM, NEAR_FROM } from './calibration.ts';

/** What to say of a quote that answers with this probability. */
export function statusOf(probability: number): 'answered' | 'likely' | 'near' | 'missed' {
  if (probability >= ANSWERED_FROM) return 'answered';
  if (probability >= LIKELY_FROM) return 'likely';
  return probability >= NEAR_FROM ? 'near' : 'missed';
}
