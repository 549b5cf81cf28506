// What is still being worked out: the page is looked at again until it is there.
const PATIENCE = 1500;

async function look() {
  const answer = await fetch(location.href).catch(() => null);
  if (answer && answer.status !== 202) location.reload();
  else setTimeout(look, PATIENCE);
}

if (document.getElementById("again")) setTimeout(look, PATIENCE);
