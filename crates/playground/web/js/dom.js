/**
 * Building DOM nodes without innerHTML: what a bot or a person wrote reaches the page
 * only as text nodes and attributes, so it can never become markup.
 */

/**
 * Creates an element. `class`, `style` (an object), `data` (dataset), `testid` and `on<event>` are
 * understood; `true` makes an empty attribute; null, undefined and false attributes and children are left out.
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (key === 'class') node.className = value;
    else if (key === 'testid') node.dataset.testid = value;
    else if (key === 'data') Object.assign(node.dataset, value);
    else if (key === 'style') for (const [name, v] of Object.entries(value)) node.style.setProperty(name, v);
    else node.setAttribute(key, value === true ? '' : String(value));
  }
  node.append(...kept(children));
  return node;
}

/** Replaces all children of a node, leaving out what is absent. */
export function fill(node, ...children) {
  node.replaceChildren(...kept(children));
  return node;
}

/** A button that shows only an icon; the label is its accessible name and its tooltip. */
export function iconButton(glyph, label, props = {}) {
  const kind = props.class ? `icon-button ${props.class}` : 'icon-button';
  return el('button', { type: 'button', 'aria-label': label, title: label, ...props, class: kind }, glyph);
}

function kept(children) {
  return children.flat(2).filter((child) => child !== null && child !== undefined && child !== false);
}
