import { h } from './dom.js';

/** A list above a text box: of commands, people or choices. The text box keeps the focus. */
export class Listbox {
  #input = null;
  #items = [];
  #active = 0;
  #choose = () => {};

  /** @param {HTMLElement} element where it is drawn */
  constructor(element) {
    this.element = element;
    element.setAttribute('role', 'listbox');
    element.setAttribute('aria-label', 'Suggestions');
    element.hidden = true;
  }

  get isOpen() {
    return !this.element.hidden;
  }

  /**
   * @param {HTMLElement} input the text box that it completes
   * @param {string} title
   * @param {{ label: string, detail?: string }[]} items
   * @param {(index: number) => void} choose
   */
  show(input, title, items, choose) {
    this.hide();
    this.#input = input;
    this.#items = items;
    this.#choose = choose;
    this.#active = 0;
    const empty = items.length === 0 && h('div', { class: 'listbox-empty' }, 'No choices match.');
    this.element.replaceChildren(
      h('div', { class: 'listbox-title', role: 'presentation' }, title),
      ...items.map(({ label, detail }, index) =>
        h(
          'div',
          {
            role: 'option',
            id: `choice-${index}`,
            class: 'choice',
            onpointerdown: (event) => event.preventDefault(),
            onclick: () => this.#pick(index),
          },
          h('span', { class: 'choice-label' }, label),
          detail && h('span', { class: 'choice-detail' }, detail),
        ),
      ),
      ...(empty ? [empty] : []),
    );
    this.element.hidden = false;
    if (input.role === 'combobox') input.setAttribute('aria-expanded', 'true');
    input.setAttribute('aria-controls', this.element.id);
    this.#mark();
  }

  hide() {
    this.element.hidden = true;
    if (this.#input?.role === 'combobox') this.#input.setAttribute('aria-expanded', 'false');
    this.#input?.removeAttribute('aria-activedescendant');
    this.#items = [];
  }

  /** @returns whether the key was for the list */
  key(event) {
    if (!this.isOpen) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.#items.length > 0) {
      this.#active = (this.#active + step + this.#items.length) % this.#items.length;
      this.#mark();
    } else if ((event.key === 'Enter' || event.key === 'Tab') && this.#items.length > 0)
      this.#pick(this.#active);
    else if (event.key === 'Escape') this.hide();
    else return false;
    event.preventDefault();
    return true;
  }

  #pick(index) {
    const choose = this.#choose;
    this.hide();
    choose(index);
  }

  #mark() {
    const choices = [...this.element.querySelectorAll('.choice')];
    for (const [index, choice] of choices.entries()) {
      choice.setAttribute('aria-selected', String(index === this.#active));
    }
    choices[this.#active]?.scrollIntoView({ block: 'nearest' });
    if (choices.length > 0)
      this.#input?.setAttribute('aria-activedescendant', `choice-${this.#active}`);
  }
}
