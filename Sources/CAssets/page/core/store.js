// @ts-check
/** @type {<T>(value: T) => Signal<T>} */
export function signal(value) {
  const watchers = [];
  return {
    get: () => value,
    set(next) {
      if (Object.is(value, next)) return;
      value = next;
      for (const watcher of watchers) watcher(value);
    },
    subscribe: (watcher) => watchers.push(watcher),
  };
}

export const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Returns a function that runs the work once, `pause` milliseconds after its last call. */
export function debounced(work, pause) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, pause);
  };
}

/** Returns a function that runs the work once, before the next frame. */
export function framed(work) {
  let frame = 0;
  return () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(work);
  };
}

/** Returns the value kept in the browser under the name, or the fallback. */
/** @type {<T>(name: string, fallback: T) => T} */
export function kept(name, fallback) {
  try {
    return JSON.parse(localStorage.getItem(`tema-${name}`) ?? "null") ?? fallback;
  } catch {
    return fallback;
  }
}

/** Keeps the value in the browser. A full or forbidden storage is not an error: the value holds until the page closes. */
export function keep(name, value) {
  try {
    localStorage.setItem(`tema-${name}`, JSON.stringify(value));
  } catch {}
}
