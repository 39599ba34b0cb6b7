// @ts-check
import { choose, codeAt, codeColor, codeName, keep, kept, pickCode, say, session, signal, t } from "../core/index.js";

export const digits = [..."123456789"];

/** Changes whenever a pin does. */
export const pinChanges = signal(0);

/** Returns the name in the browser's storage, which is another one for each study and coder. */
const pinsName = () => `pins ${session.study.get().commandName} ${session.me.get()}`;

/**
 * Returns the codes by their digits. Free digits go to the first codes that have none, and stay with them, so that a new
 * code moves no other one to another key.
 */
export function pins() {
  const before = kept(pinsName(), {});
  const pinned = Object.fromEntries(Object.entries(before).filter(([, path]) => codeAt(path)));
  const paths = Object.values(pinned);
  const others = session.codebook.get().codes.filter(({ codable, path }) => codable && !paths.includes(path));
  for (const digit of digits) {
    const path = pinned[digit] ?? others.shift()?.path;
    if (path) pinned[digit] = path;
  }
  if (session.study.get().name && JSON.stringify(pinned) !== JSON.stringify(before)) keep(pinsName(), pinned);
  return pinned;
}

/** Gives the code the digit, and no other one. */
export function pin(path, digit) {
  const others = Object.entries(pins()).filter(([key, other]) => key !== digit && other !== path);
  keep(pinsName(), Object.fromEntries([...others, [digit, path]]));
  pinChanges.update((count) => count + 1);
  say(t("{code} is on the key {digit}.", { code: codeName(path), digit }));
}

/** Lets the user choose a code and its digit. */
export async function choosePin() {
  const picked = await pickCode({ title: t("Code to pin to a digit") });
  if (!picked) return;
  const current = pins();
  const rowOf = (digit) => {
    const path = current[digit];
    return { value: digit, label: digit, detail: path ? codeName(path) : t("free"), color: path && codeColor(path) };
  };
  const digit = await choose({
    title: t("Key for {code}", { code: codeName(picked.path) }),
    choices: (query) => digits.filter((one) => query === "" || one === query.trim()).map(rowOf),
  });
  if (digit) pin(picked.path, digit);
}
