// @ts-check
import { isRefused, request } from "./api.js";
import { signal, wait } from "./store.js";

const listeners = [];
/** A server that is alive sends something every 15 s. */
const silence = 40_000;
/** @type {Signal<"live" | "lost" | "ended">} */
export const connection = signal("live");
/** @type {(listener: (event: StudyEvent) => void) => unknown} */
export const onEvent = (listener) => listeners.push(listener);

export async function listen(last) {
  while (!isRefused.get()) {
    try {
      for await (const message of messages(last)) last = Math.max(last, announce(message));
    } catch {}
    if (connection.get() === "live") connection.set("lost");
    await wait(1000);
  }
}

async function* messages(since) {
  const { body } = await request("GET", `/events?since=${since}`);
  const reader = /** @type {any} */ (body).pipeThrough(new TextDecoderStream()).getReader();
  connection.set("live");
  for (let buffer = ""; ; ) {
    const { done, value } = await Promise.race([reader.read(), wait(silence).then(() => ({ done: true, value: "" }))]);
    if (done) return void reader.cancel();
    const parts = (buffer + value).split(/\r?\n\r?\n/);
    buffer = parts.pop() ?? "";
    yield* parts;
  }
}

/** A message without data is only a comment. Returns the number of the action. */
function announce(message) {
  const fields = [...message.matchAll(/^(event|id|data):(.*)$/gm)].map(([, name, value]) => [name, value.trim()]);
  const { event: kind = "action", id = 0, data } = Object.fromEntries(fields);
  if (kind === "end") connection.set("ended");
  if (data) for (const listener of listeners) listener({ ...JSON.parse(data), kind });
  return Number(id) || 0;
}
