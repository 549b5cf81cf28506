// Home: files can be dropped, and how far they are read is shown while they are.
const jobs = document.getElementById("jobs");
const drop = document.querySelector(".drop");
const files = document.getElementById("files");
let busy = jobs?.querySelector(".job-reading, .job-waiting") !== null;

function element(name, text, kind) {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  made.textContent = text;
  return made;
}

function shown(job) {
  const box = element("div", "", `job job-${job.state}`);
  const line = element("p", "");
  const far = job.of === null ? job.doing : `${job.doing}, ${job.done} of ${job.of}`;
  line.append(element("strong", job.state), `: ${job.said || far} `, element("span", job.names.join(", ").slice(0, 120), "in"));
  box.append(line);
  if (job.state === "reading" && job.of) {
    const bar = document.createElement("progress");
    bar.max = job.of;
    bar.value = job.done;
    bar.setAttribute("aria-label", "Reading");
    box.append(bar);
  }
  const faults = [...job.refused.map((r) => `${r.name}: ${r.why}. ${r.remedy}`), ...job.left_out];
  if (faults.length) {
    const list = element("ul", "", "faults");
    faults.forEach((f) => list.append(element("li", f)));
    box.append(list);
  }
  return box;
}

async function look() {
  const answer = await fetch("/reading.json").catch(() => null);
  if (!answer?.ok) return;
  const told = await answer.json();
  jobs.replaceChildren(...told.map(shown));
  const still = told.some((j) => j.state === "reading" || j.state === "waiting");
  if (busy && !still) jobs.append(link());
  busy = still;
}

function link() {
  const made = element("a", "Show the record as it is now");
  made.href = "/";
  return made;
}

if (jobs) {
  if (busy) look();
  setInterval(() => { if (busy) look(); }, 600);
}
if (drop && files) {
  const stop = (event) => { event.preventDefault(); drop.classList.toggle("over", event.type === "dragover"); };
  ["dragover", "dragleave", "drop"].forEach((kind) => drop.addEventListener(kind, stop));
  drop.addEventListener("drop", (event) => {
    files.files = event.dataTransfer.files;
    if (files.files.length) document.getElementById("drop").requestSubmit();
  });
}
