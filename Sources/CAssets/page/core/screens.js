// @ts-check
import { screen as codes } from "../codes/screen.js";
import { screen as compare } from "../compare/screen.js";
import { screen as history } from "../history/screen.js";
import { screen as numbers } from "../numbers/screen.js";
import { screen as quotes } from "../quotes/screen.js";
import { screen as read } from "../read/screen.js";
import { screen as search } from "../search/screen.js";

/** The screens, in the order of their tabs. */
/** @type {PageScreen[]} */
export const screens = [read, codes, quotes, search, compare, numbers, history];
