// @ts-check
import { screen as codes } from "../codes/screen.js";
import { screen as compare } from "../compare/screen.js";
import { screen as history } from "../history/screen.js";
import { screen as numbers } from "../numbers/screen.js";
import { screen as quotes } from "../quotes/screen.js";
import { screen as read } from "../read/screen.js";
import { screen as search } from "../search/screen.js";

/**
 * A screen of the page: its name in the URL, its name for people, and the key that shows it, with Alt. `show` is called
 * with the same root each time, so that it can keep what it drew.
 * @typedef {{id: string, name: string, key?: string, show: (root: HTMLElement, params: Record<string, string>) => unknown,
 *   hide?: () => void}} Screen
 */

/**
 * The screens, in the order of their tabs.
 * @type {Screen[]}
 */
export const screens = [read, codes, quotes, search, compare, numbers, history];
