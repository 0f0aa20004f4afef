import { expect, it } from 'vitest';
import { isUploadAddress } from '../../../src/discord/adding/upload-address.ts';

const SANDBOX = 'http://127.0.0.1:4000/api';

it.each([
  ['https://cdn.discordapp.com/attachments/1/2/a.pdf?ex=1', undefined, true],
  ['https://media.discordapp.net/ephemeral-attachments/1/2/a.pdf', undefined, true],
  ['http://127.0.0.1:4000/attachments/1/a.pdf', SANDBOX, true],
  ['http://127.0.0.1:4000/attachments/1/a.pdf', undefined, false],
  ['http://127.0.0.1:4001/attachments/1/a.pdf', SANDBOX, false],
  ['http://cdn.discordapp.com/attachments/1/2/a.pdf', undefined, false],
  ['https://cdn.discordapp.com.evil.example/a.pdf', undefined, false],
  ['https://cdn.discordapp.com@evil.example/a.pdf', undefined, false],
  ['https://user@cdn.discordapp.com/a.pdf', undefined, false],
  ['file:///etc/passwd', undefined, false],
  ['a.pdf', undefined, false],
])('%s with the API at %s is one of an upload: %s', (address, apiUrl, expected) => {
  expect(isUploadAddress(address, apiUrl)).toBe(expected);
});
