import ipaddr from 'ipaddr.js';
import { FetchError } from '../errors.ts';

/**
 * Whether an IP address is one that anybody on the internet can reach. What is of this machine, of
 * the network it stands in or of a cloud's own services is not, also written as IPv6.
 */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

/**
 * An address that may be asked for.
 *
 * @param allowPrivate whether addresses that are not public may be
 * @throws FetchError when it is no address of a web page, or names a host by an address that is
 *   not public. Names of hosts are looked up, and checked again, when the connection is made.
 */
export function webAddress(written: string, allowPrivate: boolean): URL {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new FetchError(written, 'is no address of a web page; it begins with https://');
  }
  if (url.username || url.password) {
    throw new FetchError(url.origin, 'has a name or a password in it; leave them out');
  }
  url.hash = '';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate && ipaddr.isValid(host) && !isPublicAddress(host)) {
    throw new FetchError(url.href, PRIVATE);
  }
  return url;
}

export const PRIVATE =
  'is an address of this machine or its own network; set ALLOW_PRIVATE_ADDRESSES=1 if it is meant';
