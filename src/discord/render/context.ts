import type { CustomIds } from '../buttons/custom-id.ts';
import type { Library } from '../catalogue/library.ts';
import type { Words } from '../locales/words.ts';

/** What every view needs to know of its reader and its place. */
export interface ViewContext {
  words: Words;
  library: Library;
  ids: CustomIds;
  /** Null in a DM. */
  guildId: string | null;
  askerId: string;
  /** Only the asker sees it (an ephemeral message), so nobody needs to delete it. */
  private: boolean;
  /** Puts a fault into the log and returns the id it has there. */
  report: (error: unknown, where: string) => string;
}
