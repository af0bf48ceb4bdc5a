// The messages on the page: put in place, changed, taken away, and scrolled.

import { bubble } from "./bubble.js";
import { $, make } from "./dom.js";

const DAY = { weekday: "long", day: "numeric", month: "long" };
const NEAR = 80;

const shown = new Map();
let unread = 0;
let pinned = true; // to the end, until the person scrolls up

/** Return a message by its id. */
export const message = (id) => shown.get(Number(id));

/** Return the newest own message that has text, if any. */
export const lastOwn = () => [...shown.values()].filter((one) => one.mine && one.text).at(-1);

/** Return whether there is nothing to see. */
export const isEmpty = () => shown.size === 0;

/** Show a whole chat; what has not changed stays as it is. */
export function showAll(messages) {
  const ids = new Set(messages.map((one) => one.id));
  [...shown.keys()].filter((id) => !ids.has(id)).forEach(remove);
  messages.filter((one) => shown.get(one.id)?.change !== one.change).forEach(place);
  toEnd();
}

/** Show a message that is new or has changed. */
export function put(one) {
  const follow = pinned;
  const isNew = !shown.has(one.id);
  place(one);
  if (isNew) $(`message-${one.id}`).querySelector(".bubble").classList.add("new");
  if (follow || one.mine) toEnd();
  else if (isNew) count(unread + 1);
}

/** Take a message away. */
export function remove(id) {
  shown.delete(id);
  $(`message-${id}`)?.remove();
  arrange();
}

/** Take everything away. */
export function clear() {
  shown.clear();
  $("log").replaceChildren();
  count(0);
}

/** Scroll to the newest message. */
export function toEnd() {
  $("scroll").scrollTop = $("scroll").scrollHeight;
  pinned = true;
  count(0);
}

/** Show or hide the way down, as the person scrolls. */
export function scrolled() {
  pinned = nearEnd();
  if (pinned) count(0);
  $("down").hidden = pinned;
}

/** Stay at the end when something becomes larger or smaller. */
export function resized() {
  if (pinned) toEnd();
}

/** Move the focus to another message; returns false at the end of the chat. */
export function moveFocus(step) {
  const all = [...$("log").querySelectorAll(".message")];
  const at = all.indexOf(document.activeElement.closest(".message"));
  const next = all[at < 0 ? all.length - 1 : at + step];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
  return Boolean(next);
}

function place(one) {
  shown.set(one.id, one);
  const fresh = bubble(one);
  const old = $(`message-${one.id}`);
  if (old) exchange(old, fresh);
  else $("log").append(fresh);
  rightToLeft(fresh);
  arrange();
}

/** Keep the focus where it was when a message changes under it. */
function exchange(old, fresh) {
  const held = old.contains(document.activeElement) ? document.activeElement : null;
  const key = held?.dataset?.row === undefined ? null : `[data-row="${held.dataset.row}"][data-column="${held.dataset.column}"]`;
  old.replaceWith(fresh);
  if (held) (key && fresh.querySelector(key) || fresh).focus({ preventScroll: true });
}

/** The time stands on the right, where a right-to-left line begins: give it a line of its own. */
function rightToLeft(element) {
  const words = element.querySelector(".words");
  if (getComputedStyle(words).direction === "rtl") words.classList.add("ends-in-block");
}

/** Put days between messages and let those of one side follow closely. */
function arrange() {
  const log = $("log");
  log.querySelectorAll(".day").forEach((day) => day.remove());
  let before = null;
  for (const [id, one] of shown) {
    const element = $(`message-${id}`);
    const day = new Date(one.at).toDateString();
    const newDay = day !== (before && new Date(before.at).toDateString());
    if (newDay) element.before(make("div", { className: "day" }, new Date(one.at).toLocaleDateString("en-GB", DAY)));
    element.classList.toggle("follows", !newDay && before.mine === one.mine);
    before = one;
  }
}

function nearEnd() {
  const { scrollTop, scrollHeight, clientHeight } = $("scroll");
  return scrollHeight - scrollTop - clientHeight < NEAR;
}

function count(number) {
  unread = number;
  $("unread").textContent = number;
  $("unread").hidden = number === 0;
  $("down").hidden = number === 0 && nearEnd();
}
