// @ts-check
import { loadWords } from "./core/words.js";

// The modules name their labels as they load, so the words come first.
loadWords().finally(() => import("./core/page.js"));
