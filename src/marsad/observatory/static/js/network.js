// The network over time: a slider over dates, played or moved by hand. The page of each date brings its own picture.

import { date } from "./charts.js";

const DAY = 864e5;
const PAUSE = 150;
const slider = document.querySelector(".slider");
const range = document.getElementById("date");
const play = document.getElementById("play");
const told = slider?.querySelector("output");
let asking = null;
let waiting = 0;
let playing = false;

function dayOf(place) {
  return new Date(Date.parse(slider.dataset.first) + place * slider.dataset.step * DAY).toISOString().slice(0, 10);
}

function tell() {
  const words = date(dayOf(range.value), { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" });
  told.textContent = words;
  range.setAttribute("aria-valuetext", words);
}

async function show() {
  const system = document.getElementById("system");
  const address = new URL(location.href);
  address.searchParams.set("at", dayOf(range.value));
  address.searchParams.set("window", slider.dataset.window);
  asking?.abort();
  asking = new AbortController();
  system.setAttribute("aria-busy", "true");
  const answer = await fetch(address, { signal: asking.signal });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const open = [...system.querySelectorAll("details")].map((each) => each.open);
  const next = page.getElementById("system");
  if (next) {
    system.replaceChildren(...next.children);
    const details = [...system.querySelectorAll("details")];
    if (details.length === open.length) details.forEach((each, n) => { each.open = open[n]; });
  }
  system.setAttribute("aria-busy", "false");
  history.replaceState(null, "", address);
  document.querySelector("form.filters [name=at]").value = dayOf(range.value);
}

function failed(error) {
  if (error.name !== "AbortError") stop();
}

function move() {
  tell();
  clearTimeout(waiting);
  waiting = setTimeout(() => show().catch(failed), PAUSE);
}

function stop() {
  playing = false;
  play.textContent = play.dataset.play;
  play.setAttribute("aria-pressed", "false");
}

// The next date is shown when the one before is there and was seen; slower for those who want less motion.
async function run() {
  const seen = matchMedia("(prefers-reduced-motion: reduce)").matches ? 2500 : 700;
  while (playing && Number(range.value) < Number(range.max)) {
    range.value = Number(range.value) + 1;
    tell();
    await show();
    await new Promise((done) => setTimeout(done, seen));
  }
  stop();
}

function toggle() {
  if (playing) {
    stop();
    return;
  }
  playing = true;
  play.textContent = play.dataset.pause;
  play.setAttribute("aria-pressed", "true");
  if (range.value === range.max) range.value = 0;
  run().catch(failed);
}

if (slider) {
  const place = range.getAttribute("value");
  range.max = Math.round((Date.parse(range.dataset.last) - Date.parse(slider.dataset.first)) / DAY / slider.dataset.step);
  range.value = place;
  slider.hidden = false;
  range.setAttribute("aria-valuetext", told.textContent.trim());
  range.addEventListener("input", () => {
    if (playing) stop();
    move();
  });
  play.addEventListener("click", toggle);
}
