// @ts-check
import { addActions, button, div, el, fail, note, replace, status, t, undoActions } from "./kit.js";

/** How many items before the end the next page is fetched. */
const margin = 10;

/**
 * Returns the list of a screen, which fetches its next page before the user reaches its end. The list has one tab stop:
 * arrows, Home and End move between the items, Tab goes to the buttons of the item, and Enter opens it. `names` are those
 * of the actions for the next and the previous item. `draw` returns the content of an item, which can have a heading if
 * the item before it belongs to another group.
 */
export function feed({ screen, label, empty, names, fetch, draw, open }) {
  const list = el("div", { class: "feed", onkeydown: onKey, onfocusin: onFocus });
  const more = button(t("Load more"), load, { class: "more", hidden: true });
  const nothing = note(empty);
  let items = [];
  let next = null;
  let current = 0;
  let isLoading = false;
  /** Answers of an earlier list are dropped. */
  let generation = 0;
  new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && load(), { rootMargin: "600px" }).observe(more);
  addActions(screen, [["next", names[0], "j", () => focusAt(current + 1)], ["previous", names[1], "k", () => focusAt(current - 1)]]);

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
    if (current >= items.length - margin) load();
  };
  async function load() {
    if (isLoading || next === null) return;
    isLoading = true;
    const mine = generation;
    list.ariaBusy = "true";
    try {
      const page = await fetch(next || null);
      if (mine !== generation) return;
      const from = items.length;
      items.push(...page.items);
      next = page.next;
      list.append(...page.items.map((_, index) => card(from + index)));
      more.hidden = next === null;
      nothing.hidden = items.length > 0;
      if (from > 0 || items.length === 0) return;
      list.setAttribute("role", "feed");
      list.ariaLabel = label;
      mark(0);
    } catch (problem) {
      if (mine === generation) fail(problem);
    } finally {
      if (mine === generation) isLoading = false;
      list.ariaBusy = "false";
    }
  }
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

  return {
    element: div("", list, nothing, more),
    /** Returns the item with the focus or the last one that had it. */
    current: () => items[current],
    focus: () => cardAt(current)?.focus({ preventScroll: true }),
    /** Fetches the list again from its beginning. */
    async reload() {
      generation += 1;
      isLoading = false;
      items = [];
      current = 0;
      next = "";
      list.removeAttribute("role");
      list.ariaLabel = null;
      replace(list);
      await load();
    },
    /** Draws an item again after a change. */
    redraw(item) {
      const index = items.indexOf(item);
      if (index < 0) return;
      const hadFocus = cardAt(index).contains(document.activeElement);
      cardAt(index).replaceWith(card(index));
      mark(current);
      if (hadFocus) focusAt(index);
    },
  };
}

/**
 * Adds to a list a line that says that there is something newer, with a button and a key that show it, because nothing
 * changes under the user's hands. While the user chooses in a filter, the focus stays there.
 */
export function liveFeed(options) {
  const { screen, news, key } = options;
  const list = feed(options);
  const line = status("");
  let isStale = true;
  const focus = () => document.activeElement?.closest(".filters") || list.focus();
  const reload = async () => {
    isStale = false;
    replace(line);
    await list.reload();
    focus();
  };
  addActions(screen, [["reload", t("Show what is new"), key, reload], ...undoActions(reload)]);
  return {
    ...list,
    element: div("", line, list.element),
    reload,
    show: (isOther) => (isOther || isStale ? reload() : focus()),
    changed(isSaid) {
      isStale = true;
      if (isSaid && !line.firstChild) replace(line, news, " ", button(t("Show what is new"), reload));
    },
  };
}

/** Puts an item and its controls in the order of Tab, or takes them out. */
function setTabIndex(article, tabIndex) {
  for (const control of article ? [article, ...article.querySelectorAll("a, button")] : []) control.tabIndex = tabIndex;
}
