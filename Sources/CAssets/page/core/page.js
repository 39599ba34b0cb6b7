// @ts-check
import {
  command, currentRoute, el, fail, go, isRefused, listen, loadSession, openOutbox, replace, session, statusBar, t, takeToken,
} from "./index.js";
import { screen as codes } from "../codes/screen.js";
import { screen as compare } from "../compare/screen.js";
import { screen as history } from "../history/screen.js";
import { screen as numbers } from "../numbers/screen.js";
import { screen as quotes } from "../quotes/screen.js";
import { screen as read } from "../read/screen.js";
import { screen as search } from "../search/screen.js";
import { header } from "./header.js";
import { addPageCommands } from "./settings.js";

/** @type {PageScreen[]} */
const screens = [read, codes, quotes, search, compare, numbers, history];
const main = el("main", { id: "main" });
/** The root and the place of the window of each screen that was shown, by its id. */
const roots = new Map();
const scrolls = new Map();
let shown = screens[0];

start().catch(fail);

async function start() {
  takeToken();
  // A newer link that is opened in the same tab changes only the fragment.
  window.addEventListener("hashchange", () => takeToken() && location.reload());
  const skip = el("a", { class: "skip", href: "#main", onclick: skipToContent }, t("Go to the content"));
  document.body.append(skip, header(screens), main, statusBar());
  isRefused.subscribe(showRefusal);
  addPageCommands();
  for (const { id, name, key } of screens) {
    const keys = key ? [`Alt-${key}`] : [];
    command({ id: `screen.${id}`, name: t("Show {screen}", { screen: name }), keys, screens: null, run: () => go(id) });
  }
  await loadSession();
  const { action, commandName, coder } = session.study.get();
  void listen(action);
  await openOutbox(commandName, coder);
  window.addEventListener("hashchange", () => showScreen().catch(fail));
  await showScreen();
}

async function showScreen() {
  const { screen: id, params } = currentRoute();
  const screen = screens.find((one) => one.id === id) ?? screens[0];
  if (shown !== screen) scrolls.set(shown.id, window.scrollY);
  if (!roots.has(screen.id)) {
    roots.set(screen.id, el("section", { class: `screen ${screen.id}`, "aria-label": screen.name }));
    main.append(roots.get(screen.id));
  }
  for (const [other, root] of roots) root.hidden = other !== screen.id;
  document.querySelector("nav.tabs [aria-current]")?.removeAttribute("aria-current");
  document.querySelector(`nav.tabs [data-screen=${screen.id}]`)?.setAttribute("aria-current", "page");
  if (shown !== screen) window.scrollTo(0, scrolls.get(screen.id) ?? 0);
  shown = screen;
  await screen.show(roots.get(screen.id), params);
}

function skipToContent(event) {
  event.preventDefault();
  const content = main.querySelector("section:not([hidden]) :is([tabindex], a, button)");
  if (content instanceof HTMLElement) content.focus();
}

function showRefusal() {
  const newest = t("Tema makes a new link each time it starts. Open the newest one, which it printed when it started.");
  const unsent = t("What you coded and was not yet sent stays in this browser. It is sent as soon as you open the new link.");
  const title = el("h1", {}, t("This link is no longer valid"));
  replace(main, el("section", { class: "refused" }, title, el("p", {}, newest), el("p", {}, unsent)));
}
