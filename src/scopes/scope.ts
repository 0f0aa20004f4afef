import { EVERY_FOLDER, type Folder, holds, withoutInner } from './folder.ts';

/** What says that somebody sees some folders. */
export type Rule =
  /** There are no rules: everybody sees everything. */
  | { kind: 'none' }
  | { kind: 'default' | 'dms' }
  | { kind: 'server' | 'channel' | 'role'; id: string };

/** Folders, and the rule that shows them. */
export interface Grant {
  folders: readonly Folder[];
  rule: Rule;
}

/** What is seen in one place, by one reader: what all of its grants show together. */
export interface Scope {
  grants: readonly Grant[];
}

/** What everybody sees where there are no rules; and what the bot itself works with. */
export const EVERYTHING: Scope = { grants: [{ folders: [EVERY_FOLDER], rule: { kind: 'none' } }] };

/** Whether an article is seen. */
export function shows({ grants }: Scope, articleId: string): boolean {
  return grants.some(({ folders }) => folders.some((folder) => holds(folder, articleId)));
}

/** Whether every article is seen, also one that is yet to come. */
export function showsAll({ grants }: Scope): boolean {
  return grants.some(({ folders }) => folders.includes(EVERY_FOLDER));
}

/** Equal for scopes of the same folders. */
export function keyOf({ grants }: Scope): string {
  return JSON.stringify(withoutInner(grants.flatMap(({ folders }) => folders)).sort());
}
