import { flattenComponents, type Message, type Outcome, type Sandbox } from '@pullquote/sandbox';
import { ApplicationCommandType } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTION_NAMES, createCustomIds } from '../../../src/discord/buttons/custom-id.ts';
import { COMMANDS } from '../../../src/discord/commands/commands.ts';
import type { IntentKind } from '../../../src/discord/conversation/languages/intent-rules.ts';
import type { Addressed } from '../../../src/discord/handle/addressed.ts';
import { BOARD, MARKS, PUBLIC } from './articles.ts';
import { runScopedBot, type ScopedBot } from './scoped-bot.ts';

/** Asks for what only an article of the folder `board` says, in none of its own words. */
const OWED = 'How much does the town owe for the loan of the harbour bridge?';
const SIGNED = 'Where did the wardens sign the loan?';
/** Literal, and with another word, in the hidden article. */
const LITERAL = 'The wardens signed the loan at midnight behind the fish market.';
const ALTERED = 'The wardens signed the loan at midday behind the fish market.';
/** What leads to the hidden article's title, tag and author by its letters, and is none of them. */
const LETTERS = [
  '',
  'v',
  'vintre',
  'the vintre ledge',
  'zorvo',
  'quillan dra',
  'kelmarc',
  'street',
];

/** These stand on a preview for those who manage the server, and show what was given to `/add`. */
const OF_PREVIEWS = ['add', 'dropAdd'];
const PRESSED = ACTION_NAMES.filter((name) => !OF_PREVIEWS.includes(name));

const rules = (sandbox: Sandbox, inQuestions: string) => `
default: [public]
channels:
  ${sandbox.channel('questions').id}: ${inQuestions}
roles:
  ${sandbox.roleId('Helpers')}: [board]
`;

let bot: ScopedBot;
/** Cards of the time when the channel `questions` saw everything. */
const cards = new Map<string, Message>();

beforeAll(async () => {
  bot = await runScopedBot(
    { ...PUBLIC, ...BOARD },
    (sandbox) => rules(sandbox, '[public, board]'),
    (sandbox) => ({
      helpersRole: sandbox.roleId('Moderators'),
      answerChannels: [sandbox.channel('announcements').id],
      answerForums: [sandbox.channel('ask-the-desk').id],
      announceChannel: sandbox.channel('general').id,
    }),
  );
}, 120_000);
afterAll(() => bot.close());

const dev = () => bot.sandbox.user('dev');
const admin = () => bot.sandbox.user('ben');

/**
 * Marks of hidden articles in what the bot has sent since a request.
 *
 * @param card a message that holds some already, and may be sent again with a button less
 */
function leaked(since: number, card?: Message): string[] {
  const sent = JSON.stringify(
    bot.sandbox.requests
      .slice(since)
      .filter(({ path }) => !card || !path.endsWith(`/messages/${card.id}`))
      .map(({ body }) => body),
  );
  return MARKS.filter((mark) => sent.toLowerCase().includes(mark));
}

async function marksIn(doing: () => Promise<unknown>, card?: Message): Promise<string[]> {
  const since = bot.sandbox.requests.length;
  await doing();
  return leaked(since, card);
}

const mention = (channel: string | { id: string }, text: string, replyTo?: Message) =>
  dev().waitForReply(
    dev().say(channel, text, { mentionBot: true, ...(replyTo && { replyTo }) }),
    15_000,
  );

/** Keeps a card by each of its buttons and menus. */
function keep(card: Message | null | undefined): Message {
  if (!card) throw new Error('There is no card.');
  const ids = createCustomIds(bot.sandbox.token);
  for (const { custom_id: customId } of flattenComponents(card.components)) {
    if (!customId) continue;
    const decoded = ids.decode(customId, bot.sandbox.guildId);
    if (decoded.kind === 'ours') cards.set(customId, card);
  }
  return card;
}

function namesOf(customIds: Iterable<string>): Set<string> {
  return new Set(Array.from(customIds, (id) => id.split('.')[1] ?? ''));
}

