/** Coefficients of the logistic regression that turns features into a probability. */
export const CALIBRATION = {
  intercept: 0,
  weights: { logit: 0.6 },
} as const;

/** From this probability on, an answer is given as one. */
export const ANSWERED_FROM = 0.5;

/** From this probability on, the nearest quotes are shown, said to be only near. */
export const UNSURE_FROM = 0.05;

/** Further quotes are shown from this probability on. */
export const FURTHER_QUOTES_FROM = 0.02;
