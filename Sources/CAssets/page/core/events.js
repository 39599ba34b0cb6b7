// @ts-check
import { isRefused, request } from "./api.js";
import { signal, wait } from "./store.js";

const listeners = [];
/** A server that is alive sends something every 15 s. */
const silence = 40_000;
export const connection = signal(/** @type {"live" | "lost" | "ended"} */ ("live"));
/** @type {(listener: (event: StudyEvent) => void) => unknown} */
export const onEvent = (listener) => listeners.push(listener);

/** Listens to the study from the action on, for as long as the page is open. */
export async function listen(action) {
  let last = action;
  let pause = 500;
  for (;;) {
    const heard = (number) => {
      last = Math.max(last, number);
      pause = 500;
    };
    await stream(last, heard).catch(() => {});
    if (isRefused.get()) return;
    if (connection.get() === "live") connection.set("lost");
    await wait(pause);
    pause = Math.min(pause * 2, 10_000);
  }
}

/** Announces the events after the action `since` until the stream ends. */
async function stream(since, heard) {
  const abort = new AbortController();
  let watchdog = setTimeout(() => abort.abort(), silence);
  const { body } = await request("GET", `/events?since=${since}`, undefined, {}, abort.signal);
  if (!body) return;
  connection.set("live");
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = "";
  for (;;) {
    const { done, value } = await reader.read();
    clearTimeout(watchdog);
    if (done) return;
    watchdog = setTimeout(() => abort.abort(), silence);
    const messages = (buffer + value).split(/\r?\n\r?\n/);
    buffer = messages.pop() ?? "";
    for (const message of messages) announce(message, heard);
  }
}

/** Tells the listeners of one message of the stream, which is no event if it is only a comment. */
function announce(message, heard) {
  const fields = [...message.matchAll(/^(event|id|data):(.*)$/gm)].map(([, name, value]) => [name, value.trim()]);
  const { event: kind = "action", id = 0, data = "" } = Object.fromEntries(fields);
  heard(Number(id) || 0);
  const isAction = kind !== "reset" && kind !== "end";
  if (isAction && !data) return;
  if (kind === "end") connection.set("ended");
  const event = isAction ? { ...JSON.parse(data), kind: "action" } : { kind };
  for (const listener of listeners) listener(event);
}
