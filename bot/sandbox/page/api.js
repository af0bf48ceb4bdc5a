// Talks to the sandbox: what the person does, and what happens.

import { show } from "./notes.js";

const KINDS = ["about", "chat", "message", "gone", "answer", "action", "cleared"];
const PAUSE = 1500;

/** Send JSON and return the answer; a refusal is shown and returned as undefined. */
export async function post(path, body = {}) {
  const headers = { "Content-Type": "application/json" };
  return answered(fetch(`/sandbox/${path}`, { method: "POST", headers, body: JSON.stringify(body) }));
}

/** Let a person do something. */
export function act(person, verb, body) {
  return post(`people/${person}/${verb}`, body);
}

/** Send a file. */
export function upload(person, file, { kind, caption }) {
  const form = new FormData();
  form.append("kind", kind);
  form.append("caption", caption);
  form.append("file", file);
  return answered(fetch(`/sandbox/people/${person}/sends`, { method: "POST", body: form }));
}

async function answered(request) {
  try {
    const response = await request;
    if (response.ok) return await response.json();
    show(await response.text());
  } catch {
    show("The sandbox does not answer. Is it still running?");
  }
  return undefined;
}

/** Hear of everything that happens to a person; returns a function that ends it. */
export function listen(person, handlers) {
  let source;
  let again;
  const open = () => {
    source = new EventSource(`/sandbox/people/${person}/events`);
    for (const kind of KINDS) {
      source.addEventListener(kind, (event) => handlers[kind](JSON.parse(event.data)));
    }
    source.onerror = () => {
      handlers.lost();
      source.close();
      again = setTimeout(open, PAUSE);
    };
  };
  open();
  return () => {
    clearTimeout(again);
    source.close();
  };
}
