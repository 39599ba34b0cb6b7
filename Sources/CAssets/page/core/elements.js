// @ts-check
/**
 * Returns a new element. `on…` attributes are listeners, `--…` are custom properties of its style, `value` and `checked`
 * are properties, `true` makes an attribute without a value, and `false`, null and undefined leave it out, but `aria-`
 * attributes become "true" and "false". Strings become text nodes, so no text is ever read as HTML.
 * @type {MakeElement}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  replace(element, children);
  return element;
}

const classed = (tag) => (name, ...children) => el(tag, { class: name || null }, children);
export const div = classed("div");
export const p = classed("p");
export const span = classed("span");

/** @type {(node: Element, ...children: Child[]) => void} */
export const replace = (node, ...children) => node.replaceChildren(...children.flat(Infinity).filter(isShown));
const isShown = (child) => ![null, undefined, false, ""].includes(child);

function setAttribute(element, name, value) {
  const isAria = name.startsWith("aria-");
  if (value === null || value === undefined || (value === false && !isAria)) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name.startsWith("--")) element.style.setProperty(name, value);
  else if (name === "value" || name === "checked") element[name] = value;
  else element.setAttribute(name, value === true && !isAria ? "" : value);
}
