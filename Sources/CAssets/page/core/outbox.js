// @ts-check
import { isRefused, send } from "./api.js";
import { fail } from "./status.js";
import { keep, kept, signal, wait } from "./store.js";

const queue = [];
export const waiting = signal(0);

const tab = crypto.randomUUID();
let prefix = "";
let serial = 0;
let isSending = false;

// Takes up the writes that closed tabs left in this browser. The lock that each open tab holds shows which still send their own.
export async function openOutbox(study, coder) {
  prefix = `outbox ${JSON.stringify([study, coder])} `;
  navigator.locks?.request(tab, () => new Promise(() => {}));
  const locks = await navigator.locks?.query();
  const open = locks?.held?.map(({ name }) => name) ?? [];
  const keys = Object.keys(localStorage).map((name) => name.replace(/^tema-/, "")).filter((key) => key.startsWith(prefix));
  const left = keys.filter((key) => !open.includes(key.slice(prefix.length).split(" ")[1]));
  add(...left.sort().map((key) => ({ ...kept(key, {}), key })));
}

export const outbox = {
  // Sends a write after all before it; until then it is kept in the browser. A refusal (4xx) is shown and rejects, so that the
  // caller takes its mark back.
  send(method, path, body) {
    serial = Math.max(Date.now(), serial + 1);
    const key = `${prefix}${serial} ${tab}`;
    keep(key, { method, path, body });
    return new Promise((resolve, reject) => add({ key, method, path, body, resolve, reject }));
  },

  unsent: () => queue,
  async settled() {
    while (waiting.get() > 0) await wait(20);
  },
};

function add(...entries) {
  queue.push(...entries);
  waiting.set(queue.length);
  void sendAll();
}

async function sendAll() {
  if (isSending) return;
  isSending = true;
  while (queue.length > 0 && !isRefused.get()) {
    const { method, path, body, resolve, reject } = queue[0];
    try {
      const answer = await send(method, path, body);
      dropFirst();
      resolve?.(answer);
    } catch (/** @type {any} */ problem) {
      if (isRefusal(problem.status)) {
        dropFirst();
        fail(problem);
        reject?.(problem);
      } else if (!isRefused.get()) {
        await wait(1000);
      }
    }
  }
  isSending = false;
}

const isRefusal = (status) => status >= 400 && status < 500 && ![401, 408, 423, 429].includes(status);

function dropFirst() {
  localStorage.removeItem(`tema-${queue.shift().key}`);
  waiting.set(queue.length);
}
