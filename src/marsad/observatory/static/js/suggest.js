// A box with suggestions, as the ARIA pattern "combobox" has it. Each suggestion has a `label`, a `note`, the `value` that
// goes into the box, an `address` to go to instead, and a `kind`.

const WAIT = 150;
let count = 0;

export function suggest(input) {
  const list = document.createElement("ul");
  list.id = `suggestions-${++count}`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0]?.textContent.trim() ?? "");
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.parentElement.classList.add("find");
  input.after(list);
  let found = [], chosen = -1, timer = 0, asked = 0;

  function close() {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(next) {
    chosen = (next + found.length) % found.length;
    [...list.children].forEach((item, n) => item.setAttribute("aria-selected", String(n === chosen)));
    input.setAttribute("aria-activedescendant", list.children[chosen].id);
    list.children[chosen].scrollIntoView({ block: "nearest" });
  }

  function take(n) {
    const taken = found[n];
    if (taken.address && input.id === "q") location.href = taken.address;
    else input.value = taken.value;
    close();
  }

  function show(suggestions) {
    found = suggestions;
    list.replaceChildren(...found.map((each, n) => {
      const item = document.createElement("li");
      item.id = `${list.id}-${n}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      const label = document.createElement("bdi"), note = document.createElement("span");
      label.textContent = each.label;
      note.textContent = each.note;
      note.className = "count";
      item.append(label, note);
      item.addEventListener("pointerdown", (event) => { event.preventDefault(); take(n); });
      return item;
    }));
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    chosen = -1;
  }

  async function ask() {
    const number = ++asked, text = input.value.trim();
    if (!text) return close();
    const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(text)}&lang=${document.documentElement.lang}`);
    if (!answer.ok || number !== asked || document.activeElement !== input) return;
    const { suggestions } = await answer.json();
    // Filters of pages take actors alone.
    show(input.id === "q" ? suggestions : suggestions.filter((each) => each.kind === "actor"));
  }

  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, WAIT); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen - 1);
    else if (event.key === "Enter" && chosen >= 0) take(chosen);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}
