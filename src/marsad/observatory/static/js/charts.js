// What all charts share: the theme's colours and fonts, the language's dates and digits, redrawing.

const root = document.documentElement;
export const rtl = root.dir === "rtl";
const locale = `${root.lang === "ar" ? "ar-EG" : "en-GB"}-u-nu-${root.dataset.digits}`;
const MONTHS = { year: "numeric", month: "short", timeZone: "UTC" };
const DAYS = { ...MONTHS, day: "numeric" };
const drawn = [];

export function colour(name) {
  return getComputedStyle(root).getPropertyValue(`--${name}`).trim();
}

export function read(id) {
  const found = document.getElementById(id);
  return found ? JSON.parse(found.textContent) : null;
}

export function number(value, places = 0) {
  return value.toLocaleString(locale, { minimumFractionDigits: places, maximumFractionDigits: places });
}

// A tie with its sign, kept together in lines of either direction.
export function signed(value) {
  const size = number(Math.abs(value), 2);
  return `\u2066${value < 0 ? "−" : "+"}${size}\u2069`;
}

export function date(value, how = DAYS) {
  return new Date(value).toLocaleDateString(locale, how);
}

// Labels of a time axis: the year where one begins, the month where one begins, else the day.
function timeLabel(value) {
  const at = new Date(value);
  if (at.getUTCDate() > 1) return date(at, { month: "short", day: "numeric", timeZone: "UTC" });
  return date(at, MONTHS);
}

export function timeAxis(first, last) {
  return {
    type: "time", inverse: rtl, min: first, max: last, axisLine: { lineStyle: { color: colour("mention") } },
    axisLabel: { color: colour("soft"), formatter: timeLabel, hideOverlap: true },
    splitLine: { show: false },
  };
}

export function valueAxis(more = {}) {
  return {
    type: "value", position: rtl ? "right" : "left", axisLine: { show: false },
    axisLabel: { color: colour("soft"), formatter: (value) => number(value, Number.isInteger(value) ? 0 : 1) },
    splitLine: { lineStyle: { color: colour("line") } }, ...more,
  };
}

// `labels` is the width that the value axis needs for its labels, `above` the room for a legend. Labels that reach over
// the edge must not make the grid smaller: on an axis that runs to the left next to nothing is left of it.
export function space(labels, above, below = 28) {
  return { outerBoundsMode: "none", top: above, bottom: below, left: rtl ? 30 : labels, right: rtl ? labels : 30 };
}

export function base() {
  const text = { fontFamily: '"Plex Latin", "Plex Arabic", sans-serif', color: colour("ink") };
  return {
    textStyle: text, animation: false, useUTC: true, aria: { enabled: false },
    legend: { top: 0, [rtl ? "right" : "left"]: 0, align: rtl ? "right" : "left", itemGap: 14, textStyle: text },
    tooltip: {
      renderMode: "richText", confine: true, backgroundColor: colour("paper"), borderColor: colour("mention"),
      textStyle: { ...text, align: rtl ? "right" : "left", fontSize: 13 },
    },
  };
}

// Draw into an element, and again whenever the theme or the size changes. `option` is asked each time.
export async function draw(element, option, onClick) {
  await Promise.all([400, 600].flatMap((weight) =>
    [["Plex Latin", "a"], ["Plex Arabic", "ا"]].map(([font, text]) => document.fonts.load(`${weight} 12px "${font}"`, text))));
  const chart = window.echarts.init(element, null, { renderer: "canvas" });
  const redraw = () => chart.setOption(option(), true);
  redraw();
  if (onClick) chart.on("click", onClick);
  new ResizeObserver(() => chart.resize()).observe(element);
  drawn.push(redraw);
  return redraw;
}

const again = () => drawn.forEach((redraw) => redraw());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
new MutationObserver(again).observe(root, { attributes: true, attributeFilter: ["data-theme"] });
