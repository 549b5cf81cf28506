// Keys of every page: / searches, ? helps, g h and g r go. Nothing here is needed for reading.
const help = document.getElementById("help");
let going = false;

export function isTyping(target) {
  return target instanceof Element && target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null;
}

export function isPlain(event) {
  return !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
}

// On a phone the menu scrolls: the page that one is at is not to be out of its sight.
const here = document.querySelector(".menu a[aria-current]");
const menu = here?.closest(".menu");
if (menu && menu.scrollWidth > menu.clientWidth) menu.scrollLeft = here.offsetLeft - menu.offsetLeft - 40;

const places = { h: "/", r: "/review", c: "/claims", t: "/talks", l: "/timeline", n: "/network" };

document.addEventListener("keydown", (event) => {
  if (!isPlain(event) || isTyping(event.target)) return;
  if (going) {
    going = false;
    const to = places[event.key];
    if (to) {
      event.preventDefault();
      event.stopImmediatePropagation();
      location.assign(to);
    }
    return;
  }
  if (event.key === "/") {
    event.preventDefault();
    const find = document.getElementById("q");
    find?.focus();
    find?.select();
  } else if (event.key === "?") {
    event.preventDefault();
    help?.open ? help.close() : help?.showModal();
  } else if (event.key === "g") {
    going = true;
    event.stopImmediatePropagation();
    setTimeout(() => { going = false; }, 1200);
  }
});

export async function send(address, fields) {
  const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
  if (body instanceof FormData || body instanceof URLSearchParams) body.set("csrf", document.body.dataset.csrf);
  const answer = await fetch(address, { method: "POST", body, headers: { Accept: "application/json" } });
  const told = await answer.json().catch(() => ({ what: "the answer cannot be read", remedy: "Load the page anew." }));
  return { ok: answer.ok, status: answer.status, told };
}
