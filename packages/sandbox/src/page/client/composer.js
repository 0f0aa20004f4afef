import { CommandForm } from './command-form.js';
import { h } from './dom.js';

/** How often others are told that somebody is typing, in milliseconds. */
const TYPING_MS = 8000;

const MAX_SUGGESTIONS = 10;

/**
 * The box at the bottom: messages, replies, edits, and slash commands.
 * @typedef {{
 *   ask(what: string, fields?: object): Promise<unknown>,
 *   people(): { name: string, bot: boolean }[],
 *   lastOwn(): object | undefined,
 *   slash(command: object, options: object): void,
 *   failed(error: Error): void,
 * }} Hooks
 */
export class Composer {
  #channel = null;
  #commands = [];
  #replyTo = null;
  #editing = null;
  #form = null;
  #typedAt = 0;

  /**
   * @param {{ root: HTMLElement, input: HTMLTextAreaElement, bar: HTMLElement, slot: HTMLElement }} elements
   * @param {import('./listbox.js').Listbox} listbox
   * @param {Hooks} hooks
   */
  constructor(elements, listbox, hooks) {
    Object.assign(this, elements);
    this.listbox = listbox;
    this.hooks = hooks;
    this.input.addEventListener('input', () => this.#typed());
    this.input.addEventListener('keydown', (event) => this.#key(event));
    this.input.addEventListener('blur', () => this.listbox.hide());
  }

  /** Turns to a channel, with the commands that can be used there. */
  async open(channel) {
    this.#channel = channel;
    this.#leaveForm();
    this.#clearBar();
    // In a forum one opens a post.
    this.root.hidden = channel.kind === 'forum';
    this.input.disabled = !channel.canSend;
    const place =
      channel.kind === 'dm'
        ? `@${channel.name}`
        : channel.kind === 'text'
          ? `#${channel.name}`
          : channel.name;
    const hint = channel.kind === 'dm' ? '/ for commands' : '@ to mention the bot, / for commands';
    this.input.placeholder = channel.canSend
      ? `Message ${place}   (${hint})`
      : 'You cannot send messages in this channel.';
    this.input.setAttribute('aria-label', `Message ${place}`);
    this.#commands = await this.hooks.ask('commands', { channel: channel.id });
    if (channel.canSend && !this.root.hidden) this.input.focus();
  }

  /** The commands for a message's menu. */
  get messageCommands() {
    return this.#commands.filter(({ kind }) => kind === 'message');
  }

  reply(message) {
    this.#leaveForm();
    this.#clearBar();
    this.#replyTo = message;
    const ping = h('input', { type: 'checkbox', checked: true });
    this.ping = ping;
    this.#showBar(
      ['Replying to ', h('strong', {}, message.author.name)],
      h('label', {}, ping, ' @ Ping'),
    );
    this.input.focus();
  }

  edit(message) {
    this.#leaveForm();
    this.#clearBar();
    this.#editing = message;
    this.input.value = message.text;
    this.#resize();
    this.#showBar(['Editing your message']);
    this.input.focus();
  }

  #showBar(text, extra = null) {
    const cancel = h(
      'button',
      { type: 'button', 'aria-label': 'Cancel', onclick: () => this.#clearBar() },
      '×',
    );
    this.bar.replaceChildren(h('span', {}, text), ...(extra ? [extra] : []), cancel);
    this.bar.hidden = false;
  }

  #clearBar() {
    if (this.#editing) this.input.value = '';
    this.#replyTo = null;
    this.#editing = null;
    this.bar.hidden = true;
    this.#resize();
  }

  #typed() {
    this.#resize();
    const text = this.input.value;
    const slash = /^\/([\p{L}\p{N}_ -]*)$/u.exec(text);
    const at = /(^|\s)@([\p{L}\p{N}_]*)$/u.exec(text.slice(0, this.input.selectionStart));
    if (slash && !this.#editing) this.#suggestCommands(slash[1]);
    else if (at) this.#suggestPeople(at[2]);
    else this.listbox.hide();
    if (text && Date.now() - this.#typedAt > TYPING_MS) {
      this.#typedAt = Date.now();
      this.hooks.ask('type', { channel: this.#channel.id }).catch(() => {});
    }
  }

  #suggestCommands(start) {
    const found = this.#commands
      .filter(({ kind, name }) => kind === 'slash' && name.startsWith(start.trimEnd()))
      .slice(0, MAX_SUGGESTIONS);
    const items = found.map(({ name, description, options }) => ({
      label: `/${name}`,
      detail: [
        description,
        ...options.filter(({ required }) => required).map(({ label }) => `[${label}]`),
      ].join('  '),
    }));
    this.listbox.show(this.input, 'Commands', items, (index) => this.#useCommand(found[index]));
  }

  #suggestPeople(start) {
    const wanted = start.toLowerCase();
    const found = this.hooks
      .people()
      .filter(({ name }) => name.toLowerCase().startsWith(wanted))
      .slice(0, MAX_SUGGESTIONS);
    if (found.length === 0) {
      this.listbox.hide();
      return;
    }
    const items = found.map(({ name, bot }) => ({
      label: `@${name}`,
      detail: bot ? 'the bot' : '',
    }));
    this.listbox.show(this.input, 'Members', items, (index) => {
      const end = this.input.selectionStart;
      const from = end - start.length - 1;
      this.input.setRangeText(`@${found[index].name} `, from, end, 'end');
      this.input.focus();
    });
  }

  #useCommand(command) {
    this.#clearBar();
    this.input.value = '';
    this.#form = new CommandForm(command, this.listbox, {
      complete: (option, typed, options) =>
        this.hooks.ask('complete', {
          channel: this.#channel.id,
          name: command.name,
          option,
          typed,
          options,
        }),
      send: (options) => {
        this.#leaveForm();
        this.hooks.slash(command, options);
        this.input.focus();
      },
      cancel: () => {
        this.#leaveForm();
        this.input.focus();
      },
    });
    this.slot.replaceChildren(this.#form.element);
    this.root.classList.add('with-form');
    this.#form.focus();
  }

  #leaveForm() {
    if (!this.#form) return;
    this.#form = null;
    this.listbox.hide();
    this.slot.replaceChildren();
    this.root.classList.remove('with-form');
  }

  #key(event) {
    if (event.isComposing || this.listbox.key(event)) return;
    const { key, shiftKey } = event;
    if (key === 'Enter' && !shiftKey) this.#submit();
    else if (key === 'Escape' && !this.bar.hidden) this.#clearBar();
    else if (key === 'ArrowUp' && this.input.value === '' && this.hooks.lastOwn())
      this.edit(this.hooks.lastOwn());
    else return;
    event.preventDefault();
  }

  async #submit() {
    const text = this.input.value.trim();
    if (!text) return;
    const editing = this.#editing;
    const replyTo = this.#replyTo?.id ?? null;
    const ping = this.ping?.checked ?? true;
    this.input.value = '';
    this.#editing = null;
    this.#clearBar();
    this.#typedAt = 0;
    try {
      if (editing) await this.hooks.ask('edit', { message: editing.id, text });
      else await this.hooks.ask('say', { channel: this.#channel.id, text, replyTo, ping });
    } catch (error) {
      this.input.value = text;
      this.#resize();
      this.hooks.failed(error);
    }
  }

  #resize() {
    this.input.style.height = 'auto';
    this.input.style.height = `${this.input.scrollHeight}px`;
  }
}
