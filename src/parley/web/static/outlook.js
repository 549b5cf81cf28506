// Sliders of an outlook: a first answer as they move, the whole one once they rest; the address says where they stand.
import { send } from "/static/keys.js";

const inputs = document.getElementById("inputs");
const yields = document.getElementById("yields");
const news = document.getElementById("outlook-news");
const saving = document.getElementById("saving");
let asked = 0;
let resting = 0;
let running = false;
let again = false;

function moved() {
  const found = {};
  inputs.querySelectorAll(".input").forEach((box) => {
    const [low, high] = [...box.querySelectorAll("input")].map((i) => Number(i.value));
    const [wasLow, wasHigh] = box.dataset.was.split("..").map(Number);
    const changed = low !== wasLow || high !== wasHigh;
    box.classList.toggle("changed", changed);
    if (changed) found[inputs.dataset.moved + box.dataset.label] = `${low}..${high}`;
  });
  return found;
}

function told(box) {
  const [low, high] = [...box.querySelectorAll("input")].map((i) => Number(i.value));
  box.querySelector("output").textContent = `${low} to ${high}`;
}

async function ask(whole) {
  const mine = ++asked;
  const fields = { name: inputs.dataset.name, whole: whole ? "yes" : "no", ...moved() };
  const answer = await send("/outlook/try", fields).catch(() => null);
  if (mine !== asked) return;
  if (!answer?.ok) {
    news.textContent = answer ? `${answer.told.what}. ${answer.told.remedy}` : "The workbench does not answer.";
    return;
  }
  news.textContent = "";
  const page = new DOMParser().parseFromString(answer.told.html, "text/html");
  yields.replaceChildren(...[...page.body.childNodes].map((n) => document.adoptNode(n)));
}

async function first() {
  if (running) { again = true; return; }
  running = true;
  await ask(false);
  running = false;
  if (again) { again = false; first(); }
}

function kept() {
  const beside = new URLSearchParams(location.search).get("beside");
  const query = new URLSearchParams({ ...(beside ? { beside } : {}), ...moved() });
  history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
  saving?.querySelectorAll(`input[name^="${inputs.dataset.moved}"]`).forEach((i) => i.remove());
  for (const [name, value] of Object.entries(moved())) {
    const made = document.createElement("input");
    Object.assign(made, { type: "hidden", name, value });
    saving?.append(made);
  }
}

inputs?.addEventListener("input", (event) => {
  const box = event.target.closest(".input");
  if (!box) return;
  const [low, high] = box.querySelectorAll("input");
  if (Number(low.value) > Number(high.value)) (event.target === low ? high : low).value = event.target.value;
  told(box);
  kept();
  first();
  clearTimeout(resting);
  resting = setTimeout(() => ask(true), 900);
});
inputs?.addEventListener("submit", (event) => event.preventDefault());