describe('where a folder is seen', () => {
  it('its articles are found, so that what follows would find them, too', async () => {
    expect(await marksIn(() => mention('questions', OWED))).toContain('quibbet');
  });

  it('cards are made with every button that there is', async () => {
    const place = 'questions';
    const slash = async (name: string, options = {}) =>
      keep((await dev().slash(place, name, options)).message);
    const press = async (card: Message, button: string) =>
      keep((await dev().press(card, button)).message);

    const answer = keep(await mention(place, OWED));
    await press(answer, 'Context');
    await press(answer, 'More').catch(() => {});
    const hidden = await slash('ask', { question: SIGNED, private: true });
    await press(hidden, 'Same article');
    await slash('source', { article: 'vintrel ledger', paragraph: 3 });
    keep((await dev().press(keep(await mention(place, 'Who won the zebra race?')), '📖')).message);
    await slash('verify', { text: LITERAL, private: true });
    const said = bot.sandbox.user('emi').say(place, LITERAL);
    keep((await dev().contextMenu(said, 'Find in articles')).message);
    const list = await slash('sources');
    const menu = flattenComponents(list.components).find((one) => one.options);
    const secret = menu?.options?.find(({ label }) => label === 'The vintrel ledger');
    const opened = await dev().select(list, menu?.custom_id ?? '', [secret?.value ?? '']);
    keep(opened.message);
    keep(await mention(place, 'What did the county say of the loan and the moon?'));

    expect([...namesOf(cards.keys())].sort()).toEqual([...PRESSED].sort());
  });
});

