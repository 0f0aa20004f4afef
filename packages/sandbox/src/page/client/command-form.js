import { h } from './dom.js';

/** How long typing pauses before choices are asked for, in milliseconds. */
const PAUSE_MS = 120;

/** Discord's numbers for options that are not text. */
const INTEGER = 4;
const BOOLEAN = 5;
const NUMBER = 10;
const ATTACHMENT = 11;

/** A slash command being filled in: a chip for each option in use. */
export class CommandForm {
  #fields = new Map();
  #timer;

  /**
   * @param {object} command
   * @param {import('./listbox.js').Listbox} listbox
   * @param {{ complete(option: string, typed: string, options: object): Promise<object[]>, send(options: object): void, cancel(): void }} actions
   *   `send` is given a chosen file as a `File`
   */
  constructor(command, listbox, actions) {
    this.command = command;
    this.listbox = listbox;
    this.actions = actions;
    this.more = h('div', { class: 'more-options' });
    this.chips = h(
      'div',
      { class: 'chips' },
      h('span', { class: 'command-name' }, `/${command.name}`),
    );
    this.note = h('div', { class: 'option-note', 'aria-live': 'polite' });
    this.element = h(
      'div',
      { class: 'command-form', role: 'group', 'aria-label': `/${command.name}` },
      this.note,
      h('div', { class: 'command-line' }, this.chips, this.more),
    );
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented) actions.cancel();
    });
    for (const option of command.options) if (option.required) this.#add(option);
    this.#offerMore();
  }

  focus() {
    const first =
      [...this.#fields.values()].find(({ input }) => !input.value) ?? [...this.#fields.values()][0];
    if (first) first.input.focus();
    else this.element.querySelector('.send').focus();
    if (!first) this.note.textContent = `${this.command.description} Press Enter to send.`;
  }

  #add(option) {
    const input = this.#input(option);
    const chip = h(
      'label',
      { class: 'chip' },
      h('span', { class: 'chip-name' }, option.label),
      input,
    );
    if (!option.required) {
      const remove = () => {
        this.#fields.delete(option.name);
        chip.remove();
        this.#offerMore();
        this.focus();
      };
      chip.append(
        h(
          'button',
          {
            type: 'button',
            class: 'chip-remove',
            'aria-label': `Remove ${option.label}`,
            onclick: remove,
          },
          '×',
        ),
      );
    }
    this.chips.append(chip);
    this.#fields.set(option.name, { option, input, chosen: null });
    this.#offerMore();
  }

  #input(option) {
    const described = `${option.label}: ${option.description}`;
    const listeners = {
      'aria-label': described,
      onfocus: () => {
        this.note.textContent = option.description;
        this.#suggest(option);
      },
      onkeydown: (event) => this.#key(event),
    };
    if (option.type === ATTACHMENT) return h('input', { ...listeners, type: 'file' });
    const select = option.type === BOOLEAN || (option.choices.length > 0 && !option.completes);
    if (!select) {
      const number = option.type === INTEGER || option.type === NUMBER;
      return h('input', {
        ...listeners,
        type: number ? 'number' : 'text',
        step: option.type === INTEGER ? '1' : 'any',
        min: option.min ?? '',
        max: option.max ?? '',
        maxLength: option.maxLength ?? 6000,
        autocomplete: 'off',
        role: option.completes ? 'combobox' : null,
        'aria-expanded': option.completes ? 'false' : null,
        oninput: () => {
          this.#fields.get(option.name).chosen = null;
          this.#size(option);
          this.#suggest(option);
        },
        onblur: () => this.listbox.hide(),
      });
    }
    const choices =
      option.type === BOOLEAN
        ? [
            { name: 'True', value: true },
            { name: 'False', value: false },
          ]
        : option.choices;
    return h(
      'select',
      listeners,
      choices.map(({ name, value }) => h('option', { value: String(value), textContent: name })),
    );
  }

  #size(option) {
    const { input } = this.#fields.get(option.name);
    if (input.type === 'text')
      input.style.width = `${Math.min(60, Math.max(12, input.value.length + 2))}ch`;
  }

  #suggest(option) {
    if (!option.completes) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(async () => {
      const field = this.#fields.get(option.name);
      const typed = field.input.value;
      const { [option.name]: _, ...others } = this.#values();
      for (const [name, value] of Object.entries(others)) {
        if (value instanceof File) delete others[name];
      }
      const choices = await this.actions
        .complete(option.name, typed, others)
        .catch((error) => error);
      // Somebody who types on, or has left, gets no choices for what was typed before.
      if (document.activeElement !== field.input || field.input.value !== typed) return;
      if (choices instanceof Error) {
        this.note.textContent = choices.message;
        return;
      }
      this.listbox.show(
        field.input,
        `${option.label} — ${option.description}`,
        choices.map(({ name }) => ({ label: name })),
        (index) => {
          field.chosen = choices[index].value;
          field.input.value = choices[index].name;
          this.#size(option);
          this.#next(field.input);
        },
      );
    }, PAUSE_MS);
  }

  #next(input) {
    const all = [...this.element.querySelectorAll('.chip input, .chip select')];
    const empty = all.slice(all.indexOf(input) + 1).find((one) => one.value === '');
    empty?.focus();
  }

  #key(event) {
    if (this.listbox.key(event)) return;
    if (event.key === 'Backspace' && event.target.value === '' && event.target.tagName === 'INPUT')
      this.actions.cancel();
    else if (event.key === 'Enter') this.submit();
    else return;
    event.preventDefault();
  }

  /** Sends the command, or goes to what is still missing. */
  submit() {
    for (const { option, input } of this.#fields.values()) {
      if (option.required && input.value.trim() === '') {
        this.note.textContent = `${option.label} is required.`;
        input.focus();
        return;
      }
    }
    this.listbox.hide();
    this.actions.send(this.#values());
  }

  #values() {
    const values = {};
    for (const [name, { option, input, chosen }] of this.#fields) {
      if (input.value === '') continue;
      if (option.type === BOOLEAN) values[name] = input.value === 'true';
      else if (option.type === INTEGER || option.type === NUMBER)
        values[name] = Number(input.value);
      else if (option.type === ATTACHMENT) values[name] = input.files[0];
      else values[name] = chosen ?? input.value;
    }
    return values;
  }

  #offerMore() {
    const rest = this.command.options.filter(({ name }) => !this.#fields.has(name));
    this.more.replaceChildren(
      ...rest.map((option) =>
        h(
          'button',
          {
            type: 'button',
            title: option.description,
            onclick: () => {
              this.#add(option);
              this.#fields.get(option.name).input.focus();
            },
          },
          `+ ${option.label}`,
        ),
      ),
      h('button', { type: 'button', class: 'send', onclick: () => this.submit() }, 'Send'),
    );
  }
}
