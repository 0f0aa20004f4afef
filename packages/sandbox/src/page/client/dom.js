/**
 * Makes an element. Properties that begin with `on` are listeners; `class`, `data-*`, `aria-*` and
 * `role` are attributes; all else is set as it is. Text becomes text: nothing is read as HTML.
 * @param {string} tag
 * @param {Record<string, unknown>} [properties]
 * @param {...(Node | string | null | undefined | false | (Node | string)[])} children
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'class' || name === 'role' || /^(data|aria)-/.test(name)) {
      element.setAttribute(name, String(value));
    } else element[name] = value;
  }
  element.append(
    ...children.flat().filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

/** A round picture with somebody's first letter; the bot gets a quotation mark. */
export function avatar({ name, bot }, className = 'avatar') {
  const hue = [...name].reduce((sum, letter) => sum * 31 + letter.codePointAt(0), 7) % 360;
  const picture = h('span', { class: bot ? `${className} bot` : className, 'aria-hidden': 'true' });
  picture.textContent = bot ? '“' : name.slice(0, 1).toUpperCase();
  if (!bot) picture.style.backgroundColor = `hsl(${hue} 45% 45%)`;
  return picture;
}

/** Somebody's name in their colour, with a tag for the bot. */
export function nameOf({ name, color, bot }) {
  const shown = h('span', { class: 'name' }, name);
  if (color) shown.style.setProperty('--role', color);
  return bot ? [shown, h('span', { class: 'tag' }, 'APP')] : [shown];
}
