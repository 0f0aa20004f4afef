import { ButtonStyle, ComponentType } from 'discord.js';
import { componentTexts } from '../world/mentions.ts';
import { flattenComponents } from '../world/messages.ts';
import type { Component } from '../world/types.ts';
import type { Form, Path } from './form.ts';

/** Limits of components, from Discord's documentation; the text limit is not in it. */
const ROWS = 5;
const BUTTONS_IN_A_ROW = 5;
const COMPONENTS_V2 = 40;
const TEXT_V2 = 4000;

const SELECTS: readonly number[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];

/** Checks what the schemas leave open about a message's components. */
export function checkComponents(form: Form, components: Component[], v2: boolean, at: Path): void {
  if (!v2) {
    for (const [index, one] of components.entries()) {
      if (one.type === ComponentType.ActionRow) continue;
      const message = 'Value of field "type" must be one of (1,).';
      form.fail([...at, index, 'type'], 'UNION_TYPE_CHOICES', message);
    }
    if (components.length > ROWS) form.badLength(at, 1, ROWS);
  }
  const all = flattenComponents(components);
  if (v2 && all.length > COMPONENTS_V2) {
    const message = `The message has ${all.length} components; ${COMPONENTS_V2} are allowed.`;
    form.fail(at, 'COMPONENT_TOTAL_COUNT_EXCEEDED', message);
  }
  const text = componentTexts(components).join('').length;
  if (text > TEXT_V2) {
    const message = `The displayable text in these components exceeds ${TEXT_V2} characters.`;
    form.fail(at, 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message);
  }
  const customIds = new Set<string>();
  const ids = new Set<number>();
  walk(components, at, (one, path) => {
    if (one.type === ComponentType.ActionRow) checkRow(form, one, path);
    else if (one.type === ComponentType.Button) checkButton(form, one, path);
    else if (SELECTS.includes(one.type)) checkSelect(form, one, path);
    else if (one.type === ComponentType.TextDisplay && !one.content?.trim()) {
      form.required([...path, 'content']);
    }
    if (one.custom_id !== undefined) {
      if (customIds.has(one.custom_id)) {
        const message = 'Component custom id cannot be duplicated';
        form.fail([...path, 'custom_id'], 'COMPONENT_CUSTOM_ID_DUPLICATED', message);
      }
      customIds.add(one.custom_id);
    }
    if (one.id) {
      if (ids.has(one.id)) {
        form.fail([...path, 'id'], 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated');
      }
      ids.add(one.id);
    }
  });
}

function walk(
  components: readonly Component[],
  at: Path,
  visit: (one: Component, path: Path) => void,
): void {
  for (const [index, one] of components.entries()) {
    const path = [...at, index];
    visit(one, path);
    walk(one.components ?? [], [...path, 'components'], visit);
    if (one.accessory) visit(one.accessory, [...path, 'accessory']);
  }
}

function checkRow(form: Form, row: Component, path: Path): void {
  const inside = row.components ?? [];
  const selects = inside.filter((one) => SELECTS.includes(one.type));
  if (selects.length > 0 ? inside.length > 1 : inside.length > BUTTONS_IN_A_ROW) {
    const message = 'A row holds up to five buttons or one select menu.';
    form.fail([...path, 'components'], 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message);
  }
  if (inside.length === 0) form.badLength([...path, 'components'], 1, BUTTONS_IN_A_ROW);
}

function checkButton(form: Form, button: Component, path: Path): void {
  if (button.style === ButtonStyle.Link) {
    if (!button.url) form.required([...path, 'url']);
    else if (!/^(https?|discord):\/\//i.test(button.url)) {
      const message = `Scheme of ${button.url} must be one of ('http', 'https', 'discord').`;
      form.fail([...path, 'url'], 'URL_TYPE_INVALID_SCHEME', message);
    }
    if (button.custom_id) {
      const message = 'A custom id and url cannot both be specified';
      form.fail(
        [...path, 'custom_id'],
        'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
        message,
      );
    }
  } else if (button.style !== ButtonStyle.Premium) {
    if (!button.custom_id) form.required([...path, 'custom_id']);
    if (button.url) {
      const message = 'Only a link button can have an url';
      form.fail([...path, 'url'], 'BUTTON_COMPONENT_URL_INVALID', message);
    }
  }
  if (!button.label && !button.emoji) form.required([...path, 'label']);
}

function checkSelect(form: Form, select: Component, path: Path): void {
  const { options = [], min_values: least = 1, max_values: most = 1 } = select;
  if (least > most) {
    const message = 'min_values must not be greater than max_values.';
    form.fail([...path, 'min_values'], 'SELECT_COMPONENT_MIN_VALUES_EXCEEDS_MAX_VALUES', message);
  }
  const values = new Set<string>();
  for (const [index, option] of options.entries()) {
    if (values.has(option.value)) {
      const message = 'The specified option value is already used';
      const at = [...path, 'options', index, 'value'];
      form.fail(at, 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', message);
    }
    values.add(option.value);
  }
}
