import { h } from './dom.js';

/** How long a notice stays, in milliseconds. */
const NOTICE_MS = 10_000;

/** Tells the person something that went wrong; nobody else sees it. */
export function notify({ message }) {
  const close = h(
    'button',
    { type: 'button', class: 'as-link', onclick: () => box.remove() },
    'Dismiss',
  );
  const box = h('div', { class: 'notice' }, h('span', {}, message), close);
  document.getElementById('notices').append(box);
  setTimeout(() => box.remove(), NOTICE_MS);
}

/** Waits for the bot to take something up, and says so where it did not. */
export async function outcome(promise) {
  try {
    const { failure } = await promise;
    if (failure) notify(new Error(failure));
  } catch (error) {
    notify(error);
  }
}
