// @ts-check
import { signal } from "./store.js";
import { t } from "./words.js";

const tokenName = `tema-token-${location.host}`;
/** Whether the server refused the token: the page is then of no use until it is opened by a newer link. */
export const isRefused = signal(false);

/** Why a request failed. The status is 0 if the server did not answer. `version` is that of a newer codebook. */
export class ApiProblem extends Error {
  constructor(status, { what = `HTTP ${status}`, where = null, suggestion = null, version = null }) {
    super(what);
    this.where = where;
    this.suggestion = suggestion;
    this.status = status;
    this.what = what;
    this.version = version;
  }
}

/** Moves the token from the URL to the browser's storage, so that it is in no history or bookmark. Returns whether there was one. */
export function takeToken() {
  const token = new URLSearchParams(location.hash.slice(1)).get("token");
  if (token === null) return false;
  history.replaceState(null, "", location.pathname);
  localStorage.setItem(tokenName, token);
  return true;
}

/** Sends a request to a path below `/api/v1`, with the token. Throws `ApiProblem` unless the server answers with success. */
export async function request(method, path, body, headers = {}, signal) {
  const token = `Bearer ${localStorage.getItem(tokenName) ?? ""}`;
  const all = { Authorization: token, ...(method !== "GET" && { "Content-Type": "application/json" }), ...headers };
  const response = await fetch(`/api/v1${path}`, { method, headers: all, body: JSON.stringify(body), signal }).catch((error) => {
    throw signal?.aborted ? error : new ApiProblem(0, { what: t("The server does not answer.") });
  });
  if (response.ok) return response;
  if (response.status === 401) isRefused.set(true);
  throw new ApiProblem(response.status, await response.json().catch(() => ({})));
}

/** Sends a request and returns the JSON of the answer, with its header ETag as `etag` if it has one. */
export async function send(method, path, body, headers) {
  const response = await request(method, path, body, headers);
  const etag = response.headers.get("ETag");
  return { ...(await response.json()), ...(etag && { etag }) };
}

export const pathOf = (parts, query) => `/${parts.map(encodeURIComponent).join("/")}${queryOf(query)}`;

/** Returns a query of the values that are neither null nor empty, with its `?`. */
export function queryOf(values = {}) {
  const given = Object.entries(values).filter(([, value]) => (value ?? "") !== "");
  return given.length > 0 ? `?${new URLSearchParams(given)}` : "";
}

export const api = {
  get: (path) => send("GET", path),
  put: (path, body, headers) => send("PUT", path, body, headers),
  post: (path, body, headers) => send("POST", path, body, headers),
  /** Returns the SVG at the path as a `data:` URL for an image, which runs no script and takes its style along. */
  image: async (path) => `data:image/svg+xml,${encodeURIComponent(await (await request("GET", path)).text())}`,
  /** Returns the file at the path with the name that the server gives it. */
  async file(path) {
    const response = await request("GET", path);
    const name = /filename="?([^";]+)/.exec(response.headers.get("Content-Disposition") ?? "")?.[1];
    return { blob: await response.blob(), name: name ?? "tema" };
  },
};
