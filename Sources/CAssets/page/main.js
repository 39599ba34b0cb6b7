// @ts-check
/// <reference path="core/types.d.ts" />
import { loadWords } from "./core/words.js";

// The modules name their labels as they load, so the words come first.
loadWords().finally(() => import("./core/page.js"));
