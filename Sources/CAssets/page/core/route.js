// @ts-check
/** A place in the page: `#/read/DOCUMENT?at=10-20` is the screen `read` with `{id: "DOCUMENT", at: "10-20"}`. */
/** @typedef {{screen: string, params: Record<string, string>}} Route */

/**
 * Returns the place that the URL names.
 * @returns {Route}
 */
export function currentRoute() {
    const [path, query] = location.hash.replace(/^#\/?/, "").split("?", 2);
    const [screen, id] = path.split("/", 2).map(decodeURIComponent);
    const params = Object.fromEntries(new URLSearchParams(query ?? ""));
    return { screen: screen || "read", params: id ? { ...params, id } : params };
}

/**
 * Returns the fragment of a place.
 * @param {string} screen
 * @param {Record<string, string | number | null | undefined>} [params] `id` becomes part of the path
 */
export function linkTo(screen, params = {}) {
    const { id, ...rest } = params;
    const pairs = Object.entries(rest).filter(([, value]) => value !== null && value !== undefined && value !== "");
    const query = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
    return `#/${screen}${id ? `/${encodeURIComponent(id)}` : ""}${query ? `?${query}` : ""}`;
}

/**
 * Shows a screen.
 * @param {string} screen
 * @param {Record<string, string | number | null | undefined>} [params]
 */
export function go(screen, params = {}) {
    const hash = linkTo(screen, params);
    if (location.hash === hash) window.dispatchEvent(new HashChangeEvent("hashchange"));
    else location.hash = hash;
}
