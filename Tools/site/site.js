"use strict";
// The page works without this script, but has no search then.
// It runs before the text is shown, so that the navigation does not move.

// The list of pages is closed on narrow screens, and always open on wide ones.
const wide = matchMedia("(min-width: 62rem)");
const setPages = () => { document.querySelector(".pages details").open = wide.matches; };
wide.addEventListener("change", setPages);
setPages();

// Boxes that scroll must be in the tab order, so that the arrow keys can scroll them.
function setBoxes() {
  for (const box of document.querySelectorAll("pre, .scroll")) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
}
addEventListener("load", setBoxes);
addEventListener("resize", setBoxes);

const form = document.querySelector("form[role=search]");
const input = document.getElementById("site-search");
const results = document.getElementById("site-results");
const [status, list] = results.children;
const shownResults = 20;
form.hidden = false;

// The index is loaded when the search is first used. A script can be loaded from a file, other data cannot.
function loadIndex() {
  if (document.getElementById("site-index")) return;
  const script = document.createElement("script");
  script.id = "site-index";
  script.src = "search-index.js";
  script.onload = search;
  document.head.append(script);
}

// Matches words that begin with the given word, or are equal to it.
function pattern(word, end = "") {
  return new RegExp("(?<![\\p{L}\\p{N}])" + word + end, "giu");
}

// The rank of a section: words in its heading count more than those in its text. It is 0 if a word is missing.
function rank(words, [, page, heading, text]) {
  let sum = 0;
  for (const word of words) {
    const any = pattern(word), exact = pattern(word, "(?![\\p{L}\\p{N}])");
    const found = 20 * (heading.search(any) >= 0) + 10 * (page.search(any) >= 0)
      + Math.min((text.match(any) ?? []).length, 5);
    if (!found) return 0;
    sum += found + 10 * (heading.search(exact) >= 0) + 5 * (page.search(exact) >= 0) + 2 * (text.search(exact) >= 0);
  }
  return sum + 10 * (words.length > 1 && text.search(pattern(words.join("[^\\p{L}\\p{N}]+"))) >= 0);
}

// The text around the first match, with all matches marked.
function snippet(words, text) {
  const any = pattern("(?:" + words.join("|") + ")");
  const first = Math.max(text.search(any), 0);
  const start = first < 60 ? 0 : text.indexOf(" ", first - 60) + 1;
  const end = text.length < start + 200 ? text.length : text.lastIndexOf(" ", start + 200);
  const part = text.slice(start, end);
  const paragraph = document.createElement("p");
  let done = 0;
  paragraph.append(start > 0 ? "… " : "");
  for (const match of part.matchAll(any)) {
    const mark = document.createElement("mark");
    mark.textContent = match[0];
    paragraph.append(part.slice(done, match.index), mark);
    done = match.index + match[0].length;
  }
  paragraph.append(part.slice(done), end < text.length ? " …" : "");
  return paragraph;
}

function search() {
  // Punctuation is ignored: co-occurrence also finds cooccurrence.
  const words = input.value.normalize("NFC").split(/\s+/u)
    .map((word) => (word.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join("[^\\p{L}\\p{N}]*")).filter(Boolean);
  results.hidden = words.length === 0 || typeof searchIndex === "undefined";
  if (results.hidden) return;
  const found = searchIndex.map((entry) => [rank(words, entry), entry]).filter(([value]) => value > 0);
  found.sort(([left], [right]) => right - left);
  const more = found.length > shownResults ? `. The first ${shownResults} are shown` : "";
  status.textContent = `${found.length} ${found.length === 1 ? "section" : "sections"}${more}.`;
  list.replaceChildren(...found.slice(0, shownResults).map(([, [address, page, heading, text]]) => {
    const item = document.createElement("li"), link = document.createElement("a");
    link.href = address;
    link.textContent = heading ? `${page} › ${heading}` : page;
    item.append(link, snippet(words, text));
    return item;
  }));
  results.scrollTop = 0;
}

function close() { results.hidden = true; }

input.addEventListener("focus", loadIndex);
input.addEventListener("input", search);
input.addEventListener("focus", search);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  list.querySelector("a")?.click();
});
list.addEventListener("click", (event) => { if (event.target.closest("a")) close(); });
document.addEventListener("click", (event) => { if (!form.contains(event.target)) close(); });

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/" && document.activeElement !== input) {
    event.preventDefault();
    input.focus();
    input.select();
  } else if (event.key === "Escape" && !results.hidden) {
    event.preventDefault();
    input.focus();
    close();
  } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && form.contains(document.activeElement)) {
    // The arrow keys move between the field and the results.
    const stops = [input, ...list.querySelectorAll("a")];
    const next = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    event.preventDefault();
    if (!results.hidden) stops[Math.min(Math.max(next, 0), stops.length - 1)].focus();
  }
});
