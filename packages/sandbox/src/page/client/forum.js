import { h, nameOf } from './dom.js';

const $ = (id) => document.getElementById(id);

/**
 * Draws a forum as the list of its posts.
 * @param {object} forum
 * @param {object[]} posts newest first
 * @param {{ open(id: string): void, create(): void }} actions
 */
export function drawForum(forum, posts, { open, create }) {
  const button = h('button', { type: 'button', class: 'new-post', onclick: create }, 'New post');
  const welcome = h(
    'li',
    { class: 'welcome' },
    h('h2', {}, forum.name),
    h('p', {}, posts.length > 0 ? 'Every post is a conversation.' : 'No posts yet.'),
    forum.canSend && button,
  );
  return [welcome, ...posts.map((post) => h('li', { class: 'post' }, card(post, open)))];
}

function card({ id, title, tags, count, first }, open) {
  const answers = count === 2 ? '1 reply' : `${Math.max(0, count - 1)} replies`;
  return h(
    'button',
    { type: 'button', class: 'post-card', onclick: () => open(id) },
    h('span', { class: 'post-title' }, h('strong', {}, title), ...tags.map(tagOf)),
    h(
      'span',
      { class: 'post-text' },
      ...(first.author ? nameOf(first.author) : []),
      ` ${first.text}`,
    ),
    h('span', { class: 'post-count' }, answers),
  );
}

const tagOf = (name) => h('span', { class: 'post-tag' }, name);

/** Asks for a new post; @returns null where the person thinks better of it */
export function askPost({ tags }) {
  const dialog = $('post-dialog');
  const boxes = tags.map((name) => h('input', { type: 'checkbox', value: name }));
  $('post-title').value = '';
  $('post-text').value = '';
  $('post-tags').replaceChildren(
    h('legend', {}, 'Tags'),
    ...boxes.map((box) => h('label', {}, box, ` ${box.value}`)),
  );
  dialog.returnValue = '';
  $('post-cancel').onclick = () => dialog.close();
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.onclose = () => {
      const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
      const post = { title: $('post-title').value, text: $('post-text').value, tags: chosen };
      resolve(dialog.returnValue === 'create' ? post : null);
    };
  });
}