describe('where a folder is seen no more', () => {
  beforeAll(async () => {
    await bot.rule(rules(bot.sandbox, '[public]'));
  });

  // Those that change their card come last, and the one that deletes it at the very end.
  const changing = ['turn', 'list', 'read'];
  const others = PRESSED.filter((name) => ![...changing, 'delete'].includes(name));

  it.each([...others, ...changing])('an old button "%s" tells nothing of it', async (name) => {
    const own = [...cards].filter(([id]) => id.split('.')[1] === name);
    expect(own.length).toBeGreaterThan(0);
    for (const [customId, card] of own) {
      const { options } =
        flattenComponents(card.components).find((one) => one.custom_id === customId) ?? {};
      for (const values of options?.map(({ value }) => [value]) ?? [undefined]) {
        const press = async () => {
          const { message } = await dev().forge(card, customId, {}, values);
          expect(JSON.stringify(message)).not.toContain('does not belong here');
        };
        expect(await marksIn(press, name === 'human' ? card : undefined), customId).toEqual([]);
      }
    }
  });

  it('an old button says that its article is not to be seen here', async () => {
    const [customId, card] = [...cards].find(([id]) => id.startsWith('pq2.context.')) ?? [];
    const { message } = await dev().forge(card as Message, customId ?? '');
    expect(JSON.stringify(message)).toContain('You do not see this article here, or no longer.');
  });

  const target = () => bot.sandbox.user('emi').say('questions', `${OWED} ${LITERAL}`);
  const use = (name: string, options = {}, who = dev()) => who.slash('questions', name, options);
  /** Every command, in all ways that may lead to an article. */
  const commands: Record<string, () => Promise<Outcome>[]> = {
    ask: () => [
      use('ask', { question: OWED }),
      use('ask', { question: OWED, private: true }),
      use('ask', { question: 'How long is the vitnrel bridge?' }),
      use('ask', { question: 'who wrote the article about the loan?' }),
      use('ask', { question: `${OWED} ${SIGNED}` }),
      use('ask', { question: 'what is new' }),
      use('ask', { question: OWED, article: 'the vintre ledge' }),
    ],
    source: () => LETTERS.slice(1, -1).map((article) => use('source', { article })),
    sources: () => [
      use('sources'),
      use('sources', { tag: 'zorvo' }),
      use('sources', { author: 'quillan dra' }),
      use('sources', { since: '2024-05', until: '2024-06' }),
    ],
    verify: () => [LITERAL, ALTERED].map((text) => use('verify', { text })),
    'Find in articles': () => [dev().contextMenu(target(), 'Find in articles')],
    'Answer with quotes': () => [dev().contextMenu(target(), 'Answer with quotes')],
    'Check this quote': () => [dev().contextMenu(target(), 'Check this quote')],
    about: () => [use('about')],
    scope: () => [use('scope')],
    'forget-me': () => [use('forget-me')],
    add: () => [use('add', { address: 'http://127.0.0.1:9/loan' }, admin())],
    reindex: () => [use('reindex', {}, admin())],
    status: () => [use('status', {}, admin())],
    gaps: () => [use('gaps', {}, admin())],
  };

  it('all commands are in the table', () => {
    expect(Object.keys(commands).sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
  });

  it.each(Object.keys(commands))('"%s" tells nothing of it', async (name) => {
    const marks = await marksIn(async () => {
      for (const outcome of commands[name]?.() ?? []) {
        expect((await outcome).failure).toBeNull();
      }
    });
    expect(marks).toEqual([]);
  });

  const completing = COMMANDS.flatMap(({ name, ...command }) =>
    'options' in command && command.type === ApplicationCommandType.ChatInput
      ? (command.options ?? []).flatMap((option) =>
          'autocomplete' in option && option.autocomplete ? [[name, option.name] as const] : [],
        )
      : [],
  );

  it.each(completing)('"%s" completes its option "%s" without it', async (name, option) => {
    const others = name === 'ask' ? { question: OWED } : {};
    const marks = await marksIn(async () => {
      for (const typed of LETTERS) {
        await dev().autocomplete('questions', name, option, typed, others);
      }
    });
    expect(marks).toEqual([]);
    expect(completing.length).toBeGreaterThan(3);
  });

  const intents: Record<IntentKind, string[]> = {
    list: ['what articles do you have'],
    newest: ["what's new", 'newest articles'],
    about: ['who are you'],
    help: ['help'],
    thanks: ['thanks'],
    chatter: ['lol'],
    find: ['articles on the loan', 'articles on vintre', 'articles on kelmarc'],
    summary: ['what is the article about the vintre ledge about', 'summarise the loan article'],
  };

  it.each(
    Object.entries(intents),
  )('what is no question ("%s") tells nothing of it', async (kind, texts) => {
    const isSilent = kind === 'thanks' || kind === 'chatter';
    const marks = await marksIn(async () => {
      for (const text of texts) {
        if (isSilent) dev().say('questions', text, { mentionBot: true });
        else await mention('questions', text);
      }
    });
    expect(marks).toEqual([]);
  });

  const oldCard = () => [...cards].find(([id]) => id.startsWith('pq2.more.'))?.[1] as Message;
  const say = (text: string, options = {}) => dev().say('questions', text, options);
  /** Every way that a message addresses the bot. */
  const messages: Record<Addressed['kind'], () => Promise<unknown>> = {
    question: async () => {
      await mention('questions', OWED);
      await mention('questions', `${OWED} ${SIGNED} And when?`);
      for (const text of ['and when was that?', 'who wrote this?', 'Where did they sign it?']) {
        await mention('questions', text, oldCard());
      }
      const edited = say('When did the harbour bridge open?', { mentionBot: true });
      await dev().waitForReply(edited);
      dev().edit(edited, `<@${bot.sandbox.botId}> ${OWED}`);
      await mention(dev().thread('questions', 'the loan'), OWED);
      await dev().waitForReply(dev().dm(OWED));
      await dev()
        .waitForReply(bot.sandbox.user('ada').say('announcements', OWED))
        .catch(() => {});
    },
    post: () => dev().waitForReply(dev().post('ask-the-desk', 'The loan', OWED), 15_000),
    intent: async () => {
      await mention('questions', 'what is this article about?', oldCard());
      await mention('questions', 'summarise this', oldCard());
    },
    referred: () => mention('questions', '', bot.sandbox.user('emi').say('questions', OWED)),
    unreadable: async () => void say('', { replyTo: oldCard() }),
    nothing: async () => void say(OWED),
  };

  it.each(
    Object.keys(messages) as Addressed['kind'][],
  )('a message of the kind "%s" gets nothing of it', async (kind) => {
    expect(await marksIn(() => messages[kind]())).toEqual([]);
  });

  it('a new article of it is neither announced nor sent to who waits for an answer', async () => {
    const miss = await mention('questions', 'Which goat did the wardens elect as mayor?');
    const tell = flattenComponents(miss.components).find(({ label }) =>
      label?.startsWith('Tell me'),
    );
    if (tell?.custom_id) await dev().press(miss, tell.custom_id);
    expect(tell).toBeDefined();
    const marks = await marksIn(async () => {
      const seen = () => JSON.stringify(bot.sandbox.requests.map(({ body }) => body));
      await bot.publish({
        'board/third.md':
          '# The third vintrel ledger\n\nThe wardens elected the goat Drax as mayor.\n',
        'public/news.md': '# The ferry\n\nThe ferry stopped for good on 1 July 1933.\n',
      });
      await expect.poll(seen, { timeout: 10_000 }).toContain('1 July 1933');
      await new Promise((resolve) => setTimeout(resolve, 1_500));
    });
    expect(marks).toEqual([]);
  });

  it('the last button, too, tells nothing of it', async () => {
    for (const [customId, card] of cards) {
      if (customId.split('.')[1] !== 'delete' || card.deleted) continue;
      expect(await marksIn(() => dev().forge(card, customId))).toEqual([]);
    }
  });
});
