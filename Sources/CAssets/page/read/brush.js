// @ts-check
import { lastCode } from "../core/picker.js";
import { codeName } from "../core/session.js";
import { say } from "../core/status.js";
import { t } from "../core/words.js";

/** Whether each selection takes the code used last at once. */
export const brush = { isOn: false };

/** Switches the brush on or off. */
export function toggleBrush() {
    brush.isOn = !brush.isOn;
    document.documentElement.classList.toggle("brush", brush.isOn);
    const code = lastCode();
    if (!brush.isOn) say(t("The brush is off."));
    else say(code ? t("The brush is on: each selection is coded with {code}.", { code: codeName(code) }) : t("The brush is on. Choose its code."));
}
