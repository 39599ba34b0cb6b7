// @ts-check
import { t } from "../core/words.js";

/** @type {import("../core/screens.js").Screen} */
export const screen = { id: "read", name: t("Read"), key: "1", show() {} };
