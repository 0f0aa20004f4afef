import type { Query } from './connection.ts';

/** All of the work, or nothing. @param query of one session */
export async function inTransaction<T>(query: Query, work: () => Promise<T>): Promise<T> {
  await query('begin');
  try {
    const result = await work();
    await query('commit');
    return result;
  } catch (error) {
    await query('rollback').catch(() => {});
    throw error;
  }
}
