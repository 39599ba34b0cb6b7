// @ts-check
/**
 * `on…` attributes are listeners, `--…` are custom properties, `true` makes an attribute without a value, and `false`, null and
 * undefined leave it out, but `aria-…` become "true" and "false". Strings become text nodes, so no text is ever read as HTML.
 * @type {MakeElement}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...nodes(children));
  return element;
}

const classed = (tag) => (name, ...children) => el(tag, { class: name || null }, children);
export const div = classed("div");
export const p = classed("p");
export const span = classed("span");

/** Replaces what is in an element. The focus stays on the control at the same place. */
export function replace(element, ...children) {
  const controls = () => [...element.querySelectorAll("a, button, input, select, textarea")];
  const place = element.contains(document.activeElement) ? controls().indexOf(document.activeElement) : -1;
  element.replaceChildren(...nodes(children));
  controls()[place]?.focus({ preventScroll: true });
}

const nodes = (children) => children.flat(Infinity).filter((child) => ![null, undefined, false, ""].includes(child));

function setAttribute(element, name, value) {
  const isAria = name.startsWith("aria-");
  if (value === null || value === undefined || (value === false && !isAria)) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name.startsWith("--")) element.style.setProperty(name, value);
  else if (name === "value" || name === "checked") element[name] = value;
  else element.setAttribute(name, value === true && !isAria ? "" : value);
}
