import { h } from './dom.js';

let open = null;

/**
 * Shows a menu beside an element or at the pointer.
 * @param {{ label: string, run?: () => void, danger?: boolean }[]} items those without `run` are headings
 * @param {{ x: number, y: number }} at
 * @param {HTMLElement} [from] gets the focus back
 */
export function showMenu(items, at, from) {
  closeMenu();
  const menu = h('div', { class: 'menu', role: 'menu' });
  for (const { label, run, danger } of items) {
    if (!run) menu.append(h('div', { class: 'menu-heading', role: 'presentation' }, label));
    else {
      const choose = () => {
        closeMenu();
        run();
      };
      const properties = {
        type: 'button',
        role: 'menuitem',
        class: danger ? 'danger' : '',
        onclick: choose,
      };
      menu.append(h('button', properties, label));
    }
  }
  menu.addEventListener('keydown', (event) => move(event, menu));
  document.body.append(menu);
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(at.x, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(at.y, innerHeight - height - 8))}px`;
  open = { menu, from };
  menu.querySelector('button')?.focus();
}

export function closeMenu() {
  if (!open) return;
  open.menu.remove();
  if (open.menu.contains(document.activeElement) || document.activeElement === document.body)
    open.from?.focus();
  open = null;
}

function move(event, menu) {
  const items = [...menu.querySelectorAll('button')];
  const now = items.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === 'Escape' || event.key === 'Tab') closeMenu();
  else if (step) items[(now + step + items.length) % items.length]?.focus();
  else return;
  event.preventDefault();
}

document.addEventListener('pointerdown', (event) => {
  if (open && !open.menu.contains(event.target)) closeMenu();
});
