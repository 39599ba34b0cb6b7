// @ts-check
import { ApiProblem, request } from "./api.js";
import { signal } from "./store.js";

/** @typedef {import("./types.js").StudyAction} StudyAction */
/** @typedef {({kind: "action"} & StudyAction) | {kind: "reset"} | {kind: "end"}} StudyEvent */

/** @type {Set<(event: StudyEvent) => void>} */
const listeners = new Set();
/** A server that is alive sends something every 15 s. */
const silence = 40_000;

/**

 * Whether the page hears of changes.

 * @type {import("./store.js").Signal<"live" | "lost" | "ended">}

 */
export const connection = signal(/** @type {"live" | "lost" | "ended"} */ ("live"));

/**
 * Calls the listener with each event of the study: an action, `reset` (fetch all again) or `end` (the server ends).
 * @param {(event: StudyEvent) => void} listener
 * @returns {() => void} a function that stops it
 */
export function onEvent(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

/**
 * Listens to the study from the action on, for as long as the page is open.
 * @param {number} action
 */
export async function listen(action) {
    let last = action;
    let pause = 500;
    for (;;) {
        try {
            await stream(last, (number) => {
                last = Math.max(last, number);
                pause = 500;
            });
        } catch (error) {
            if (error instanceof ApiProblem && error.status === 401) return;
        }
        if (connection.get() === "live") connection.set("lost");
        await new Promise((resolve) => setTimeout(resolve, pause));
        pause = Math.min(pause * 2, 10_000);
    }
}

/** @param {number} since @param {(action: number) => void} heard */
async function stream(since, heard) {
    const abort = new AbortController();
    let watchdog = setTimeout(() => abort.abort(), silence);
    const response = await request("GET", `/events?since=${since}`, undefined, {}, abort.signal);
    if (!response.body) return;
    if (connection.get() !== "live") connection.set("live");
    const decoder = new TextDecoder();
    const reader = response.body.getReader();
    let buffer = "";
    for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        clearTimeout(watchdog);
        watchdog = setTimeout(() => abort.abort(), silence);
        buffer += decoder.decode(value, { stream: true });
        const messages = buffer.split(/\r?\n\r?\n/);
        buffer = messages.pop() ?? "";
        for (const message of messages) {
            const { event, number } = parse(message);
            heard(number);
            if (event) announce(event);
        }
    }
    clearTimeout(watchdog);
}

/** @param {StudyEvent} event */
function announce(event) {
    if (event.kind === "end") connection.set("ended");
    for (const listener of [...listeners]) listener(event);
}

/**
 * Returns the event of one message of the stream, which is null for a comment, and the action that it reaches.
 * @param {string} message
 * @returns {{event: StudyEvent | null, number: number}}
 */
function parse(message) {
    let kind = "action";
    let data = "";
    let number = 0;
    for (const line of message.split(/\r?\n/)) {
        if (line.startsWith("event:")) kind = line.slice(6).trim();
        if (line.startsWith("id:")) number = Number(line.slice(3)) || 0;
        if (line.startsWith("data:")) data += line.slice(5).trim();
    }
    if (kind === "reset" || kind === "end") return { event: { kind }, number };
    return { event: data ? { ...JSON.parse(data), kind: "action" } : null, number };
}
