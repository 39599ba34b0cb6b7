// @ts-check
import { signal } from "./store.js";
import { t } from "./words.js";

const root = "/api/v1";
const tokenName = `tema-token-${location.host}`;

/** Whether the server refused the token: the page is then of no use until it is opened by a newer link. */
export const isRefused = signal(false);

/** Why a request failed. The status is 0 if the server did not answer. */
export class ApiProblem extends Error {
    /** @param {number} status @param {{what?: string, where?: string | null, suggestion?: string | null, version?: string}} body */
    constructor(status, body) {
        super(body.what ?? `HTTP ${status}`);
        this.status = status;
        this.what = this.message;
        this.where = body.where ?? null;
        this.suggestion = body.suggestion ?? null;
        this.version = body.version ?? null;
    }
}

/**
 * Moves the token from the URL to the browser's storage, so that it is in no history, bookmark or Referer. Returns whether
 * there was one.
 */
export function takeToken() {
    const fragment = new URLSearchParams(location.hash.slice(1));
    const token = fragment.get("token");
    if (token === null) return false;
    history.replaceState(null, "", location.pathname);
    localStorage.setItem(tokenName, token);
    return true;
}

/**
 * Sends a request with the token. Throws `ApiProblem` unless the server answers with success.
 * @param {string} method
 * @param {string} path below `/api/v1`
 * @param {unknown} [body] becomes JSON
 * @param {Record<string, string>} [headers]
 * @param {AbortSignal} [signal]
 * @returns {Promise<Response>}
 */
export async function request(method, path, body, headers = {}, signal) {
    const options = { method, headers: { Authorization: `Bearer ${localStorage.getItem(tokenName) ?? ""}`, ...headers }, signal };
    if (method !== "GET") {
        Object.assign(options.headers, { "Content-Type": "application/json" });
        if (body !== undefined) Object.assign(options, { body: JSON.stringify(body) });
    }
    const response = await fetch(root + path, options).catch((error) => {
        throw signal?.aborted ? error : new ApiProblem(0, { what: t("The server does not answer.") });
    });
    if (response.ok) return response;
    if (response.status === 401) isRefused.set(true);
    throw new ApiProblem(response.status, await response.json().catch(() => ({})));
}

/**
 * Returns the JSON of the answer, with its header ETag as `etag` if it has one.
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @param {Record<string, string>} [headers]
 * @returns {Promise<any>}
 */
async function json(method, path, body, headers) {
    const response = await request(method, path, body, headers);
    const answer = await response.json();
    const etag = response.headers.get("ETag");
    return etag === null ? answer : { ...answer, etag };
}

/**
 * Returns a path of the parts, each percent-encoded, with the values that are neither null nor empty as its query.
 * @param {string[]} parts
 * @param {Record<string, string | number | null | undefined>} [query]
 */
export function pathOf(parts, query = {}) {
    const pairs = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== "");
    const search = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
    return `/${parts.map(encodeURIComponent).join("/")}${search ? `?${search}` : ""}`;
}

/** The server's interface. Paths are below `/api/v1`. */
export const api = {
    /** @param {string} path */
    get: (path) => json("GET", path),
    /** @type {(path: string, body?: unknown, headers?: Record<string, string>) => Promise<any>} */
    put: (path, body, headers) => json("PUT", path, body, headers),
    /** @type {(path: string, body?: unknown, headers?: Record<string, string>) => Promise<any>} */
    patch: (path, body, headers) => json("PATCH", path, body, headers),
    /** @type {(path: string, body?: unknown, headers?: Record<string, string>) => Promise<any>} */
    post: (path, body, headers) => json("POST", path, body, headers),
    /** @type {(path: string, body?: unknown, headers?: Record<string, string>) => Promise<any>} */
    del: (path, body, headers) => json("DELETE", path, body, headers),

    /**
     * Returns the SVG at the path as a `data:` URL for an image, which runs no script and takes its style along.
     * @param {string} path
     */
    async image(path) {
        const text = await (await request("GET", path)).text();
        return `data:image/svg+xml,${encodeURIComponent(text)}`;
    },

    /**
     * Returns the file at the path with the name that the server gives it.
     * @param {string} path
     */
    async file(path) {
        const response = await request("GET", path);
        const name = /filename="?([^";]+)/.exec(response.headers.get("Content-Disposition") ?? "")?.[1];
        return { blob: await response.blob(), name: name ?? "tema" };
    },
};
