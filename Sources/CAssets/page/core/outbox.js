// @ts-check
import { api, ApiProblem, isRefused } from "./api.js";
import { fail } from "./status.js";
import { signal } from "./store.js";

/**
 * A write that the server has not yet acknowledged.
 * @typedef {{method: "PUT" | "PATCH" | "DELETE" | "POST", path: string, body?: unknown}} Write
 * @typedef {Write & {key: string, resolve?: (answer: any) => void, reject?: (problem: ApiProblem) => void}} Entry
 */

/**

 * The writes of this tab, in order.

 * @type {Entry[]}

 */
const queue = [];
/** How many writes wait for the server. */
export const waiting = signal(0);
/** Whether the last attempt failed, so that the user should know that the writes are only in the browser. */
export const isStuck = signal(false);

const tab = crypto.randomUUID();
let prefix = "";
let serial = 0;
let isSending = false;

/**
 * Takes up the writes that the coder left in this browser for this study, in closed tabs or before a reload. The lock
 * that each open tab holds shows which tabs still send their own.
 * @param {string} study
 * @param {string} coder
 */
export async function openOutbox(study, coder) {
    prefix = `tema-outbox ${JSON.stringify([study, coder])} `;
    navigator.locks?.request(tab, () => new Promise(() => {}));
    const locks = await navigator.locks?.query();
    const open = new Set(locks?.held?.map((lock) => lock.name));
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    for (const key of keys.sort()) {
        if (open.has(key.slice(prefix.length).split(" ")[1])) continue;
        queue.push({ key, ...JSON.parse(localStorage.getItem(key) ?? "{}") });
    }
    waiting.set(queue.length);
    void sendAll();
}

export const outbox = {
    /**
     * Sends a write after all before it. The write is kept in the browser until the server answers. A refusal (4xx) is
     * shown and rejects, so that the caller takes its mark back.
     * @param {Write["method"]} method
     * @param {string} path
     * @param {unknown} [body]
     * @returns {Promise<any>} the server's answer
     */
    send(method, path, body) {
        serial += 1;
        const key = `${prefix}${String(Date.now()).padStart(15, "0")}${String(serial).padStart(6, "0")} ${tab}`;
        keepEntry(key, { method, path, body });
        return new Promise((resolve, reject) => {
            queue.push({ key, method, path, body, resolve, reject });
            waiting.set(queue.length);
            void sendAll();
        });
    },

    /** Returns the writes that wait, in order. */
    unsent: () => /** @type {Write[]} */ (queue),

    /** Returns when no write waits. */
    settled() {
        return new Promise((/** @type {(value: void) => void} */ resolve) => {
            if (waiting.get() === 0) return resolve();
            const stop = waiting.subscribe((count) => {
                if (count > 0) return;
                stop();
                resolve();
            });
        });
    },
};

/** @param {string} key @param {Write} write */
function keepEntry(key, write) {
    try {
        localStorage.setItem(key, JSON.stringify(write));
    } catch {
        return;
    }
}

/** Sends the queue in order, one write at a time, and waits longer after each failure. */
async function sendAll() {
    if (isSending) return;
    isSending = true;
    let pause = 250;
    while (queue.length > 0 && !isRefused.get()) {
        const entry = queue[0];
        try {
            const answer = await sendOne(entry);
            finish(entry);
            entry.resolve?.(answer);
            pause = 250;
        } catch (error) {
            const problem = error instanceof ApiProblem ? error : new ApiProblem(0, { what: String(error) });
            if (problem.status === 401) break;
            if (isLasting(problem.status)) {
                finish(entry);
                fail(problem);
                entry.reject?.(problem);
                continue;
            }
            isStuck.set(true);
            await new Promise((resolve) => setTimeout(resolve, pause));
            pause = Math.min(pause * 2, 15_000);
        }
    }
    isSending = false;
}

/** @param {Entry} entry */
function sendOne(entry) {
    if (entry.method === "DELETE") return api.del(entry.path);
    if (entry.method === "PATCH") return api.patch(entry.path, entry.body);
    return entry.method === "POST" ? api.post(entry.path, entry.body) : api.put(entry.path, entry.body);
}

/** @param {number} status */
function isLasting(status) {
    return status >= 400 && status < 500 && ![408, 423, 429].includes(status);
}

/** @param {Entry} entry */
function finish(entry) {
    queue.shift();
    localStorage.removeItem(entry.key);
    isStuck.set(false);
    waiting.set(queue.length);
}
