import { Composer } from './composer.js';
import { Connection } from './connection.js';
import { avatar, h } from './dom.js';
import { askPost, drawForum } from './forum.js';
import { Listbox } from './listbox.js';
import { closeMenu, showMenu } from './menu.js';
import { dayLine, drawMessage, follows } from './message.js';
import { messageMenu } from './message-menu.js';
import { notify, outcome } from './notices.js';
import { drawChannels, drawPeople } from './sidebar.js';
import { TypingLine } from './typing.js';

/** How far from the end a reader may be to be taken along, in pixels. */
const NEAR_END = 120;

const $ = (id) => document.getElementById(id);

const state = {
  me: null,
  bot: null,
  people: [],
  channels: [],
  /** The id of the channel that is shown. */
  current: null,
  /** The messages of that channel, oldest first. */
  messages: [],
  /** The posts of that channel where it is a forum, newest first. */
  posts: [],
  /** By channel: how many messages are unread, and how many of them are for this person. */
  unread: new Map(),
};

const connection = new Connection(receive, connected);
const ask = (what, fields) => connection.ask(what, fields);
const typing = new TypingLine($('typing'));
const listbox = new Listbox($('listbox'));
const composer = new Composer(
  { root: $('composer'), input: $('input'), bar: $('composer-bar'), slot: $('command-slot') },
  listbox,
  {
    ask,
    people: () => state.people.filter(({ id }) => id !== state.me.id),
    lastOwn: () => state.messages.findLast(({ mine }) => mine),
    slash: useCommand,
    failed: notify,
  },
);

async function connected(open) {
  $('offline').hidden = open;
  if (open) await become(sessionStorage.getItem('as') ?? '');
}

/** Shows everything as one person sees it; as whoever comes first where that one is not known. */
async function become(id) {
  connection.as = id;
  Object.assign(state, await ask('state'));
  connection.as = state.me.id;
  sessionStorage.setItem('as', state.me.id);
  state.unread.clear();
  typing.clear();
  $('guild-name').textContent = state.guild ?? 'No server';
  $('me-avatar').replaceChildren(avatar(state.me));
  drawPeople($('people'), state);
  const before = state.channels.find((channel) => channel.id === state.current);
  const general = state.channels.find(({ kind }) => kind === 'text') ?? state.channels[0];
  await openChannel((before && before.kind !== 'dm' ? before : general).id);
}

async function openChannel(id) {
  const channel = state.channels.find((one) => one.id === id);
  if (!channel) return;
  closeMenu();
  document.body.classList.remove('sidebar-open');
  state.current = id;
  state.unread.delete(id);
  typing.clear();
  state.messages = await ask('open', { channel: id });
  state.posts = channel.kind === 'forum' ? await ask('posts', { channel: id }) : [];
  if (state.current !== id) return;
  const sign = { text: '#', forum: '▤', thread: '↳', dm: '@' }[channel.kind];
  $('channel-sign').textContent = sign;
  $('channel-title').textContent = channel.name;
  $('channel-topic').textContent =
    channel.topic ?? (channel.kind === 'dm' ? 'Only you and the bot' : '');
  document.title = `${sign}${channel.name} · Pullquote sandbox`;
  drawSidebar();
  drawMessages();
  $('scroller').scrollTop = channel.kind === 'forum' ? 0 : $('scroller').scrollHeight;
  await composer.open(channel);
}

function drawSidebar() {
  $('channels').replaceChildren(...drawChannels(state, openChannel));
}

function drawMessages() {
  const channel = currentChannel();
  if (channel.kind === 'forum') {
    $('messages').replaceChildren(
      ...drawForum(channel, state.posts, { open: openChannel, create }),
    );
    return;
  }
  const lines = state.messages.flatMap((message, index) =>
    drawWithDay(message, state.messages[index - 1]),
  );
  $('messages').replaceChildren(welcome(channel), ...lines);
}

function currentChannel() {
  return state.channels.find(({ id }) => id === state.current);
}

/** Opens a post in the forum that is shown. */
async function create() {
  const post = await askPost(currentChannel());
  if (post) await ask('post', { channel: state.current, ...post }).then(openChannel, notify);
}

/** Brings the list of posts up to date where a forum is shown. */
async function refreshPosts() {
  const forum = currentChannel();
  if (forum?.kind !== 'forum') return;
  const posts = await ask('posts', { channel: forum.id });
  if (state.current !== forum.id) return;
  state.posts = posts;
  drawMessages();
}

function drawWithDay(message, before) {
  const day = dayLine(message, before);
  const drawn = drawMessage(message, day ? undefined : before, actions());
  return day ? [day, drawn] : [drawn];
}

function welcome({ kind, name }) {
  const title = { text: `Welcome to #${name}`, thread: name, dm: name }[kind];
  const how =
    kind === 'dm'
      ? 'Ask a question here, or type / for the commands.'
      : `Mention @${state.bot.name} with a question, or type / for the commands.`;
  return h('li', { class: 'welcome' }, h('h2', {}, title), h('p', {}, how));
}

