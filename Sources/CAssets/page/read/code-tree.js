// @ts-check
import { addActions, button, codeTree, div, el, fit, keyOf, newCode, replace, span, t } from "../core/index.js";
import { codeSelection } from "./coding.js";
import { digits, pin, pins } from "./pins.js";

const field = el("input", {
  type: "search", placeholder: t("Find a code"), "aria-label": t("Find a code"), autocomplete: "off",
  oninput: () => redraw(), onkeydown: onFieldKey,
});
const added = div("");
const fits = ({ id, name }) => fit(field.value, [id, name]) > 0;
const tree = codeTree({
  name: "codes",
  filter: () => (field.value.trim() ? fits : null),
  draw,
  onclick: (path, isArrow) => isArrow || void codeSelection(path),
  onkey(event, rows, place) {
    const { path } = rows[place];
    const key = keyOf(event);
    if (key === "Enter" || key === "Space") return void codeSelection(path);
    return digits.includes(key) && pin(path, key);
  },
});

// The selected words must stay selected when a code is clicked.
tree.element.addEventListener("mousedown", (event) => event.preventDefault());
pins.subscribe(redraw);

const parts = [el("h2", {}, t("Codes")), field, tree.element, added];
export const codePane = el("section", { class: "pane codes-pane", "aria-label": t("Codes") }, parts);

function onFieldKey(event) {
  const [first] = tree.shown();
  if (event.key === "Enter" && first) void codeSelection(first.path);
  if (event.key !== "ArrowDown" || !first) return;
  event.preventDefault();
  tree.move(first.path);
}

function findCode() {
  field.focus();
  field.select();
}

function redraw() {
  tree.redraw();
  const name = field.value.trim();
  const label = t("New “{name}” at the top", { name });
  replace(added, name && tree.shown().length === 0 && button(label, () => addCode(name)));
}

async function addCode(name) {
  const created = await newCode(name);
  field.value = "";
  redraw();
  if (created) await codeSelection(created.path);
}

function draw({ path, id, name, definition, codable, codings }) {
  const digit = digits.find((one) => pins.get()[one] === path);
  const content = [
    digit && el("kbd", {}, digit),
    span("swatch"),
    el("bdi", { class: "label" }, name || id),
    el("span", { class: "count", title: t("codings by hand") }, codings),
  ];
  return { attributes: { title: definition, class: codable ? null : "heading" }, content };
}

addActions("read", [["find-code", t("Find a code"), "/", findCode]]);
