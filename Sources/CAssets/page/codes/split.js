// @ts-check
import { bdi, codeColor, confirmed, div, el, items, p, plural, say, scrollBox, t } from "../analysis/kit.js";
import { quotesByHand, source, words } from "../analysis/quote.js";
import { askName, pathIn } from "./edits.js";
import { propose } from "./steps.js";

/** Moves the quotes that the user ticks to a new code beside the present one. Returns the path of the new code, or null. */
export async function splitCode({ path, name: code, parent }) {
  const quotes = await quotesByHand(path);
  if (quotes.length === 0) return say(t("{code} has no codings by hand to split.", { code }));
  const ids = await tick(code, quotes);
  if (!ids) return null;
  const moved = plural(ids.length, "{n} coding gets the new code.", "{n} codings get the new code.");
  const given = await askName(t("New code from {code}", { code }), t("Next"), { content: moved });
  if (!given) return null;
  const names = { title: t("Split {code}?", { code }), action: t("Split"), done: t("Split {code}: {moved}", { code, moved }) };
  return (await propose({ edit: "split", code: path, to: given.id, ids }, names)) ? pathIn(parent, given.id) : null;
}

/** Lets the user tick quotes, and returns their ids, or null. */
async function tick(code, quotes) {
  const boxes = quotes.map(({ id }, index) => el("input", { type: "checkbox", value: id, autofocus: index === 0 }));
  const ticked = () => boxes.filter((box) => box.checked).map((box) => box.value);
  const count = el("p", { role: "status" });
  const draw = () => (count.textContent = t("Ticked: {n} of {all}", { n: ticked().length, all: boxes.length }));
  draw();
  const rows = quotes.map((quote, index) => {
    const shown = div("", words(quote, codeColor(quote.code)), source(quote), p("source", bdi(quote.coder)));
    return el("label", {}, boxes[index], shown);
  });
  const list = el("div", { onchange: draw }, items("ticks", rows));
  const title = t("Split {code}: tick the quotes of the new code", { code });
  const isReady = () => ticked().length > 0;
  const goesOn = await confirmed(title, [count, scrollBox(t("Quotes"), list)], t("Next"), { name: "wide", isReady });
  return goesOn ? ticked() : null;
}
