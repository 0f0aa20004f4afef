import { expect, test } from 'vitest';
import { isPublicAddress, webAddress } from '../../src/fetching/web-address.ts';

test.each([
  '93.184.216.34',
  '8.8.8.8',
  '2606:2800:220:1:248:1893:25c8:1946',
])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '255.255.255.255',
  '224.0.0.1',
  '::1',
  '::',
  'fe80::1',
  'fc00::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '64:ff9b::7f00:1',
  'nowhere',
])('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each([
  ['http://2130706433/', 'a whole number'],
  ['http://0x7f.1/', 'hexadecimal'],
  ['http://0177.0.0.1/', 'octal'],
  ['http://127.1/', 'short'],
  ['http://[::1]/', 'IPv6'],
  ['http://[::ffff:7f00:1]/', 'IPv4 in IPv6'],
  ['http://192.168.0.1:8080/a', 'with a port'],
])('refuses %s (%s)', (address) => {
  expect(() => webAddress(address, false)).toThrow(/ is an address of this machine/);
});

test('lets private addresses through where they are allowed', () => {
  expect(webAddress('http://127.0.0.1:8080/a', true).href).toBe('http://127.0.0.1:8080/a');
});

test.each([
  'example.org/a',
  'file:///etc/passwd',
  'ftp://example.org/',
  'javascript:1',
  '',
])('refuses "%s", which is no address of a web page', (address) => {
  expect(() => webAddress(address, true)).toThrow(/ is no address of a web page/);
});

test('does not repeat a password', () => {
  expect(() => webAddress('https://me:secret@example.org/', true)).toThrow(
    /^https:\/\/example\.org has a name or a password in it/,
  );
});
