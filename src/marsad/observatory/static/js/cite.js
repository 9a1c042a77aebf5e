// Copying a citation: its address gets the host that serves it.

for (const cited of document.querySelectorAll(".citation p[data-address]")) {
  const { address } = cited.dataset;
  const words = cited.textContent;
  const at = words.lastIndexOf(address);
  if (at >= 0) cited.textContent = words.slice(0, at) + location.origin + words.slice(at);
}

function select(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}

async function copy(element) {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(element.textContent);
      return true;
    } catch {
      // Not allowed: the older way may be.
    }
  }
  select(element);
  return document.execCommand("copy");
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const told = button.closest(".cite").querySelector("[role=status]");
    const done = await copy(document.getElementById(button.dataset.copy));
    told.textContent = "";
    setTimeout(() => { told.textContent = done ? told.dataset.copied : told.dataset.failed; }, 50);
  });
}
