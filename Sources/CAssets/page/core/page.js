// @ts-check
import {
  addActions, currentRoute, el, fail, go, isRefused, listen, loadSession, openOutbox, p, replace, session, statusBar, t,
  takeToken,
} from "./index.js";
import { screen as codes } from "../codes/screen.js";
import { screen as compare } from "../compare/screen.js";
import { screen as history } from "../history/screen.js";
import { screen as numbers } from "../numbers/screen.js";
import { screen as quotes } from "../quotes/screen.js";
import { screen as read } from "../read/screen.js";
import { screen as search } from "../search/screen.js";
import { header } from "./header.js";
import { showPalette, showSettings } from "./settings.js";

/** @type {PageScreen[]} */
const screens = [read, codes, quotes, search, compare, numbers, history];
const main = el("main", { id: "main", tabindex: "-1" });
const head = header(screens);
/** The elements of the screens that were shown, and where their window was. */
const roots = new Map();
const scrolls = new Map();
let shown = "";

addActions("page", [
  ["palette", t("Actions"), "Ctrl-k", showPalette],
  ["settings", t("Settings"), "? F1 Ctrl-,", showSettings],
  ...screens.map(({ id, name }, index) => [id, t("Show {screen}", { screen: name }), `Alt-${index + 1}`, () => go(id)]),
]);
start().catch(fail);

async function start() {
  takeToken();
  // A newer link that is opened in the same tab changes only the fragment.
  window.addEventListener("hashchange", () => takeToken() && location.reload());
  const skip = el("a", { class: "skip", href: "#main", onclick: skipToContent }, t("Go to the content"));
  document.body.append(skip, head, main, statusBar());
  isRefused.subscribe(showRefusal);
  await loadSession();
  const { action, commandName, coder } = session.study.get();
  void listen(action);
  await openOutbox(commandName, coder);
  window.addEventListener("hashchange", () => showScreen().catch(fail));
  await showScreen();
}

async function showScreen() {
  const { screen: wanted, params } = currentRoute();
  const { id, name, show } = screens.find((one) => one.id === wanted) ?? read;
  if (!roots.has(id)) {
    roots.set(id, el("section", { class: `screen ${id}`, "aria-label": name }));
    main.append(roots.get(id));
  }
  if (id !== shown) scrolls.set(shown, window.scrollY);
  for (const [other, root] of roots) root.hidden = other !== id;
  for (const tab of head.querySelectorAll("a")) tab.ariaCurrent = tab.dataset.screen === id ? "page" : null;
  if (id !== shown) window.scrollTo(0, scrolls.get(id) ?? 0);
  shown = id;
  await show(roots.get(id), params);
}

function skipToContent(event) {
  event.preventDefault();
  main.focus();
}

function showRefusal() {
  const newest = t("Tema makes a new link each time it starts. Open the newest one. What was not yet sent is then sent.");
  replace(main, el("section", { class: "refused" }, el("h1", {}, t("This link is no longer valid")), p("", newest)));
}
