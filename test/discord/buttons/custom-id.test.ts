import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, createCustomIds } from '../../../src/discord/buttons/custom-id.ts';

const ids = createCustomIds('secret');
const GUILD = '123456789012345678';

const reference = fc.stringMatching(/^[\w-]{8}$/);
const hash = fc.stringMatching(/^[\w-]{6}$/);
const snowflake = fc.bigInt(10n ** 17n, 10n ** 20n - 1n).map(String);
const count = fc.nat(9_999_999);
const passage = { article: reference, paragraph: count, text: hash };
const day = fc.constantFrom('', '2025-03-31', '1899-12-01');

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ do: fc.constant('same' as const), ...passage }),
  fc.record({
    do: fc.constantFrom('context' as const, 'cite' as const),
    ...passage,
    sentence: count,
  }),
  fc.record({
    do: fc.constant('more' as const),
    scope: fc.oneof(reference, fc.constant('')),
    shown: count,
    card: fc.oneof(snowflake, fc.constant('')),
  }),
  fc.record({ do: fc.constantFrom('good' as const, 'bad' as const), article: reference }),
  fc.record({ do: fc.constant('delete' as const), asker: snowflake }),
  fc.record({
    do: fc.constant('human' as const),
    asker: snowflake,
    card: fc.oneof(snowflake, fc.constant('')),
  }),
  fc.record({
    do: fc.constantFrom('look' as const, 'turn' as const),
    article: reference,
    paragraph: count,
  }),
  fc.record({
    do: fc.constant('list' as const),
    page: count,
    tag: fc.oneof(hash, fc.constant('')),
    author: fc.oneof(hash, fc.constant('')),
    since: day,
    until: day,
  }),
);

describe('custom ids', () => {
  it('carry every action there and back in at most 100 characters', () => {
    fc.assert(
      fc.property(action, fc.option(snowflake), (given, guildId) => {
        const customId = ids.encode(given, guildId);
        expect(customId.length).toBeLessThanOrEqual(100);
        expect(ids.decode(customId, guildId)).toEqual({ kind: 'ours', action: given, part: 0 });
      }),
    );
  });

  it('of several answers in one message are told apart', () => {
    fc.assert(
      fc.property(action, fc.constantFrom(1, 2), (given, part) => {
        const customId = ids.forPart(part).encode(given, GUILD);
        expect(customId).not.toBe(ids.encode(given, GUILD));
        expect(customId.length).toBeLessThanOrEqual(100);
        expect(ids.decode(customId, GUILD)).toEqual({ kind: 'ours', action: given, part });
      }),
    );
  });

  it('are foreign after any change, in another guild, and with another secret', () => {
    fc.assert(
      fc.property(action, fc.nat(), fc.string({ maxLength: 3 }), (given, at, change) => {
        const customId = ids.encode(given, GUILD);
        const i = at % (customId.length + 1);
        const changed = customId.slice(0, i) + change + customId.slice(i + 1);
        if (changed !== customId) expect(ids.decode(changed, GUILD).kind).not.toBe('ours');
        expect(ids.decode(customId, null).kind).toBe('foreign');
        expect(createCustomIds('other').decode(customId, GUILD).kind).toBe('foreign');
      }),
    );
  });

  it('never throw on whatever comes in', () => {
    fc.assert(fc.property(fc.string(), (text) => void ids.decode(text, GUILD)));
  });

  it('of another version are stale', () => {
    expect(ids.decode('pq1.context.x', GUILD)).toEqual({ kind: 'stale' });
    expect(ids.decode('pq27.new.thing', GUILD)).toEqual({ kind: 'stale' });
  });
});
