import { lookup } from 'node:dns';
import { FetchError } from '../errors.ts';
import { isPublicAddress, PRIVATE } from './web-address.ts';

/** Looks a host's name up, and lets only public addresses through: also after a redirect. */
export function guardedLookup(allowPrivate: boolean): typeof lookup | undefined {
  if (allowPrivate) return undefined;
  const guarded = (
    hostname: string,
    options: object,
    done: (error: Error | null, address: unknown, family?: number) => void,
  ) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) done(error, []);
      else if (addresses.some(({ address }) => !isPublicAddress(address))) {
        done(new FetchError(hostname, PRIVATE), []);
      } else if ((options as { all?: boolean }).all) done(null, addresses);
      else done(null, addresses[0]?.address, addresses[0]?.family);
    });
  };
  return guarded as typeof lookup;
}
