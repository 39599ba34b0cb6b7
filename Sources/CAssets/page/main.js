// @ts-check
import { isRefused, takeToken } from "./core/api.js";
import { command } from "./core/commands.js";
import { el, replace } from "./core/elements.js";
import { listen } from "./core/events.js";
import { header } from "./core/header.js";
import { openOutbox } from "./core/outbox.js";
import { currentRoute, go } from "./core/route.js";
import { screens } from "./core/screens.js";
import { loadSession, session } from "./core/session.js";
import { addPageCommands } from "./core/settings.js";
import { fail, statusBar } from "./core/status.js";
import { t } from "./core/words.js";

takeToken();
// A newer link that is opened in the same tab changes only the fragment.
window.addEventListener("hashchange", () => {
    if (takeToken()) location.reload();
});

const main = el("main", { id: "main" });
/** @type {Map<string, HTMLElement>} */
const roots = new Map();
/**
 * The place of the window on each screen.
 * @type {Map<string, number>}
 */
const scrolls = new Map();
/** @type {import("./core/screens.js").Screen | null} */
let shown = null;

async function start() {
    document.body.append(el("a", { class: "skip", href: "#main", onclick: skip }, t("Go to the content")), header(), main, statusBar());
    isRefused.subscribe(showRefusal);
    addPageCommands();
    for (const screen of screens) addScreenCommand(screen);
    await loadSession();
    const study = session.study.get();
    void listen(study.action);
    await openOutbox(study.commandName, study.coder);
    window.addEventListener("hashchange", showScreen);
    showScreen();
}

/** Shows the screen that the URL names. */
function showScreen() {
    const { screen: id, params } = currentRoute();
    const screen = screens.find((one) => one.id === id) ?? screens[0];
    if (shown && shown !== screen) {
        scrolls.set(shown.id, window.scrollY);
        shown.hide?.();
    }
    const root = rootOf(screen);
    for (const other of roots.values()) other.hidden = other !== root;
    for (const tab of document.querySelectorAll("nav.tabs a")) {
        if (tab.getAttribute("data-screen") === screen.id) tab.setAttribute("aria-current", "page");
        else tab.removeAttribute("aria-current");
    }
    if (shown !== screen) window.scrollTo({ top: scrolls.get(screen.id) ?? 0, behavior: /** @type {any} */ ("instant") });
    shown = screen;
    Promise.resolve()
        .then(() => screen.show(root, params))
        .catch(fail);
}

/** @param {import("./core/screens.js").Screen} screen */
function rootOf(screen) {
    const root = roots.get(screen.id) ?? el("section", { class: `screen ${screen.id}`, "aria-label": screen.name });
    if (!roots.has(screen.id)) {
        roots.set(screen.id, root);
        main.append(root);
    }
    return root;
}

/** @param {import("./core/screens.js").Screen} screen */
function addScreenCommand(screen) {
    if (screen.isHidden) return;
    const keys = screen.key ? [`Alt-${screen.key}`] : [];
    command({ id: `screen.${screen.id}`, name: t("Show {screen}", { screen: screen.name }), keys, screens: null, run: () => go(screen.id) });
}

/** @param {Event} event */
function skip(event) {
    event.preventDefault();
    const target = main.querySelector("section:not([hidden]) [tabindex], section:not([hidden]) a, section:not([hidden]) button");
    if (target instanceof HTMLElement) target.focus();
}

function showRefusal() {
    replace(
        main,
        el(
            "section",
            { class: "refused" },
            el("h1", {}, t("This link is no longer valid")),
            el("p", {}, t("Tema makes a new link each time it starts. Open the newest one, which it printed when it started.")),
            el("p", {}, t("What you coded and was not yet sent stays in this browser. It is sent as soon as you open the new link.")),
        ),
    );
}

start().catch(fail);
