// A report: its marks and lines light up together; words that are selected go into the form for a new statement.
const text = document.getElementById("text");
const words = document.getElementById("words");
const at = document.getElementById("at");

function light() {
  document.querySelectorAll(".now").forEach((e) => e.classList.remove("now"));
  const id = decodeURIComponent(location.hash.slice(1));
  if (!id) return;
  const target = document.getElementById(id);
  if (!target) return;
  if (target.matches("span:empty")) target.nextElementSibling?.classList.add("now");
  else target.classList.add("now");
  document.getElementById(id.startsWith("ms-") ? id.slice(1) : `m${id}`)?.classList.add("now");
}

function offset(node, within) {
  const range = document.createRange();
  range.setStart(text, 0);
  range.setEnd(node, within);
  return clean(range).length;
}

function clean(range) {
  const part = range.cloneContents();
  part.querySelectorAll("sup").forEach((s) => s.remove());
  return part.textContent;
}

function selected() {
  const selection = document.getSelection();
  if (!words || !selection?.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.commonAncestorContainer)) return;
  const told = clean(range);
  if (!told.trim()) return;
  const before = told.length - told.trimStart().length;
  words.value = told.trim();
  const units = offset(range.startContainer, range.startOffset) + before;
  at.value = [...fullText().slice(0, units)].length;
  document.getElementById("adding").open = true;
}

function fullText() {
  const range = document.createRange();
  range.selectNodeContents(text);
  return clean(range);
}

function forms() {
  const chosen = document.querySelector("input[name=form]:checked")?.value;
  document.querySelectorAll(".of-form").forEach((f) => { f.hidden = f.dataset.form !== chosen; });
}

text?.addEventListener("mouseup", selected);
text?.addEventListener("keyup", selected);
document.querySelectorAll("input[name=form]").forEach((input) => input.addEventListener("change", forms));
window.addEventListener("hashchange", light);
forms();
light();
