/** Where Discord keeps what its members upload. */
const DISCORD = ['https://cdn.discordapp.com', 'https://media.discordapp.net'];

/**
 * Whether an address is one that Discord gives uploads: nothing else is ever asked for one.
 *
 * @param apiUrl of a Discord-compatible server that is used instead, which keeps uploads itself
 */
export function isUploadAddress(address: string, apiUrl: string | undefined): boolean {
  if (!URL.canParse(address)) return false;
  const own = apiUrl === undefined ? [] : [new URL(apiUrl).origin];
  const { origin, username, password } = new URL(address);
  return [...DISCORD, ...own].includes(origin) && username === '' && password === '';
}
