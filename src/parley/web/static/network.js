// The network's slider: the picture of a year is fetched as it is moved, and the address says which.
const form = document.getElementById("network-form");
const year = form?.querySelector("input[name=year]");
const words = document.getElementById("year-words");
let asked = 0;

async function show() {
  const fields = new URLSearchParams([...new FormData(form)].filter(([, v]) => v));
  const address = `/network?${fields}`;
  const mine = ++asked;
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok || mine !== asked) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.getElementById("network").replaceWith(document.adoptNode(page.getElementById("network")));
  history.replaceState(null, "", address);
}

let soon = 0;
year?.addEventListener("input", () => {
  words.textContent = year.value;
  clearTimeout(soon);
  soon = setTimeout(show, 120);
});
