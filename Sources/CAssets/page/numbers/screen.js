// @ts-check
import {
  addActions, api, div, el, fail, filterBar, get, go, hint, language, linkTo, pathTo, redrawFields, replace, t,
} from "../analysis/kit.js";
import { statistic } from "../analysis/table.js";
import { choiceFields, kinds, quotesOf } from "./kinds.js";

let kind = kinds[0];
/** @type {any} */
let chosen = {};
const tabs = el("nav", { class: "subtabs", "aria-label": t("Tables") });
const fields = filterBar();
const result = div("result");
const picture = el("figure", { class: "chart" });

const step = (by) => go("numbers", { id: kinds[(kinds.indexOf(kind) + by + kinds.length) % kinds.length].id });
const control = (selector) => /** @type {HTMLElement | null} */ (result.querySelector(selector));
addActions("numbers", [
  ["next", t("Next"), "]", () => step(1)],
  ["previous", t("Previous"), "[", () => step(-1)],
  ["table", t("Tables"), "t", () => (control("a[tabindex='0']") ?? control("th button"))?.focus()],
  ["copy", t("Copy"), "c", () => control("button")?.click()],
]);

export const screen = { id: "numbers", name: t("Numbers"), key: "6", show };

async function show(root, params) {
  const { id, ...choices } = params;
  if (!root.firstChild) root.append(el("h1", {}, t("Numbers")), tabs, fields, div("two-panes even", result, picture));
  kind = kinds.find((one) => one.id === id) ?? kinds[0];
  chosen = { chart: kind.charts[0][0], ...(kind.id === "compare" && { by: "article" }), ...choices };
  replace(tabs, kinds.map((one) => {
    return el("a", { href: linkTo("numbers", { id: one.id }), "aria-current": one === kind ? "page" : null }, one.name);
  }));
  const set = (name) => (value) => go("numbers", { ...choices, id: kind.id, [name]: value });
  redrawFields(fields, choiceFields(kind, chosen, set));
  await load(chosen);
}

/** Shows the table and the picture of the choices, unless the user has chosen others before they arrive. */
async function load(choices) {
  const { chart, ...query } = choices;
  result.ariaBusy = "true";
  const show = (place, content) => choices === chosen && replace(place, content);
  const path = pathTo(`charts/${chart}`, { ...query, language, width: 640 });
  const drawing = chart !== "none" && api.image(path).then(chartView, ({ message }) => hint(message));
  const table = await get(`tables/${kind.id}`, { ...query, language }).catch(fail);
  show(result, table && statistic(table, (about, column) => quotesOf(query, about, column)));
  result.ariaBusy = "false";
  show(picture, await drawing);
}

function chartView(src) {
  const [id, name] = kind.charts.find(([chart]) => chart === chosen.chart) ?? kind.charts[0];
  return [
    el("img", { src, alt: `${kind.name}: ${name}` }),
    el("figcaption", {}, el("a", { href: src, download: `${id}.svg` }, `${t("Save")} (SVG)`)),
  ];
}
