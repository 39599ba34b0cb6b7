// @ts-check
import { addActions, button, div, el, fail, note, onEvent, replace, session, status, t, undoActions } from "./kit.js";

/**
 * Returns the list of a screen, which fetches its next page before the user reaches its end. It has one tab stop: arrows, Home
 * and End move between the items, Tab goes to the buttons of the item, and Enter opens it. Nothing changes under the user's
 * hands: a line says that there is something newer, and a button and a key show it.
 * @param {FeedOptions} options
 */
export function feed({ screen, label, concerns, fetch, draw, open }) {
  const list = el("div", { class: "feed", role: "feed", "aria-label": label, onkeydown: onKey, onfocusin: onFocus });
  const more = button(t("Load more"), load, { hidden: true });
  const nothing = note(t("Nothing found"));
  const line = status("");
  let items = [];
  /** Where the next page begins: "" for the first, null after the last. */
  let next = /** @type {any} */ ("");
  let current = 0;
  let isStale = true;
  /** The list for which a page is being fetched. */
  let loading = null;

  const card = (index) => {
    const size = next === null ? items.length : -1;
    const article = el("article", { "aria-posinset": index + 1, "aria-setsize": size }, draw(items[index], items[index - 1]));
    setTabIndex(article, -1);
    return article;
  };
  const cardAt = (index) => /** @type {HTMLElement} */ (list.children[Math.max(0, Math.min(items.length - 1, index))]);
  const focusAt = (index) => cardAt(index)?.focus();
  const mark = (index) => {
    setTabIndex(cardAt(current), -1);
    current = index;
    setTabIndex(cardAt(current), 0);
  };
  async function load() {
    const mine = items;
    if (loading === mine || next === null) return;
    loading = mine;
    try {
      const page = await fetch(next || null);
      // An answer for an earlier list is dropped.
      if (mine !== items) return;
      const from = items.length;
      items.push(...page.items);
      next = page.next;
      list.append(...page.items.map((_, index) => card(from + index)));
      more.hidden = next === null;
      list.hidden = items.length === 0;
      nothing.hidden = !list.hidden;
      if (from === 0) mark(0);
    } finally {
      if (loading === mine) loading = null;
    }
  }
  /** Shows the list from its beginning. While the user chooses in a filter, the focus stays there. */
  async function reload() {
    items = [];
    current = 0;
    next = "";
    isStale = false;
    replace(line);
    replace(list);
    await load();
    focus();
  }
  const focus = () => document.activeElement?.closest(".filters") || cardAt(current)?.focus({ preventScroll: true });
  function onFocus({ target }) {
    const index = [...list.children].indexOf(target.closest("article"));
    if (index !== current) mark(index);
  }
  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const place = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: items.length - 1 }[event.key];
    if (place !== undefined) focusAt(place);
    else if (event.key === "Enter" && event.target === cardAt(current)) open?.(items[current]);
    else return;
    event.preventDefault();
  }

  new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && load().catch(fail), { rootMargin: "600px" }).observe(more);
  addActions(screen, [
    ["next", t("Next"), "j", () => focusAt(current + 1)],
    ["previous", t("Previous"), "k", () => focusAt(current - 1)],
    ["reload", t("Show what is new"), "n", reload],
    ...undoActions(reload),
  ]);
  onEvent((event) => {
    if (event.kind === "end" || (event.kind === "action" && !concerns(event))) return;
    isStale = true;
    const isOwn = event.kind === "action" && event.coder === session.me.get();
    if (!isOwn) replace(line, t("There is something new."), " ", button(t("Show what is new"), reload));
  });
  return {
    element: div("", line, list, nothing, more),
    /** Returns the item with the focus or the last one that had it. */
    current: () => items[current],
    focus,
    reload,
    show: (isOther) => (isOther || isStale ? reload() : focus()),
    redraw(item) {
      const index = items.indexOf(item);
      if (index < 0) return;
      cardAt(index).replaceWith(card(index));
      mark(current);
      focusAt(index);
    },
  };
}

/** Puts an item and its controls in the order of Tab, or takes them out. */
function setTabIndex(article, tabIndex) {
  for (const control of article ? [article, ...article.querySelectorAll("a, button")] : []) control.tabIndex = tabIndex;
}
