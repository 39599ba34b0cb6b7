// @ts-check
import { isRefused, send } from "./api.js";
import { fail } from "./status.js";
import { keep, kept, signal, wait } from "./store.js";

/** The writes of this tab that the server has not yet acknowledged, in order. */
const queue = [];
export const waiting = signal(0);
/** Whether the last attempt failed, so that the user should know that the writes are only in the browser. */
export const isStuck = signal(false);

const tab = crypto.randomUUID();
let prefix = "";
let serial = 0;
let isSending = false;

// Takes up the writes that the coder left in this browser for this study, in closed tabs or before a reload. The lock that
// each open tab holds shows which tabs still send their own.
export async function openOutbox(study, coder) {
  prefix = `outbox ${JSON.stringify([study, coder])} `;
  navigator.locks?.request(tab, () => new Promise(() => {}));
  const locks = await navigator.locks?.query();
  const open = new Set(locks?.held?.map((lock) => lock.name));
  const keys = Object.keys(localStorage).map((name) => name.replace(/^tema-/, "")).filter((key) => key.startsWith(prefix));
  const left = keys.filter((key) => !open.has(key.slice(prefix.length).split(" ")[1]));
  for (const key of left.sort()) queue.push({ key, ...kept(key, { method: "GET", path: "/study" }) });
  waiting.set(queue.length);
  void sendAll();
}

export const outbox = {
  // Sends a write after all before it, and returns the answer. The write is kept in the browser until then. A refusal (4xx) is
  // shown and rejects, so that the caller takes its mark back.
  send(method, path, body) {
    serial += 1;
    const key = `${prefix}${String(Date.now()).padStart(15, "0")}${String(serial).padStart(6, "0")} ${tab}`;
    keep(key, { method, path, body });
    return new Promise((resolve, reject) => {
      queue.push({ key, method, path, body, resolve, reject });
      waiting.set(queue.length);
      void sendAll();
    });
  },

  unsent: () => queue,
  async settled() {
    while (waiting.get() > 0) await wait(20);
  },
};

/** Sends the queue in order, one write at a time, and waits longer after each failure. */
async function sendAll() {
  if (isSending) return;
  isSending = true;
  let pause = 250;
  while (queue.length > 0 && !isRefused.get()) {
    const [entry] = queue;
    try {
      const answer = await send(entry.method, entry.path, entry.body);
      finish(entry);
      entry.resolve?.(answer);
      pause = 250;
    } catch (/** @type {any} */ problem) {
      if (isRefusal(problem.status)) {
        finish(entry);
        fail(problem);
        entry.reject?.(problem);
      } else if (!isRefused.get()) {
        isStuck.set(true);
        await wait(pause);
        pause = Math.min(pause * 2, 15_000);
      }
    }
  }
  isSending = false;
}

const isRefusal = (status) => status >= 400 && status < 500 && ![401, 408, 423, 429].includes(status);

function finish(entry) {
  queue.shift();
  localStorage.removeItem(`tema-${entry.key}`);
  isStuck.set(false);
  waiting.set(queue.length);
}
