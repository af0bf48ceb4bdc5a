// Notes that pass, alerts and questions.

import { $ } from "./dom.js";

const SHOWN = 3500;
let timer;

/** Show a note for a few seconds. */
export function show(text) {
  const note = $("note");
  clearTimeout(timer);
  note.textContent = text;
  note.classList.add("shown");
  timer = setTimeout(() => note.classList.remove("shown"), SHOWN);
}

/** Show an alert until it is read. */
export function alertWith(text) {
  return ask(text, { yes: "OK", no: "" });
}

/** Ask something; resolves to whether the answer was yes. */
export function ask(text, { yes, no = "Cancel" }) {
  const dialog = $("dialog");
  $("dialog-text").textContent = text;
  $("dialog-yes").textContent = yes;
  $("dialog-no").textContent = no;
  $("dialog-no").hidden = !no;
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
  });
}
