// @ts-check
import { api, pathOf } from "../core/api.js";
import { ask } from "../core/dialog.js";
import { el } from "../core/elements.js";
import { say } from "../core/status.js";
import { t } from "../core/words.js";

const formats = /** @type {[string, string][]} */ ([
    ["docx", "Word (docx)"], ["xlsx", "Excel (xlsx)"], ["csv", "CSV"], ["html", "HTML"],
]);

/**
 * Asks for a format, and saves the quotes of the filter in a file.
 * @param {Record<string, string>} filter
 */
export async function exportQuotes({ with: _, ...filter }) {
    const radios = formats.map(([value]) => el("input", { type: "radio", name: "format", value, checked: value === "docx" }));
    const answer = await ask({
        title: t("Export the quotes"),
        content: el("fieldset", {}, el("legend", {}, t("Format")), formats.map(([, name], index) => el("label", { class: "inline" }, radios[index], " ", name))),
        buttons: [{ label: t("Cancel"), value: "" }, { label: t("Export"), value: "go", isPrimary: true }],
    });
    if (answer !== "go") return;
    const format = radios.find((radio) => radio.checked)?.value ?? "csv";
    const { blob, name } = await api.file(pathOf(["export", "quotes"], { format, ...filter }));
    const url = URL.createObjectURL(blob);
    el("a", { href: url, download: name.includes(".") ? name : `quotes.${format}` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    say(t("Saved {file}.", { file: name }));
}
