// One message as an element.

import { make } from "./dom.js";

const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const SOUNDS = { voice: "Voice message", video_note: "Round video", audio: "Recording" };
const META = { plain: 48, edited: 94 };
const BLOCKS = ["PRE", "BLOCKQUOTE", "P", "DIV"];

/** Build a message; its buttons and links are found by their data attributes. */
export function bubble(message) {
  const element = make("article", { className: "message", tabIndex: -1 });
  element.id = `message-${message.id}`;
  element.dataset.id = message.id;
  element.classList.toggle("mine", message.mine);
  element.classList.toggle("has-keys", message.keyboard.length > 0);
  element.setAttribute("aria-label", message.mine ? "You" : "Bot");
  element.append(content(message), ...(message.keyboard.length ? [keyboard(message)] : []));
  return element;
}

function content(message) {
  const box = make("div", { className: "bubble" });
  if (message.forwarded) box.append(make("div", { className: "origin" }, `Forwarded from ${message.forwarded}`));
  if (message.reply) box.append(answered(message.reply));
  if (message.media) box.append(media(message.media));
  const words = make("div", { className: "words", dir: "auto" });
  words.innerHTML = message.html; // the server has escaped all that came from people
  words.classList.toggle("ends-in-block", BLOCKS.includes(words.lastChild?.tagName));
  words.style.setProperty("--meta", `${message.edited ? META.edited : META.plain}px`);
  box.append(words, meta(message));
  return box;
}

function meta(message) {
  const at = new Date(message.at);
  const time = make("time", { dateTime: message.at }, at.toLocaleTimeString([], CLOCK));
  return make("span", { className: "meta" }, message.edited ? "edited " : "", time);
}

function answered(reply) {
  const button = make("button", { type: "button", className: "answered" });
  button.dataset.jump = reply.id;
  button.append(make("b", {}, reply.mine ? "You" : reply.name), make("span", { dir: "auto" }, reply.text));
  return button;
}

function media(file) {
  if (file.kind === "photo") {
    const { url, width, height } = file;
    const link = make("a", { className: "photo", href: url, target: "_blank", rel: "noopener" });
    link.append(make("img", { src: url, alt: "Photo", width, height }));
    return link;
  }
  if (file.kind === "sticker") return make("div", { className: "sticker" }, file.emoji);
  if (file.kind in SOUNDS) return documentLink(file, "♪", `${SOUNDS[file.kind]}, ${file.duration ?? 0} s`);
  return documentLink(file, "↓", file.name);
}

function documentLink(file, sign, title) {
  const link = make("a", { className: "document", href: file.url, download: file.name });
  const about = make("span", {}, make("b", {}, title), make("small", {}, size(file.size)));
  link.append(make("span", { "aria-hidden": "true" }, sign), about);
  return link;
}

function size(bytes) {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function keyboard(message) {
  const rows = message.keyboard.map((row, y) => {
    return make("div", { className: "row" }, ...row.map((button, x) => key(button, y, x)));
  });
  return make("div", { className: "keys", role: "group", "aria-label": "Buttons" }, ...rows);
}

function key(button, row, column) {
  const element = make("button", { type: "button", className: "key", title: button.label }, button.label);
  Object.assign(element.dataset, { row, column, kind: button.kind, value: button.value });
  if (button.style) element.dataset.style = button.style;
  return element;
}
