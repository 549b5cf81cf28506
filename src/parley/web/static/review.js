// Reviewing by keyboard, and together: what others decide is shown here within seconds, and nothing is decided over it unseen.
import { isPlain, isTyping, send } from "/static/keys.js";

const queue = document.getElementById("queue");
const list = () => [...document.querySelectorAll(".item")];
const waiting = () => list().filter((item) => !item.classList.contains("done"));
const news = document.getElementById("news");
const PATIENCE = 2500;
const actions = { a: "accept", r: "reject", u: "unsure" };
const words = { accept: "accepted", reject: "rejected", unsure: "unsure", correct: "corrected", undo: "taken back", merge: "merged", split: "split", add: "added" };
let seq = Number(queue?.dataset.seq ?? 0);
const mine = new Set();

function say(text, calm = false) {
  if (!news) return;
  news.textContent = text;
  news.classList.toggle("calm", calm);
}

function now() {
  return document.querySelector(".item.now") ?? null;
}

function go(item) {
  if (!item) return;
  now()?.classList.remove("now");
  item.classList.add("now");
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const items = list();
  const at = items.indexOf(now());
  go(items[at < 0 ? 0 : Math.min(Math.max(at + by, 0), items.length - 1)]);
}

function onward(item) {
  const items = list();
  const rest = items.slice(items.indexOf(item) + 1).find((i) => !i.classList.contains("done"));
  if (rest) return go(rest);
  const other = waiting()[0];
  if (other) return go(other);
  const more = document.querySelector(".pages a[rel=next]");
  if (queue && (more || list().length)) {
    say("All here are decided.", true);
    setTimeout(() => location.reload(), 700);
  }
}

function note(item, text, calm = false) {
  const place = item.querySelector(".news");
  place.textContent = text;
  place.classList.toggle("calm", calm);
}

function seen(item, number) {
  item.dataset.seen = number;
  item.querySelectorAll("input[name=seen]").forEach((input) => { input.value = number; });
  const box = item.querySelector("input[name=chosen]");
  if (box) box.value = `${item.dataset.id} ${number}`;
}

function decided(item, decision, own) {
  seen(item, decision.seq);
  item.classList.add("done", "human");
  item.classList.remove("unjudged");
  const mark = item.querySelector(".machine, .judged");
  if (mark) {
    mark.className = `judged judged-${words[decision.action] ?? decision.action}`;
    mark.textContent = `${words[decision.action] ?? decision.action} by ${decision.by}`;
  }
  if (!own) {
    item.classList.add("gone-by");
    note(item, `${decision.by} decided on this: ${words[decision.action] ?? decision.action}.`);
  }
}

async function fresh(item) {
  const answer = await fetch(`/review/item.json?id=${encodeURIComponent(item.dataset.id)}`);
  if (!answer.ok) return null;
  const told = await answer.json();
  const holder = new DOMParser().parseFromString(`<ol>${told.html}</ol>`, "text/html");
  const made = document.adoptNode(holder.querySelector(".item"));
  item.replaceWith(made);
  return made;
}

async function sent(item, address, fields) {
  item.classList.add("busy");
  const answer = await send(address, fields).catch(() => null);
  item.classList.remove("busy");
  if (!answer) {
    note(item, "The workbench does not answer. Nothing was decided; try again when it is back.");
    return null;
  }
  if (answer.status === 409) {
    const made = (await fresh(item)) ?? item;
    note(made, `${answer.told.what}. ${answer.told.remedy}`);
    go(made);
    return null;
  }
  if (!answer.ok) {
    note(item, `${answer.told.what}. ${answer.told.remedy}`);
    return null;
  }
  answer.told.decisions.forEach((d) => mine.add(d.seq));
  return answer.told;
}

async function decide(item, action) {
  const told = await sent(item, "/review/decide", { id: item.dataset.id, seen: item.dataset.seen, action });
  if (!told) return;
  decided(item, told.decisions.at(-1), true);
  note(item, `${words[action]}. z takes it back.`, true);
  if (queue) onward(item);
  else location.reload();
}

async function keep(form) {
  const item = form.closest(".item");
  const told = await sent(item, "/review/edit", new FormData(form));
  if (!told) return;
  const made = (await fresh(item)) ?? item;
  decided(made, { ...told.decisions.at(-1), action: "correct" }, true);
  note(made, "Kept as corrected. z takes it back.", true);
  if (queue) onward(made);
  else location.reload();
}

