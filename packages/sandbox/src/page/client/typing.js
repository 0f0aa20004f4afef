import { h } from './dom.js';

/** How long "is typing" is shown without a further sign, in milliseconds. */
const TYPING_MS = 10_000;

/** The line that says who is typing. */
export class TypingLine {
  /** By user id: their name, and the timer that takes it away. */
  #people = new Map();

  constructor(element) {
    this.element = element;
  }

  start(id, name) {
    this.stop(id);
    const timer = setTimeout(() => this.stop(id), TYPING_MS);
    this.#people.set(id, { name, timer });
    this.#draw();
  }

  stop(id) {
    clearTimeout(this.#people.get(id)?.timer);
    if (this.#people.delete(id)) this.#draw();
  }

  clear() {
    for (const id of [...this.#people.keys()]) this.stop(id);
  }

  #draw() {
    const names = [...this.#people.values()].map(({ name }) => name);
    if (names.length === 0) {
      this.element.replaceChildren();
      return;
    }
    const dots = h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'));
    const list = h('strong', {}, new Intl.ListFormat('en').format(names));
    this.element.replaceChildren(dots, list, names.length > 1 ? ' are typing…' : ' is typing…');
  }
}
