// What can be done with one message: by long press, right click, or the keyboard.

import { act } from "./api.js";
import { $, make } from "./dom.js";
import { message as found } from "./log.js";
import { show } from "./notes.js";
import { quote } from "./writer.js";

const LONG = 480;
let state;
let origin = null;

/** Prepare the menu; the state tells who acts. */
export function start(shared) {
  state = shared;
  const log = $("log");
  let timer;
  log.addEventListener("contextmenu", (event) => {
    const element = event.target.closest(".message");
    if (!element || event.target.closest("a, .key")) return;
    event.preventDefault();
    open(element, event);
  });
  log.addEventListener("touchstart", (event) => {
    const element = event.target.closest(".message");
    const { clientX, clientY } = event.touches[0];
    if (element) timer = setTimeout(() => open(element, { clientX, clientY }), LONG);
  }, { passive: true });
  for (const end of ["touchend", "touchmove", "touchcancel"]) {
    log.addEventListener(end, () => clearTimeout(timer), { passive: true });
  }
  document.addEventListener("pointerdown", (event) => {
    if (!$("context").contains(event.target)) close();
  });
  $("context").addEventListener("keydown", move);
}

/** Open the menu at a place, or at the message itself. */
export function open(element, place = null) {
  const message = found(element.dataset.id);
  const box = $("context");
  origin = element;
  box.replaceChildren(...choices(message).map(item));
  box.hidden = false;
  const edge = element.getBoundingClientRect();
  const { clientX: x, clientY: y } = place?.clientX ? place : { clientX: edge.left + 20, clientY: edge.top + 20 };
  box.style.left = `${Math.min(x, innerWidth - box.offsetWidth - 8)}px`;
  box.style.top = `${Math.min(y, innerHeight - box.offsetHeight - 8)}px`;
  box.firstChild.focus();
}

function choices(message) {
  return [
    ["Reply", () => quote(message, "reply")],
    message.text && ["Copy text", () => copy(message.text)],
    message.mine && message.text && !message.media && ["Edit", () => quote(message, "edit")],
    message.text && ["Forward to the bot", () => forward(message)],
  ].filter(Boolean);
}

/** Put a text on the clipboard. */
export async function copy(text) {
  await navigator.clipboard.writeText(text);
  show("Copied to the clipboard");
}

function forward(message) {
  const writer = message.mine ? state.name : state.bot.name;
  return act(state.person, "forwards", { text: message.text, written_by: writer });
}

function item([label, action]) {
  const button = make("button", { type: "button", role: "menuitem" }, label);
  button.addEventListener("click", () => {
    close();
    action();
  });
  return button;
}

function move(event) {
  const items = [...$("context").children];
  const at = items.indexOf(document.activeElement);
  if (event.key === "ArrowDown") items[(at + 1) % items.length].focus();
  else if (event.key === "ArrowUp") items.at(at - 1).focus();
  else if (event.key === "Escape" || event.key === "Tab") {
    close();
    origin?.focus();
  } else return;
  event.preventDefault();
}

function close() {
  $("context").hidden = true;
}