async function undo() {
  const answer = await send("/review/undo", {}).catch(() => null);
  if (!answer?.ok) return say(answer ? `${answer.told.what}. ${answer.told.remedy}` : "The workbench does not answer.");
  answer.told.decisions.forEach((d) => mine.add(d.seq));
  say(`Taken back: ${answer.told.undone.length === 1 ? "decision" : "decisions"} ${answer.told.undone.join(", ")}.`, true);
  let last = null;
  for (const item of list()) {
    const own = item.dataset.proposals.split(" ");
    if (answer.told.targets.some((t) => own.includes(t))) last = (await fresh(item)) ?? item;
  }
  if (last) go(last);
}

async function several(form, action) {
  const body = new FormData(form);
  body.set("action", action);
  const answer = await send("/review/several", body).catch(() => null);
  if (!answer?.ok) return say(answer ? `${answer.told.what}. ${answer.told.remedy}` : "The workbench does not answer.");
  answer.told.decisions.forEach((d) => mine.add(d.seq));
  for (const d of answer.told.decisions) {
    const item = list().find((i) => i.dataset.proposals.split(" ").includes(d.target));
    if (item) decided(item, d, true);
  }
  document.querySelectorAll("input[name=chosen]:checked").forEach((box) => { box.checked = false; });
  const left = answer.told.left.length;
  say(`${answer.told.decisions.length} ${words[action]}${left ? `; ${left} left, for others decided on them meanwhile` : ""}. z takes it back.`, !left);
}

async function listen() {
  if (!queue || document.hidden) return;
  const answer = await fetch(`/review/since.json?seq=${seq}`).catch(() => null);
  if (!answer?.ok) return;
  const told = await answer.json();
  seq = Math.max(seq, told.seq);
  for (const d of told.decisions) {
    if (mine.has(d.seq)) continue;
    const item = list().find((i) => i.dataset.proposals.split(" ").includes(d.target) && d.seq > Number(i.dataset.seen));
    if (!item) continue;
    if (d.action === "undo") {
      const made = await fresh(item);
      if (made) note(made, `${d.by} took a decision on this back.`);
    } else decided(item, d, false);
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches(".deciding")) {
    event.preventDefault();
    decide(form.closest(".item"), event.submitter.value);
  } else if (form.matches(".editing form")) {
    event.preventDefault();
    keep(form);
  } else if (form.id === "several") {
    event.preventDefault();
    several(form, event.submitter.value);
  } else if (form.id === "undoing") {
    event.preventDefault();
    undo();
  }
});

document.addEventListener("click", (event) => {
  const item = event.target.closest?.(".item");
  if (item && item !== now()) {
    now()?.classList.remove("now");
    item.classList.add("now");
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.closest?.(".editing")) {
    const item = event.target.closest(".item");
    item.querySelector(".editing").open = false;
    return go(item);
  }
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.closest?.(".editing form")) {
    event.preventDefault();
    return keep(event.target.closest("form"));
  }
  if (!isPlain(event) || isTyping(event.target) || document.querySelector("dialog[open]")) return;
  const item = now();
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "z") undo();
  else if (!item) return;
  else if (event.key in actions) decide(item, actions[event.key]);
  else if (event.key === "e") {
    const editing = item.querySelector(".editing");
    editing.open = true;
    editing.querySelector("select, input:not([type=hidden])")?.focus();
  } else if (event.key === "x") {
    const box = item.querySelector("input[name=chosen]");
    box.checked = !box.checked;
  } else if (event.key === "o") location.assign(item.querySelector(".to-report").href);
  else return;
  event.preventDefault();
});

const all = document.getElementById("choose-all");
if (all) {
  all.hidden = false;
  all.addEventListener("click", () => {
    const boxes = waiting().map((i) => i.querySelector("input[name=chosen]"));
    const on = boxes.some((b) => !b.checked);
    boxes.forEach((b) => { b.checked = on; });
  });
}
if (queue) {
  if (!location.hash) go(list()[0]);
  setInterval(listen, PATIENCE);
  document.addEventListener("visibilitychange", listen);
} else list()[0]?.classList.add("now");
window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
