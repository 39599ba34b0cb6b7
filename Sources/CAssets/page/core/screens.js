// @ts-check
import "../analysis/indonesian.js";
import "../read/indonesian.js";
import { screen as codes } from "../codes/screen.js";
import { screen as compare } from "../compare/screen.js";
import { screen as history } from "../history/screen.js";
import { screen as numbers } from "../numbers/screen.js";
import { screen as quotes } from "../quotes/screen.js";
import { screen as read } from "../read/screen.js";
import { screen as search } from "../search/screen.js";

/**
 * A screen of the page. `show` is called with the same root each time, so that it can keep what it drew.
 * @typedef {object} Screen
 * @property {string} id its name in the URL
 * @property {string} name in the user's language
 * @property {string} [key] shows it, with Alt
 * @property {boolean} [isHidden] whether it has no tab
 * @property {(root: HTMLElement, params: Record<string, string>) => unknown} show
 * @property {() => void} [hide]
 */

/**

 * The screens, in the order of their tabs.

 * @type {Screen[]}

 */
export const screens = [
    read, codes, quotes, search, compare, numbers, history,
];
