// @ts-check
/**
 * A value whose changes can be watched.
 * @template T
 * @typedef {object} Signal
 * @property {() => T} get
 * @property {(value: T) => void} set Watchers are called if the value differs from the one before.
 * @property {(change: (value: T) => T) => void} update
 * @property {(watcher: (value: T) => void) => () => void} subscribe Calls the watcher on each change, not at once. Returns a function that stops it.
 */

/**
 * Returns a signal that holds the value.
 * @template T
 * @param {T} value
 * @returns {Signal<T>}
 */
export function signal(value) {
    /** @type {Set<(value: T) => void>} */
    const watchers = new Set();
    /** @param {T} next */
    const set = (next) => {
        if (Object.is(value, next)) return;
        value = next;
        for (const watcher of [...watchers]) watcher(value);
    };
    return {
        get: () => value,
        set,
        update: (change) => set(change(value)),
        subscribe(watcher) {
            watchers.add(watcher);
            return () => watchers.delete(watcher);
        },
    };
}

/**
 * Returns a function that runs the work once, `pause` milliseconds after its last call.
 * @param {() => void} work
 * @param {number} pause
 */
export function debounced(work, pause) {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    return () => {
        clearTimeout(timer);
        timer = setTimeout(work, pause);
    };
}

/**
 * Returns the value kept in the browser under the name, or the fallback.
 * @template T
 * @param {string} name
 * @param {T} fallback
 * @returns {T}
 */
export function kept(name, fallback) {
    try {
        return JSON.parse(localStorage.getItem(`tema-${name}`) ?? "null") ?? fallback;
    } catch {
        return fallback;
    }
}

/**
 * Keeps the value in the browser. A full or forbidden storage is not an error: the value holds until the page closes.
 * @param {string} name
 * @param {unknown} value
 */
export function keep(name, value) {
    try {
        localStorage.setItem(`tema-${name}`, JSON.stringify(value));
    } catch {
        return;
    }
}
