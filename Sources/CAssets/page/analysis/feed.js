// @ts-check
import { el, replace } from "../core/elements.js";
import { fail } from "../core/status.js";
import { t } from "../core/words.js";

/**
 * @template Item
 * @typedef {{items: Item[], next: string | number | null}} Page
 */
/**
 * @template Item
 * @typedef {object} FeedOptions
 * @property {string} label
 * @property {string} empty what is shown if there are no items
 * @property {(after: string | number | null) => Promise<Page<Item>>} fetch
 * @property {(item: Item, before: Item | undefined) => import("../core/elements.js").Child} draw
 *     the content of an item, which can have a heading if the item before it belongs to another group
 * @property {(item: Item) => void} [open] Enter
 */

/** How many items before the end the next page is fetched. */
const margin = 10;

/**
 * Returns a list that fetches its next page before the user reaches its end. The list has one tab stop: arrows, Home and
 * End move between the items, and Tab goes to the buttons of the item.
 * @template Item
 * @param {FeedOptions<Item>} options
 */
export function feed(options) {
    const list = el("div", { class: "feed" });
    const more = el("button", { class: "more", hidden: true, onclick: () => load() }, t("Load more"));
    const note = el("p", { class: "empty", hidden: true }, options.empty);
    /** @type {Item[]} */
    let items = [];
    /** @type {string | number | null} */
    let next = null;
    let current = 0;
    let isLoading = false;
    /** Answers of an earlier list are dropped. */
    let generation = 0;

    const watcher = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && load(), { rootMargin: "600px" });
    watcher.observe(more);

    /** @param {number} index */
    const card = (index) => {
        const place = { "aria-posinset": index + 1, "aria-setsize": next === null ? items.length : -1 };
        const article = el("article", place, options.draw(items[index], items[index - 1]));
        setTabIndex(article, -1);
        return article;
    };
    /** @param {number} index */
    const cardAt = (index) => /** @type {HTMLElement | undefined} */ (list.children[Math.max(0, Math.min(items.length - 1, index))]);
    /** @param {number} index */
    const mark = (index) => {
        setTabIndex(cardAt(current), -1);
        current = index;
        setTabIndex(cardAt(current), 0);
        if (current >= items.length - margin) load();
    };
    const load = async () => {
        if (isLoading || next === null) return;
        isLoading = true;
        const mine = generation;
        list.setAttribute("aria-busy", "true");
        try {
            const page = await options.fetch(next === "" ? null : next);
            if (mine !== generation) return;
            const from = items.length;
            items.push(...page.items);
            next = page.next;
            list.append(...page.items.map((_, index) => card(from + index)));
            more.hidden = next === null;
            note.hidden = items.length > 0;
            if (from > 0 || items.length === 0) return;
            list.setAttribute("role", "feed");
            list.setAttribute("aria-label", options.label);
            mark(0);
        } catch (problem) {
            if (mine === generation) fail(problem);
        } finally {
            if (mine === generation) isLoading = false;
            list.setAttribute("aria-busy", "false");
        }
    };
    list.addEventListener("focusin", (event) => {
        const article = /** @type {Element} */ (event.target).closest("article");
        const index = Number(article?.getAttribute("aria-posinset")) - 1;
        if (index >= 0 && index !== current) mark(index);
    });
    list.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
        if (event.key === "Enter" && event.target === cardAt(current)) {
            event.preventDefault();
            return options.open?.(items[current]);
        }
        const place = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: items.length - 1 }[event.key];
        if (place === undefined) return;
        event.preventDefault();
        cardAt(place)?.focus();
    });

    return {
        element: el("div", { class: "feed-frame" }, list, note, more),
        /** Returns the item with the focus or the last one that had it. */
        current: () => items[current],
        items: () => items,
        focus: () => cardAt(current)?.focus({ preventScroll: true }),
        /** @param {number} step */
        move: (step) => cardAt(current + step)?.focus(),
        /** Fetches the list again from its beginning. */
        async reload() {
            generation += 1;
            isLoading = false;
            items = [];
            current = 0;
            next = "";
            list.removeAttribute("role");
            list.removeAttribute("aria-label");
            replace(list);
            await load();
        },
        /**
         * Draws an item again after a change.
         * @param {Item} item
         */
        redraw(item) {
            const index = items.indexOf(item);
            if (index < 0) return;
            const hadFocus = cardAt(index)?.contains(document.activeElement);
            cardAt(index)?.replaceWith(card(index));
            mark(current);
            if (hadFocus) cardAt(index)?.focus();
        },
    };
}

/**
 * Puts an item and its controls in the order of Tab, or takes them out.
 * @param {HTMLElement | undefined} article
 * @param {number} tabIndex
 */
function setTabIndex(article, tabIndex) {
    if (!article) return;
    article.tabIndex = tabIndex;
    for (const control of article.querySelectorAll("a, button")) /** @type {HTMLElement} */ (control).tabIndex = tabIndex;
}
