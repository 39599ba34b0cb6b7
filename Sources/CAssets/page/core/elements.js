// @ts-check
/** @typedef {Node | string | number | null | undefined | false | any[]} Child */
/** @typedef {Record<string, any>} Attributes */

/**
 * Returns a new element. `on…` attributes are listeners, `value` and `checked` are properties, `true` makes an attribute
 * without a value, and `false`, null and undefined leave it out, but `aria-` attributes become "true" and "false". Strings
 * become text nodes, so no text is ever read as HTML.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {Child[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
    append(element, children);
    return element;
}

/**
 * Replaces all children of the node.
 * @param {Element} node
 * @param {Child[]} children
 */
export function replace(node, ...children) {
    node.textContent = "";
    append(node, children);
}

/**
 * Sets the colour of a code for the style sheet, as the custom property `--code`.
 * @template {HTMLElement} Tinted
 * @param {Tinted} element
 * @param {string} color
 * @returns {Tinted}
 */
export function tint(element, color) {
    element.style.setProperty("--code", color);
    return element;
}

/** @param {Element} element @param {string} name @param {any} value */
function setAttribute(element, name, value) {
    if (value === null || value === undefined || (value === false && !name.startsWith("aria-"))) return;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked") Object.assign(element, { [name]: value });
    else element.setAttribute(name, value === true && !name.startsWith("aria-") ? "" : String(value));
}

/** @param {Element} node @param {Child[]} children */
function append(node, children) {
    for (const child of children) {
        if (child === null || child === undefined || child === false) continue;
        if (Array.isArray(child)) append(node, child);
        else node.append(child instanceof Node ? child : String(child));
    }
}