function receive(event) {
  // Until it is known who is looking, there is nothing to show.
  if (!state.me) return;
  switch (event.event) {
    case 'message':
      onMessage(event.message, event.isNew);
      break;
    case 'deleted':
      onDeleted(event.message);
      break;
    case 'typing':
      if (event.channel === state.current) typing.start(event.id, event.name);
      break;
    case 'channels':
      state.channels = event.channels;
      drawSidebar();
      refreshPosts();
      break;
    case 'guild':
      become(state.me.id);
  }
}

function onMessage(message, isNew) {
  if (isNew) typing.stop(message.author.id);
  if (message.channelId !== state.current) {
    if (isNew && !message.mine) countUnread(message);
    refreshPosts();
    return;
  }
  const scroller = $('scroller');
  const atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END;
  const index = state.messages.findIndex(({ id }) => id === message.id);
  if (index >= 0) {
    state.messages[index] = message;
    redraw(index);
  } else if (isNew) {
    state.messages.push(message);
    $('messages').append(...drawWithDay(message, state.messages.at(-2)));
  }
  if (isNew || !message.loading) announce(message);
  if (atEnd || message.mine) scroller.scrollTop = scroller.scrollHeight;
}

/** Draws a message anew where it is, and the next one, which may hang on to it. */
function redraw(index) {
  const message = state.messages[index];
  const before = state.messages[index - 1];
  const old = $(`message-${message.id}`);
  const inGroup =
    follows(message, before) && !old.previousElementSibling?.classList.contains('day');
  old.replaceWith(drawMessage(message, inGroup ? before : undefined, actions()));
}

function onDeleted(id) {
  const index = state.messages.findIndex((message) => message.id === id);
  if (index < 0) return;
  state.messages.splice(index, 1);
  drawMessages();
}

function countUnread({ channelId, mentionsMe }) {
  const channel = state.channels.find(({ id }) => id === channelId);
  const { messages = 0, pings = 0 } = state.unread.get(channelId) ?? {};
  const forMe = mentionsMe || channel?.kind === 'dm' ? 1 : 0;
  state.unread.set(channelId, { messages: messages + 1, pings: pings + forMe });
  drawSidebar();
}

function announce(message) {
  if (message.mine) return;
  const drawn = $(`message-${message.id}`);
  const text = [...(drawn?.querySelectorAll('.content, .text, .thinking') ?? [])]
    .map((one) => one.textContent)
    .join(' ');
  $('announcer').textContent = `${message.author.name}: ${text}`;
}

/** What can be done with a message. */
function actions() {
  const channel = currentChannel();
  const attempt = (promise) => promise.catch(notify);
  return {
    canSend: channel?.canSend ?? false,
    open: openChannel,
    reply: (message) => composer.reply(message),
    react: (id, emoji, present) => attempt(ask('react', { message: id, emoji, present })),
    dismiss: (id) => attempt(ask('delete', { message: id })),
    jump: (id) => {
      const target = $(`message-${id}`);
      target?.scrollIntoView({ block: 'center' });
      target?.classList.add('flash');
      setTimeout(() => target?.classList.remove('flash'), 1500);
    },
    menu: (message, from) => {
      const { left, bottom } = from.getBoundingClientRect();
      openMessageMenu(message, { x: left, y: bottom + 4 }, from);
    },
    components: (message) => ({
      press: (customId) => outcome(ask('press', { message: message.id, button: customId })),
      select: (customId, values) =>
        outcome(ask('select', { message: message.id, menu: customId, values })),
    }),
  };
}

function openMessageMenu(message, at, from) {
  const channel = currentChannel();
  const page = { channel, composer, ask, open: openChannel, withNames };
  showMenu(messageMenu(message, page), at, from);
}

/** Ids in a text as the names that people write. */
function withNames(text) {
  return text
    .replace(
      /<@!?(\d+)>/g,
      (mark, id) => `@${state.people.find((one) => one.id === id)?.name ?? mark}`,
    )
    .replace(
      /<#(\d+)>/g,
      (mark, id) => `#${state.channels.find((one) => one.id === id)?.name ?? mark}`,
    );
}

/** Options with the ids of their files, which are uploaded first. */
async function uploaded(options) {
  const values = Object.entries(options).map(async ([name, value]) => [
    name,
    value instanceof File ? await upload(value) : value,
  ]);
  return Object.fromEntries(await Promise.all(values));
}

async function upload(file) {
  const response = await fetch(`/page/upload?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'content-type': file.type || 'application/octet-stream' },
    body: file,
  });
  if (!response.ok) throw new Error('Your file is too powerful: 10 MB is the most.');
  return (await response.json()).id;
}

async function useCommand(command, options) {
  $('sending').textContent = `Sending /${command.name}…`;
  $('sending').hidden = false;
  const channel = state.current;
  const sent = uploaded(options).then((values) =>
    ask('slash', { channel, name: command.name, options: values }),
  );
  await outcome(sent);
  $('sending').hidden = true;
}

$('people').addEventListener('change', (event) => become(event.target.value));
$('open-sidebar').addEventListener('click', () => document.body.classList.toggle('sidebar-open'));
$('messages').addEventListener('contextmenu', (event) => {
  const line = event.target.closest('.message');
  const message = state.messages.find(({ id }) => id === line?.dataset.id);
  if (!message || event.target.closest('a')) return;
  event.preventDefault();
  openMessageMenu(message, { x: event.clientX, y: event.clientY });
});
