// What every page can do: keys, the help sheet, suggestions while one types.

const WAYS = { h: "/", r: "/relations", n: "/network", s: "/stories", q: "/statements", p: "/promises", a: "/agreements", o: "/outlets", d: "/data" };
const help = document.getElementById("help");
let going = false;

document.getElementById("help-open").addEventListener("click", () => help.showModal());

function writes(target) {
  return target instanceof HTMLElement && (target.matches("input, textarea, select") || target.isContentEditable);
}

function move(step) {
  const rows = [...document.querySelectorAll("main a.row")];
  if (!rows.length) return;
  const at = rows.indexOf(document.activeElement);
  rows[Math.min(Math.max(at + step, 0), rows.length - 1)].focus();
}

const KEYS = {
  "/": () => document.getElementById("q").focus(),
  "?": () => help.showModal(),
  l: () => document.querySelector("[data-key=language]").click(),
  j: () => move(1),
  k: () => move(-1),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  if (writes(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (going && WAYS[event.key]) location.href = WAYS[event.key];
  else if (!going && KEYS[event.key]) {
    event.preventDefault();
    KEYS[event.key]();
  }
  going = !going && event.key === "g";
});

for (const input of document.querySelectorAll("input[data-suggest]")) {
  import("./suggest.js").then((module) => module.suggest(input));
}
