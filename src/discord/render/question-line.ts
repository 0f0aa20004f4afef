import type { APITextDisplayComponent } from 'discord.js';
import { text } from '../message/components.ts';
import { escapeMarkdown } from '../text/escape.ts';

/**
 * The text display that repeats the question has this id, so that a later click finds it; the
 * second answer of a message has the next one, and so on.
 */
export const QUESTION_ID = 1001;
export const QUESTION_PREFIX = '-# ❓ ';

/** The question above its answer. @param part which of several answers in the message */
export function questionLine(question: string, part = 0): APITextDisplayComponent {
  return text(`${QUESTION_PREFIX}${escapeMarkdown(question)}`, QUESTION_ID + part);
}

/** … where it is to be repeated at all. */
export function repeatedQuestion(question: string | undefined, part?: number) {
  return question === undefined ? [] : [questionLine(question, part)];
}
