// @ts-check
import {
  addActions, api, button, el, fail, filterBar, get, go, hint, language, linkTo, note, notes, p, pathTo, redrawFields, replace,
  say, t,
} from "../analysis/kit.js";
import { tableView } from "../analysis/table.js";
import { choiceFields, kinds, quotesOf } from "./kinds.js";

/** The table and its choices, as the URL has them. */
let kind = kinds[0];
/** @type {any} */
let chosen = {};
/** Answers to earlier choices are dropped. */
let run = 0;
const tabs = el("nav", { class: "subtabs", "aria-label": t("Tables") });
const about = hint();
const fields = filterBar(t("Choices"));
const result = el("div", { class: "result" });
const picture = el("figure", { class: "chart" });

const step = (by) => go("numbers", { id: kinds[(kinds.indexOf(kind) + by + kinds.length) % kinds.length].id });
const press = (selector) => /** @type {HTMLElement | null} */ (result.querySelector(selector));
addActions("numbers", [
  ["next", t("Next table"), "]", () => step(1)],
  ["previous", t("Previous table"), "[", () => step(-1)],
  ["table", t("Go to the table"), "t", () => (press("a[tabindex='0']") ?? press("th button"))?.focus()],
  ["copy", t("Copy the command"), "c", () => press("button")?.click()],
]);

export const screen = { id: "numbers", name: t("Numbers"), key: "6", show };

async function show(root, params) {
  const { id, ...choices } = params;
  if (!root.firstChild) {
    root.append(el("h1", {}, t("Numbers")), tabs, about, fields, el("div", { class: "two-panes even" }, result, picture));
  }
  kind = kinds.find((one) => one.id === id) ?? kinds[0];
  chosen = { chart: kind.charts[0][0], ...(kind.id === "compare" ? { by: "article" } : {}), ...choices };
  about.textContent = kind.about;
  replace(tabs, kinds.map((one) => {
    return el("a", { href: linkTo("numbers", { id: one.id }), "aria-current": one === kind ? "page" : null }, one.name);
  }));
  redrawFields(fields, choiceFields(kind, chosen, (name) => (value) => go("numbers", { ...choices, id: kind.id, [name]: value })));
  await load({ ...chosen });
}

async function load({ chart, ...query }) {
  run += 1;
  const mine = run;
  const isCurrent = () => mine === run;
  const path = pathTo(`charts/${chart}`, { ...query, language, width: 640 });
  const drawing = chart === "none" ? null : api.image(path).then(chartView, ({ message }) => hint(message));
  result.ariaBusy = "true";
  try {
    const table = await get(`tables/${kind.id}`, { ...query, language });
    if (isCurrent()) replace(result, tableResult(table, query));
  } catch (problem) {
    if (!isCurrent()) return;
    replace(result);
    fail(problem);
  } finally {
    if (isCurrent()) result.ariaBusy = "false";
  }
  const drawn = await drawing;
  if (isCurrent()) replace(picture, drawn);
}

/** Returns the picture at the `data:` URL. */
function chartView(src) {
  const [id, name] = kind.charts.find(([chart]) => chart === chosen.chart) ?? kind.charts[0];
  return [
    el("img", { src, alt: t("{table}: {picture}. The table has the same numbers.", { table: kind.name, picture: name }) }),
    el("figcaption", {}, el("a", { href: src, download: `${id}.svg` }, t("Save the picture"))),
  ];
}

/** Returns the table with its notes and the command that prints it. */
function tableResult(table, query) {
  const { command, rows } = table;
  const copy = async () => {
    await navigator.clipboard.writeText(command);
    say(t("Copied the command."));
  };
  return [
    p("cluster command", el("code", { dir: "ltr" }, command), button(t("Copy"), copy)),
    rows.length > 0 ? tableView(table, (about, column) => quotesOf(query, about, column)) : note(t("No rows.")),
    hint(t("{n} row{s}", { n: rows.length }), ". ", t("Each number opens its quotes. A header sorts the rows.")),
    notes(table),
  ];
}
