// The command menu: everything behind the button, or what begins as written.

import { $, make } from "./dom.js";

let all = [];
let choose = () => {};
let chosen = -1;

/** Prepare the menu; a chosen command is handed over. */
export function start(onChoose) {
  choose = onChoose;
  $("menu").addEventListener("click", () => ($("commands").hidden ? open() : close()));
  $("commands").addEventListener("mousedown", (event) => event.preventDefault());
  $("commands").addEventListener("click", (event) => {
    const option = event.target.closest(".command");
    if (option) take(option.dataset.command);
  });
}

/** Set the commands there are. */
export function setCommands(commands) {
  all = commands;
  $("menu").hidden = all.length === 0;
}

/** Show what begins with the text, while it is a command being written. */
export function filter(text) {
  if (!/^\/\w*$/.test(text)) return close();
  list(all.filter(({ command }) => command.startsWith(text.slice(1))));
}

/** Close the menu. */
export function close() {
  $("commands").hidden = true;
  $("menu").setAttribute("aria-expanded", "false");
  $("text").removeAttribute("aria-activedescendant");
  chosen = -1;
}

/** Let a key act on the open menu; returns whether it did. */
export function pick(event) {
  const options = [...$("commands").children];
  if ($("commands").hidden) return false;
  if (event.key === "Escape") close();
  else if (event.key === "ArrowDown") mark(options, (chosen + 1) % options.length);
  else if (event.key === "ArrowUp") mark(options, (chosen + options.length) % (options.length + 1) - 1);
  else if (event.key === "Tab" && !event.shiftKey) complete(options);
  else if (event.key === "Enter" && chosen >= 0) take(options[chosen].dataset.command);
  else return false;
  return true;
}

function open() {
  list(all);
  $("text").focus();
}

function list(commands) {
  if (!commands.length) return close();
  $("commands").replaceChildren(...commands.map(option));
  $("commands").hidden = false;
  $("menu").setAttribute("aria-expanded", "true");
  chosen = -1;
}

function option({ command, description }, index) {
  const element = make("div", { className: "command", role: "option", id: `command-${index}` });
  element.dataset.command = `/${command}`;
  element.setAttribute("aria-selected", "false");
  element.append(make("b", {}, `/${command}`), make("span", {}, description));
  return element;
}

function mark(options, index) {
  chosen = index;
  options.forEach((one, at) => one.setAttribute("aria-selected", String(at === index)));
  options[index]?.scrollIntoView({ block: "nearest" });
  $("text").setAttribute("aria-activedescendant", options[index]?.id ?? "");
}

function complete(options) {
  $("text").value = `${(options[chosen] ?? options[0]).dataset.command} `;
  close();
}

function take(command) {
  $("text").value = "";
  close();
  choose(command);
}
