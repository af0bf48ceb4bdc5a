// The page: joins its parts and lets what happens reach them.

import { act, listen, post } from "./api.js";
import * as bar from "./bar.js";
import * as commands from "./commands.js";
import * as context from "./context.js";
import { $ } from "./dom.js";
import * as log from "./log.js";
import { alertWith, show } from "./notes.js";
import * as writer from "./writer.js";

const FIRST = "Tester";
const ACTION_LASTS = 5000;
const BUTTON_WAITS = 15_000;
const ACTIONS = { typing: "typing…", upload_photo: "sending a photo…", upload_document: "sending a file…" };

/** Who acts, and what the parts need to know of the bot. */
const state = { person: 0, name: "", blocked: false, bot: { name: "Sandbox" } };
const waiting = new Map();
let stop = () => {};
let idle;

const handlers = { about, action, answer, chat, cleared, gone, lost, message };

function about(news) {
  const { bot, person } = news;
  Object.assign(state, { bot, name: person.name, blocked: person.blocked });
  document.title = bot.name;
  $("bot-name").textContent = bot.name;
  $("face").textContent = [...bot.name][0] ?? "";
  $("description").textContent = bot.description || "This bot has not described itself yet.";
  $("start").hidden = person.started || person.blocked;
  $("unblock").hidden = !person.blocked;
  $("writer").hidden = !person.started || person.blocked;
  if (document.activeElement === document.body && matchMedia("(pointer: fine)").matches) $("text").focus();
  commands.setCommands(bot.commands);
  bar.update(news);
  rest();
}

function chat(messages) {
  log.showAll(messages);
  $("empty").hidden = !log.isEmpty();
}

function message(one) {
  log.put(one);
  $("empty").hidden = true;
  if (!one.mine) rest();
}

function gone({ id }) {
  log.remove(id);
}

function action(news) {
  $("status").textContent = ACTIONS[news.action] ?? "busy…";
  $("status").classList.add("busy");
  clearTimeout(idle);
  idle = setTimeout(rest, ACTION_LASTS);
}

function rest() {
  clearTimeout(idle);
  $("status").textContent = "bot";
  $("status").classList.remove("busy");
}

function lost() {
  $("status").textContent = "connecting…";
}

function answer({ id, text, alert }) {
  release(id);
  if (text && alert) alertWith(text);
  else if (text) show(text);
}

async function cleared() {
  log.clear();
  history.replaceState(null, "", "/");
  await become((await post("people", { first_name: FIRST })).id);
}

/** Look at the chat of another person. */
async function become(person) {
  stop();
  log.clear();
  state.person = person;
  history.replaceState(null, "", `?person=${person}`);
  stop = listen(person, handlers);
}

function tapped(event) {
  const { target } = event;
  const key = target.closest(".key");
  const spoiler = target.closest(".spoiler:not(.open)");
  const said = target.closest("[data-say]");
  const jump = target.closest("[data-jump]");
  const quote = target.closest(".expandable");
  if (key) press(key);
  else if (spoiler) reveal(spoiler);
  else if (said) writer.say(said.dataset.say);
  else if (jump) $(`message-${jump.dataset.jump}`)?.scrollIntoView({ block: "center" });
  else if (quote) quote.classList.toggle("open");
}

function reveal(spoiler) {
  const all = spoiler.closest(".words").querySelectorAll(".spoiler");
  all.forEach((one) => {
    one.classList.add("open");
    one.setAttribute("aria-pressed", "true");
  });
}

async function press(key) {
  const { row, column, kind, value } = key.dataset;
  if (kind === "copy_text") return context.copy(value);
  if (kind === "url") return open(value.includes("://") ? value : `http://${value}`, "_blank", "noopener");
  if (kind !== "callback_data") return show("The sandbox does not open such buttons.");
  key.classList.add("waiting");
  const id = key.closest(".message").dataset.id;
  const query = await act(state.person, "presses", { message: id, row, column });
  if (!query) return key.classList.remove("waiting");
  const timer = setTimeout(() => release(query.id), BUTTON_WAITS);
  if (answered.delete(query.id)) key.classList.remove("waiting");
  else waiting.set(query.id, { key, timer });
}

/** Answers may overtake the response to the tap itself. */
const answered = new Set();

function release(id) {
  const { key, timer } = waiting.get(id) ?? {};
  if (!key) return answered.add(id);
  clearTimeout(timer);
  key.classList.remove("waiting");
  waiting.delete(id);
}

function keyed(event) {
  const element = event.target.closest(".message");
  const widget = event.target.closest("button, a");
  if (["Enter", " "].includes(event.key) && event.target.matches(".spoiler, .expandable")) tapped(event);
  else if (["Enter", "ContextMenu"].includes(event.key) && element && !widget) context.open(element);
  else if (event.key === "F10" && event.shiftKey && element) context.open(element);
  else if (event.key === "ArrowUp") log.moveFocus(-1);
  else if (event.key === "ArrowDown") log.moveFocus(1) || $("text").focus();
  else return;
  event.preventDefault();
}

async function firstPerson() {
  const asked = Number(new URLSearchParams(location.search).get("person"));
  if (asked && (await fetch(`/sandbox/people/${asked}/messages`)).ok) return asked;
  return (await post("people", { first_name: FIRST }))?.id;
}

commands.start(writer.say);
writer.start(state);
context.start(state);
bar.start(state, become);
$("log").addEventListener("click", tapped);
$("log").addEventListener("keydown", keyed);
$("scroll").addEventListener("scroll", log.scrolled, { passive: true });
$("down").addEventListener("click", log.toEnd);
$("start").addEventListener("click", () => writer.say("/start"));
$("unblock").addEventListener("click", () => act(state.person, "unblocks"));
const sizes = new ResizeObserver(log.resized);
["scroll", "log"].forEach((id) => sizes.observe($(id)));
await become(await firstPerson());
