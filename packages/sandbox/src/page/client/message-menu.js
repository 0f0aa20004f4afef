import { notify, outcome } from './notices.js';

/**
 * What can be done with a message, as the items of a menu.
 * @param {object} message
 * @param {object} page the channel it is in, and what the page can do
 */
export function messageMenu(message, { channel, composer, ask, open, withNames }) {
  const { id, mine, ephemeral, thread, text } = message;
  const remove = () => ask('delete', { message: id }).catch(notify);
  const edit = () => composer.edit({ ...message, text: withNames(text) });
  const startThread = async () => {
    const name = await askName(withNames(text).slice(0, 60));
    if (name) await ask('thread', { channel: channel.id, message: id, name }).then(open, notify);
  };
  if (ephemeral) return [{ label: 'Dismiss message', run: remove }];
  const commands = composer.messageCommands.map(({ name }) => ({
    label: name,
    run: () => outcome(ask('menu', { message: id, name })),
  }));
  return [
    channel.canSend && { label: 'Reply', run: () => composer.reply(message) },
    mine && { label: 'Edit message', run: edit },
    channel.canOpenThreads && !thread && { label: 'Create thread', run: startThread },
    (mine || channel.canModerate) && { label: 'Delete message', danger: true, run: remove },
    commands.length > 0 && { label: 'Apps' },
    ...commands,
  ].filter(Boolean);
}

/** Asks for the name of a thread; @returns an empty one where the person thinks better of it */
function askName(suggestion) {
  const dialog = document.getElementById('thread-dialog');
  const name = document.getElementById('thread-name');
  name.value = suggestion;
  dialog.returnValue = '';
  document.getElementById('thread-cancel').onclick = () => dialog.close();
  dialog.showModal();
  name.select();
  return new Promise((resolve) => {
    dialog.onclose = () => resolve(dialog.returnValue === 'create' ? name.value.trim() : '');
  });
}
