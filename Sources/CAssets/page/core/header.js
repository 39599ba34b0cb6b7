// @ts-check
import { isRefused } from "./api.js";
import { runCommand } from "./commands.js";
import { el, replace } from "./elements.js";
import { connection } from "./events.js";
import { isStuck, waiting } from "./outbox.js";
import { linkTo } from "./route.js";
import { screens } from "./screens.js";
import { session } from "./session.js";
import { plural, t } from "./words.js";

/** Returns the head of the page: the study, the screens, the coder, whether all is saved, and the coder's progress. */
export function header() {
    const title = el("strong", { class: "study" });
    const coder = el("span", { class: "coder" });
    const saved = el("span", { class: "saved", role: "status" });
    const progress = el("span", { class: "progress", title: t("Passages that you coded, and those of documents that you marked as done") });
    const tabs = screens.filter((screen) => !screen.isHidden).map((screen) =>
        el("a", { href: linkTo(screen.id), "data-screen": screen.id }, screen.name),
    );
    const draw = () => {
        const { name, coder: me } = session.study.get();
        title.textContent = name;
        coder.textContent = me;
        document.title = name ? `${name} · Tema` : "Tema";
        replace(saved, savedState());
        saved.classList.toggle("trouble", isStuck.get() || connection.get() !== "live" || isRefused.get());
        progress.textContent = t("{n} %", { n: percentDone() });
    };
    for (const watched of [session.study, session.documents, waiting, isStuck, connection, isRefused]) {
        /** @type {import("./store.js").Signal<any>} */ (watched).subscribe(draw);
    }
    draw();
    return el(
        "header",
        { class: "top" },
        title,
        el("nav", { class: "tabs", "aria-label": t("Screens") }, tabs),
        el("span", { class: "gap" }),
        coder,
        saved,
        progress,
        el("button", { class: "quiet", "aria-label": t("Actions and keys"), title: t("Actions and keys"), onclick: () => runCommand("page.palette") }, "⌘"),
        el("button", { class: "quiet", "aria-label": t("Settings"), title: t("Settings"), onclick: () => runCommand("page.settings") }, "⚙"),
    );
}

function savedState() {
    if (isRefused.get()) return "";
    const count = waiting.get();
    if (count > 0) return plural(count, "{n} waiting", "{n} waiting");
    if (connection.get() === "ended") return t("Tema has ended");
    return connection.get() === "lost" ? t("no connection") : t("saved");
}

/** Returns the coder's share of the passages to code, in percent. */
function percentDone() {
    const me = session.me.get();
    const mine = session.documents.get().filter((row) => row.assigned.length === 0 || row.assigned.includes(me));
    const all = mine.reduce((sum, row) => sum + row.toCode, 0);
    const done = mine.reduce((sum, row) => sum + (row.done.includes(me) ? row.toCode : Math.min(row.coded, row.toCode)), 0);
    return all === 0 ? 0 : Math.floor((100 * done) / all);
}
