// The input line: writing, answering, editing, sending files.

import { act, upload } from "./api.js";
import { close, filter, pick } from "./commands.js";
import { $ } from "./dom.js";
import { lastOwn } from "./log.js";

const TALLEST = 168;
let state;
let quoted = null; // { message, verb: "reply" or "edit" }

/** Prepare the input line; the state tells who writes. */
export function start(shared) {
  state = shared;
  const text = $("text");
  $("writer").addEventListener("submit", submit);
  text.addEventListener("input", changed);
  text.addEventListener("keydown", pressed);
  text.addEventListener("paste", (event) => sendAll(event, event.clipboardData.files));
  $("attach").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", () => send($("file").files));
  $("quote-drop").addEventListener("click", drop);
  $("phone").addEventListener("dragover", (event) => event.preventDefault());
  $("phone").addEventListener("drop", (event) => sendAll(event, event.dataTransfer.files));
  changed();
}

/** Say something for the person, as a tap on a command does. */
export function say(text) {
  close();
  return act(state.person, "says", { text });
}

/** Answer a message, or edit an own one. */
export function quote(message, verb) {
  quoted = { message, verb };
  $("quote-name").textContent = verb === "edit" ? "Edit message" : message.mine ? "You" : state.bot.name;
  $("quote-text").textContent = message.text || message.media?.name || "";
  $("quote").hidden = false;
  if (verb === "edit") $("text").value = message.text;
  $("text").focus();
  changed();
}

function drop() {
  if (quoted?.verb === "edit") $("text").value = "";
  quoted = null;
  $("quote").hidden = true;
  changed();
}

async function submit(event) {
  event.preventDefault();
  const text = $("text").value;
  if (!text.trim()) return;
  const { message, verb } = quoted ?? {};
  $("text").value = "";
  drop();
  close();
  if (verb === "edit") await act(state.person, "edits", { message: message.id, text });
  else await act(state.person, "says", { text, reply_to: message?.id });
}

function changed() {
  const text = $("text");
  text.style.height = "auto";
  text.style.height = `${Math.min(text.scrollHeight, TALLEST)}px`;
  $("send").disabled = !text.value.trim();
  filter(text.value);
}

function pressed(event) {
  if (event.isComposing) return;
  if (pick(event)) event.preventDefault();
  else if (event.key === "Enter" && !event.shiftKey) submit(event);
  else if (event.key === "Escape") drop();
  else if (event.key === "ArrowUp" && !$("text").value) editLast(event);
}

function editLast(event) {
  const message = lastOwn();
  if (!message) return;
  event.preventDefault();
  quote(message, "edit");
}

function sendAll(event, files) {
  if (!files.length) return;
  event.preventDefault();
  send(files);
}

async function send(files) {
  const caption = $("text").value.trim();
  const all = [...files];
  $("file").value = "";
  $("text").value = "";
  changed();
  for (const [index, file] of all.entries()) {
    const kind = file.type.startsWith("image/") ? "photo" : "document";
    await upload(state.person, file, { kind, caption: index ? "" : caption });
  }
}
