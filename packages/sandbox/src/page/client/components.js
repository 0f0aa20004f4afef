import { h } from './dom.js';
import { drawMarkdown, link } from './markdown.js';

/** Discord's numbers for components and for buttons' styles. */
const TYPE = {
  row: 1,
  button: 2,
  select: 3,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
};
const BUTTON_CLASSES = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'link' };

/**
 * Draws a message's components.
 * @param {object[]} components
 * @param {{ press(customId: string): Promise<void>, select(customId: string, values: string[]): Promise<void> }} actions
 */
export function drawComponents(components, actions) {
  return components.map((one) => draw(one, actions)).filter(Boolean);
}

function draw(component, actions) {
  const inside = () => drawComponents(component.components ?? [], actions);
  switch (component.type) {
    case TYPE.row:
      return h('div', { class: 'row' }, inside());
    case TYPE.button:
      return button(component, actions);
    case TYPE.select:
      return select(component, actions);
    case TYPE.section:
      return h(
        'div',
        { class: 'section' },
        h('div', { class: 'section-text' }, inside()),
        draw(component.accessory, actions),
      );
    case TYPE.text:
      return h('div', { class: 'text' }, drawMarkdown(component.nodes));
    case TYPE.separator: {
      const classes = [
        'separator',
        component.spacing === 2 ? 'large' : '',
        component.divider === false ? 'blank' : '',
      ];
      return h('div', { class: classes.join(' ') });
    }
    case TYPE.container:
      return container(component, inside());
    case TYPE.thumbnail:
      return picture(component, 'thumbnail');
    case TYPE.gallery:
      return h(
        'div',
        { class: 'gallery' },
        component.items.map((item) => picture(item, 'item')),
      );
    case TYPE.file:
      return h('div', { class: 'text' }, `📎 ${component.file.url.replace('attachment://', '')}`);
    default:
      return h('div', { class: 'unknown' }, 'A component that this stand-in does not draw.');
  }
}

function container({ accent_color: accent, spoiler }, children) {
  const box = h('div', { class: spoiler ? 'container hidden' : 'container' }, children);
  if (accent !== null && accent !== undefined) {
    box.style.setProperty('--accent', `#${accent.toString(16).padStart(6, '0')}`);
  }
  if (spoiler) box.addEventListener('click', () => box.classList.remove('hidden'), { once: true });
  return box;
}

function picture({ media, description }, className) {
  if (!/^https?:\/\//.test(media?.url ?? '')) return null;
  return h('img', { class: className, src: media.url, alt: description ?? '', loading: 'lazy' });
}

function button({ style, label, emoji, url, disabled, custom_id: customId }, actions) {
  const face = [emoji?.name && h('span', { class: 'emoji' }, emoji.name), label].filter(Boolean);
  const className = `button ${BUTTON_CLASSES[style] ?? 'secondary'}`;
  if (url)
    return link(url, [...face, h('span', { class: 'out', 'aria-hidden': 'true' }, '↗')], className);
  const made = h('button', { class: className, type: 'button', disabled: disabled ?? false }, face);
  made.addEventListener('click', () => busyWhile(made, actions.press(customId)));
  return made;
}

function select(component, actions) {
  const { options, placeholder, disabled, custom_id: customId, max_values: most = 1 } = component;
  const label = placeholder ?? 'Make a selection';
  const multiple = most > 1;
  const list = h('select', {
    class: 'select',
    disabled: disabled ?? false,
    multiple,
    'aria-label': label,
  });
  if (!multiple)
    list.append(h('option', { value: '', textContent: label, disabled: true, selected: true }));
  for (const { label: text, value, description, default: chosen } of options ?? []) {
    const shown = description ? `${text} — ${description}` : text;
    list.append(h('option', { value, textContent: shown, selected: chosen ?? false }));
  }
  list.addEventListener('change', () => {
    const values = [...list.selectedOptions].map((one) => one.value);
    busyWhile(list, actions.select(customId, values));
  });
  return list;
}

/** Shows that the bot was told and has not answered yet. */
async function busyWhile(element, work) {
  element.classList.add('busy');
  element.setAttribute('aria-busy', 'true');
  element.disabled = true;
  await work;
  element.classList.remove('busy');
  element.removeAttribute('aria-busy');
  element.disabled = false;
}
