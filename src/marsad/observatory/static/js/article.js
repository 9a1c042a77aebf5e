// What one can do with an article: choose which marks are shown, and go from a mark to its record and back.

const text = document.getElementById("text");
const marked = [...text.querySelectorAll("[data-records], .furniture")].map((mark) => [mark, [...mark.classList]]);
const boxes = [...document.querySelectorAll("#legend input")];

// The word of an event is shown by its status.
const BASE = { actual: "trigger", planned: "trigger", possible: "trigger", denied: "trigger" };

function show() {
  const hidden = new Set(boxes.filter((box) => !box.checked).map((box) => box.value));
  for (const [mark, classes] of marked) {
    const kept = classes.filter((name) => !hidden.has(name));
    const shown = kept.filter((name) => name !== "trigger" || kept.some((other) => BASE[other]));
    mark.className = shown.join(" ");
  }
  for (const tag of text.querySelectorAll(".tag")) tag.hidden = hidden.has(tag.dataset.of);
  light(false);
}

function record() {
  const id = decodeURIComponent(location.hash.slice(1));
  return id.startsWith("at-") ? id.split("-").slice(2, -1).join("-") : id;
}

// Both the card and every place of a record are lit; whichever was not asked for is brought into view.
function light(moving) {
  for (const each of document.querySelectorAll(".lit")) each.classList.remove("lit");
  const id = record();
  const card = id && document.getElementById(id);
  if (!card || !card.classList.contains("card")) return;
  const places = text.querySelectorAll(`[data-records~="${CSS.escape(id)}"]`);
  card.classList.add("lit");
  for (const place of places) place.classList.add("lit");
  if (!moving) return;
  const wide = getComputedStyle(text).overflowY === "auto";
  if (location.hash.startsWith("#at-")) {
    if (wide) card.scrollIntoView({ block: "nearest" });
  } else if (wide && places.length) {
    text.scrollTop += places[0].getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
  }
}

for (const box of boxes) {
  box.hidden = false;
  box.addEventListener("change", show);
}
window.addEventListener("hashchange", () => light(true));
show();
light(true);
