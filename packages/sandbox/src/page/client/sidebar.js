import { avatar, h } from './dom.js';

const SIGNS = { text: '#', forum: '☰', thread: '↳', dm: '' };

/**
 * Draws the list of channels, threads below their parents, then the private messages.
 * @param {object} state
 * @param {(id: string) => void} open
 */
export function drawChannels({ channels, bot, current, unread }, open) {
  const entry = (channel) => {
    const { id, kind, name } = channel;
    const news = unread.get(id);
    const classes = ['channel', kind, news ? 'unread' : ''].join(' ');
    const face =
      kind === 'dm'
        ? avatar(bot, 'avatar small')
        : h('span', { class: 'sign', 'aria-hidden': 'true' }, SIGNS[kind]);
    const pings =
      news?.pings > 0 &&
      h('span', { class: 'pings', 'aria-label': `${news.pings} for you` }, String(news.pings));
    const properties = {
      type: 'button',
      class: classes,
      onclick: () => open(id),
      'data-channel': name,
    };
    if (id === current) properties['aria-current'] = 'page';
    return h(
      'li',
      {},
      h('button', properties, face, h('span', { class: 'channel-name' }, name), pings),
    );
  };
  const text = channels.filter(({ kind }) => kind === 'text' || kind === 'forum');
  const threads = (parent) =>
    channels.filter(({ kind, parentId }) => kind === 'thread' && parentId === parent);
  return [
    h('h2', {}, 'Channels'),
    h(
      'ul',
      {},
      text.flatMap((channel) => [entry(channel), ...threads(channel.id).map(entry)]),
    ),
    h('h2', {}, 'Direct messages'),
    h('ul', {}, channels.filter(({ kind }) => kind === 'dm').map(entry)),
  ];
}

/** Fills the list of people to act as. */
export function drawPeople(list, { people, me }) {
  list.replaceChildren(
    ...people
      .filter(({ bot }) => !bot)
      .map(({ id, name, roles }) => {
        const text = roles.length > 0 ? `${name} (${roles.join(', ')})` : name;
        return h('option', { value: id, textContent: text, selected: id === me.id });
      }),
  );
}
