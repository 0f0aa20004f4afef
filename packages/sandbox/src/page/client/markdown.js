import { h } from './dom.js';

/** Draws parsed Markdown as elements; the server has put names to all ids. */
export function drawMarkdown(nodes) {
  return nodes.flatMap(draw);
}

const WRAPPED = {
  strong: 'strong',
  em: 'em',
  underline: 'u',
  strikethrough: 's',
  blockQuote: 'blockquote',
};

function draw(node) {
  const { type, content } = node;
  const inside = () => (Array.isArray(content) ? drawMarkdown(content) : [String(content ?? '')]);
  if (WRAPPED[type]) return h(WRAPPED[type], {}, inside());
  switch (type) {
    case 'br':
      return h('br');
    case 'heading':
      return h(
        'div',
        { class: `heading h${node.level}`, role: 'heading', 'aria-level': node.level + 2 },
        inside(),
      );
    case 'subtext':
      return h('small', { class: 'subtext' }, inside());
    case 'item':
      return h('div', { class: 'item' }, inside());
    case 'inlineCode':
      return h('code', {}, inside());
    case 'codeBlock':
      return h('pre', {}, h('code', {}, inside()));
    case 'link':
    case 'url':
    case 'autolink':
      return link(node.target, inside());
    case 'spoiler':
      return spoiler(inside());
    case 'user':
    case 'role':
      return h('span', { class: 'mention' }, `@${node.name}`);
    case 'channel':
      return h('span', { class: 'mention' }, `#${node.name}`);
    case 'everyone':
    case 'here':
      return h('span', { class: 'mention' }, `@${type}`);
    case 'slashCommand':
      return h('span', { class: 'mention' }, `/${node.fullName}`);
    case 'timestamp':
      return timestamp(Number(node.timestamp), node.format ?? 'f');
    case 'emoji':
      return `:${node.name}:`;
    case 'twemoji':
      return node.name;
    default:
      return inside();
  }
}

/** A link that opens beside the page; anything but the web is shown as the text that it is. */
export function link(target, children, className = '') {
  if (!/^https?:\/\//i.test(target)) return h('span', {}, children);
  const properties = { href: target, target: '_blank', rel: 'noopener noreferrer', title: target };
  return h('a', { class: className, ...properties }, children);
}

function spoiler(children) {
  const cover = h(
    'button',
    { class: 'spoiler', type: 'button', 'aria-expanded': 'false', title: 'Show' },
    children,
  );
  cover.addEventListener('click', () => {
    cover.classList.add('open');
    cover.setAttribute('aria-expanded', 'true');
  });
  return cover;
}

const STYLES = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

const UNITS = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** A moment in the language and time zone of whoever looks at it. */
function timestamp(seconds, style) {
  const date = new Date(seconds * 1000);
  const full = new Intl.DateTimeFormat(undefined, STYLES.F).format(date);
  const text =
    style === 'R'
      ? relative(seconds)
      : new Intl.DateTimeFormat(undefined, STYLES[style] ?? STYLES.f).format(date);
  return h('time', { class: 'timestamp', dateTime: date.toISOString(), title: full }, text);
}

function relative(seconds) {
  const away = seconds - Date.now() / 1000;
  const [unit, length] = UNITS.find(([, size]) => Math.abs(away) >= size) ?? UNITS.at(-1);
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(
    Math.round(away / length),
    unit,
  );
}
