// @ts-check
import { signal } from "./store.js";
import { t } from "./words.js";

const tokenName = `tema-token-${location.host}`;
/** Whether the server refused the token: the page must be opened by a newer link. */
export const isRefused = signal(false);

/** Moves the token from the URL to the browser's storage, so that it is in no history or bookmark. */
export function takeToken() {
  const token = new URLSearchParams(location.hash.slice(1)).get("token");
  if (token === null) return false;
  history.replaceState(null, "", location.pathname);
  localStorage.setItem(tokenName, token);
  return true;
}

/** Throws what the server says is wrong, with the status, which is 0 without an answer. */
export async function request(method, path, body, headers) {
  const token = `Bearer ${localStorage.getItem(tokenName) ?? ""}`;
  const all = { Authorization: token, "Content-Type": "application/json", ...headers };
  const response = await fetch(`/api/v1${path}`, { method, headers: all, body: JSON.stringify(body) }).catch(() => null);
  if (response?.ok) return response;
  const status = response?.status ?? 0;
  if (status === 401) isRefused.set(true);
  const what = status ? `HTTP ${status}` : t("The server does not answer.");
  throw Object.assign(new Error(what), { what, ...(await response?.json().catch(() => ({}))), status });
}

export const send = async (...call) => (await request(...call)).json();
export const pathOf = (parts, query) => `/${parts.map(encodeURIComponent).join("/")}${queryOf(query)}`;

/** Leaves out values that are null or empty. */
export function queryOf(values = {}) {
  const given = Object.entries(values).filter(([, value]) => (value ?? "") !== "");
  return given.length > 0 ? `?${new URLSearchParams(given)}` : "";
}

export const api = {
  get: (path) => send("GET", path),
  put: (path, body) => send("PUT", path, body),
  post: (path, body, headers) => send("POST", path, body, headers),
  /** Returns a `data:` URL of the SVG, which runs no script in an image. */
  image: async (path) => `data:image/svg+xml,${encodeURIComponent(await (await request("GET", path)).text())}`,
  async file(path) {
    const response = await request("GET", path);
    const [, name = "tema"] = /filename="?([^";]+)/.exec(response.headers.get("Content-Disposition") ?? "") ?? [];
    return { blob: await response.blob(), name };
  },
};
