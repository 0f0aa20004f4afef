import { drawComponents } from './components.js';
import { avatar, h, nameOf } from './dom.js';
import { drawMarkdown, link } from './markdown.js';

/** The longest pause, in milliseconds, in a row of messages by one author that is drawn as one. */
const GROUP_MS = 7 * 60_000;

const CLOCK = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const FULL = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' });
const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });

/**
 * Draws a message.
 * @param {object} message as the server describes it
 * @param {object | undefined} before the message above it
 * @param {object} actions what can be done with it
 */
export function drawMessage(message, before, actions) {
  const { id, author, reply, command, thread, ephemeral, loading } = message;
  const grouped = follows(message, before);
  const classes = [
    'message',
    grouped ? 'grouped' : '',
    ephemeral ? 'ephemeral' : '',
    message.mentionsMe ? 'mentions-me' : '',
  ];
  const time = new Date(message.time);
  const clock = h('time', { dateTime: message.time, title: FULL.format(time) }, CLOCK.format(time));
  const body = h(
    'div',
    { class: 'body' },
    !grouped && h('div', { class: 'author' }, nameOf(author), clock),
    loading
      ? h('div', { class: 'thinking' }, dots(), `${author.name} is thinking…`)
      : h(
          'div',
          { class: 'content' },
          drawMarkdown(message.content),
          message.edited && h('small', { class: 'edited' }, ' (edited)'),
        ),
    message.embeds.map(drawEmbed),
    drawComponents(message.components, actions.components(message)),
    message.reactions.length > 0 && reactions(message, actions),
    thread && threadCard(thread, actions),
    ephemeral && ephemeralNote(message, actions),
  );
  return h(
    'li',
    { class: classes.join(' '), id: `message-${id}`, 'data-id': id, tabIndex: -1 },
    (reply || command) &&
      h('div', { class: 'above' }, command ? usedCommand(command) : replyLine(reply, actions)),
    h(
      'div',
      { class: 'line' },
      grouped ? h('span', { class: 'hover-time' }, clock) : avatar(author),
      body,
    ),
    toolbar(message, actions),
  );
}

/** @returns whether a message continues the one above it */
export function follows(message, before) {
  return (
    before !== undefined &&
    !message.reply &&
    !message.command &&
    before.author.id === message.author.id &&
    before.ephemeral === message.ephemeral &&
    new Date(message.time) - new Date(before.time) < GROUP_MS
  );
}

/** A line with the date, where a day begins. */
export function dayLine(message, before) {
  const day = DAY.format(new Date(message.time));
  if (before && DAY.format(new Date(before.time)) === day) return null;
  return h('li', { class: 'day' }, h('span', {}, day));
}

function replyLine({ id, author, text }, actions) {
  if (!author) return h('em', {}, text);
  const jump = () => actions.jump(id);
  return h(
    'button',
    {
      type: 'button',
      class: 'reply-line',
      onclick: jump,
      'aria-label': `Reply to ${author.name}: ${text}`,
    },
    avatar(author, 'avatar tiny'),
    nameOf(author),
    h('span', { class: 'preview' }, text || 'Click to see the message'),
  );
}

function usedCommand({ user, name }) {
  return h(
    'span',
    { class: 'used' },
    avatar(user, 'avatar tiny'),
    nameOf(user),
    ' used ',
    h('span', { class: 'mention' }, name),
  );
}

function dots() {
  return h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'));
}

function reactions({ id, reactions: all }, actions) {
  return h(
    'div',
    { class: 'reactions' },
    all.map(({ name, count, mine }) =>
      h(
        'button',
        {
          type: 'button',
          class: 'reaction',
          'aria-pressed': String(mine),
          onclick: () => actions.react(id, name, !mine),
        },
        `${name} ${count}`,
      ),
    ),
  );
}

function threadCard({ id, name, count }, actions) {
  const messages = count === 1 ? '1 message' : `${count} messages`;
  return h(
    'button',
    { type: 'button', class: 'thread-card', onclick: () => actions.open(id) },
    h('strong', {}, name),
    h('span', {}, `${messages} ›`),
  );
}

function ephemeralNote({ id }, actions) {
  const dismiss = h(
    'button',
    { type: 'button', class: 'as-link', onclick: () => actions.dismiss(id) },
    'Dismiss message',
  );
  return h(
    'div',
    { class: 'only-you' },
    h('span', { 'aria-hidden': 'true' }, '👁'),
    ' Only you can see this • ',
    dismiss,
  );
}

function toolbar(message, actions) {
  const tool = (label, sign, onclick) =>
    h('button', { type: 'button', 'aria-label': label, title: label, onclick }, sign);
  return h(
    'div',
    { class: 'toolbar' },
    !message.ephemeral && actions.canSend && tool('Reply', '↩', () => actions.reply(message)),
    tool('Message actions', '⋯', (event) => actions.menu(message, event.currentTarget)),
  );
}

function drawEmbed(embed) {
  const box = h(
    'div',
    { class: 'embed' },
    embed.author && h('div', { class: 'embed-author' }, embed.author.name),
    embed.title &&
      h(
        'div',
        { class: 'embed-title' },
        embed.url
          ? link(embed.url, drawMarkdown(embed.titleNodes))
          : drawMarkdown(embed.titleNodes),
      ),
    embed.description && h('div', {}, drawMarkdown(embed.descriptionNodes)),
    embed.fields.length > 0 &&
      h(
        'dl',
        {},
        embed.fields.map(({ nameNodes, valueNodes, inline }) =>
          h(
            'div',
            { class: inline ? 'inline' : '' },
            h('dt', {}, drawMarkdown(nameNodes)),
            h('dd', {}, drawMarkdown(valueNodes)),
          ),
        ),
      ),
    embed.footer && h('div', { class: 'embed-footer' }, embed.footer.text),
  );
  if (embed.color)
    box.style.setProperty('--accent', `#${embed.color.toString(16).padStart(6, '0')}`);
  return box;
}
