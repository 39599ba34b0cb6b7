// @ts-check
import { queryOf } from "./api.js";

/** `#/read/ID?at=10-20` is the screen `read` with `{id: "ID", at: "10-20"}`. */
export function currentRoute() {
  const [path, query = ""] = location.hash.replace(/^#\/?/, "").split("?", 2);
  const [screen, id] = path.split("/", 2).map(decodeURIComponent);
  return { screen: screen || "read", params: { ...Object.fromEntries(new URLSearchParams(query)), ...(id && { id }) } };
}

/** @type {(screen: string, params?: Record<string, any>) => string} */
export const linkTo = (screen, { id, ...rest } = {}) => `#/${screen}${id ? `/${encodeURIComponent(id)}` : ""}${queryOf(rest)}`;

export function go(screen, params = {}) {
  const hash = linkTo(screen, params);
  if (location.hash === hash) window.dispatchEvent(new HashChangeEvent("hashchange"));
  else location.hash = hash;
}
