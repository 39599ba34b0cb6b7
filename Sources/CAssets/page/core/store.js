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

export function keptSignal(name, fallback) {
  const one = signal(kept(name, fallback));
  one.subscribe((value) => keep(name, value));
  return one;
}

export const kept = (name, fallback) => JSON.parse(localStorage.getItem(`tema-${name}`) ?? "null") ?? fallback;

/** Keeps the value in the browser. If the storage is full, it holds until the page closes. */
export function keep(name, value) {
  try {
    localStorage.setItem(`tema-${name}`, JSON.stringify(value));
  } catch {}
}

export const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export function debounced(work, pause) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, pause);
  };
}

export function framed(work) {
  let isWaiting = false;
  const run = () => {
    isWaiting = false;
    work();
  };
  return () => {
    if (!isWaiting) requestAnimationFrame(run);
    isWaiting = true;
  };
}
