// The bar: the bot's time, who one is, blocking, and starting over.

import { act, post } from "./api.js";
import { $, make } from "./dom.js";
import { ask } from "./notes.js";

const TIME = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const SECOND = "Second tester";
let state;
let ahead = 0;
let timer;

/** Prepare the bar; a person to become is handed over. */
export function start(shared, become) {
  state = shared;
  $("more").addEventListener("click", () => toggle());
  $("morning").addEventListener("click", morning);
  $("block").addEventListener("click", toggleBlock);
  $("over").addEventListener("click", startOver);
  $("people").addEventListener("click", async (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    toggle(false);
    const id = button.dataset.id ?? (await post("people", { first_name: SECOND })).id;
    become(Number(id));
  });
  document.addEventListener("pointerdown", (event) => {
    if (!event.target.closest("#bar, #more, dialog")) toggle(false);
  });
  document.addEventListener("keydown", escape);
}

/** Show what is known about the time and the people. */
export function update(about) {
  ahead = new Date(about.now) - Date.now();
  tick();
  $("block").textContent = about.person.blocked ? "Unblock the bot" : "Block the bot";
  const people = about.people.slice(0, 4).map((one) => person(one, one.id === about.person.id));
  if (people.length < 2) people.push(make("button", { type: "button" }, "Another"));
  $("people").replaceChildren(...people);
}

function person({ id, name }, isCurrent) {
  const button = make("button", { type: "button" }, name);
  button.dataset.id = id;
  button.setAttribute("aria-pressed", String(isCurrent));
  return button;
}

function tick() {
  const now = new Date(Date.now() + ahead);
  $("clock").textContent = now.toLocaleString("en-GB", TIME);
  $("clock").dateTime = now.toISOString();
  clearTimeout(timer);
  timer = setTimeout(tick, 60_000 - (now % 60_000));
}

function toggle(open = !$("bar").classList.contains("open")) {
  $("bar").classList.toggle("open", open);
  $("more").setAttribute("aria-expanded", String(open));
  if (open) $("morning").focus();
}

function escape(event) {
  if (event.key !== "Escape" || !$("bar").classList.contains("open")) return;
  toggle(false);
  $("more").focus();
}

async function morning() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  toggle(false);
  await post("next-morning", { person: state.person, zone });
}

async function toggleBlock() {
  toggle(false);
  await act(state.person, state.blocked ? "unblocks" : "blocks");
}

async function startOver() {
  toggle(false);
  const sure = await ask("Forget everybody and everything that was said?", { yes: "Start over" });
  if (sure) await post("start-over");
}
