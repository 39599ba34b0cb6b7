// @ts-check
export * from "./api.js";
export * from "./commands.js";
export * from "./dialog.js";
export * from "./elements.js";
export * from "./events.js";
export * from "./outbox.js";
export * from "./picker.js";
export * from "./route.js";
export * from "./session.js";
export * from "./status.js";
export * from "./store.js";
export * from "./tree.js";
export * from "./words.js";
