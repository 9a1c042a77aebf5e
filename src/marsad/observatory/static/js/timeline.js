// What happened between two: a point for each happening, by day and class; its shape tells its status.

import { base, colour, date, draw, read, rtl, space, timeAxis } from "./charts.js";

const told = read("points");
const CROSS = "path://M0 2 2 0 6 4 10 0 12 2 8 6 12 10 10 12 6 8 2 12 0 10 4 6Z";
const SHAPES = {
  actual: { symbol: "circle", filled: true },
  planned: { symbol: "diamond", filled: false },
  possible: { symbol: "triangle", filled: false },
  denied: { symbol: CROSS, filled: true },
};
const HEIGHT = 0.82;

// Points of one day and class stand above each other within the lane of the class.
function places({ days, quads }) {
  const cells = days.map((day, n) => `${day} ${quads[n]}`);
  const sizes = {};
  cells.forEach((cell) => { sizes[cell] = (sizes[cell] ?? 0) + 1; });
  const seen = {};
  return cells.map((cell, n) => {
    const place = seen[cell] = (seen[cell] ?? -1) + 1;
    const size = sizes[cell];
    const step = Math.min(0.2, HEIGHT / size);
    return quads[n] - 1 + (place - (size - 1) / 2) * step;
  });
}

function dot(status, quad, size) {
  const { filled, symbol } = SHAPES[status];
  const own = colour(`quad-${quad}`);
  return {
    symbol, symbolSize: size,
    itemStyle: { color: filled ? own : colour("paper"), borderColor: own, borderWidth: filled ? 0 : 2, opacity: filled ? 0.85 : 1 },
  };
}

function series(at, size) {
  const { points } = told;
  return Object.keys(SHAPES).map((status) => ({
    type: "scatter", name: told.words.statuses[status], ...dot(status, 1, size), cursor: "pointer",
    itemStyle: { ...dot(status, 1, size).itemStyle, [SHAPES[status].filled ? "color" : "borderColor"]: colour("soft") },
    data: points.ids.flatMap((id, n) => points.statuses[n] !== status ? [] : [{
      value: [points.days[n], at[n]], n, ...dot(status, points.quads[n], size),
    }]),
  }));
}

function tip({ data }) {
  const { points, words } = told;
  return [date(points.days[data.n]), points.names[points.kinds[data.n]],
    `${words.quads[points.quads[data.n] - 1]} · ${words.statuses[points.statuses[data.n]]}`].join("\n");
}

function option() {
  const { days, ids } = told.points;
  const sorted = [...days].sort();
  const inside = told.first && sorted.some((day) => day >= told.first && day <= told.last);
  const axis = timeAxis(sorted[0], sorted.at(-1));
  const small = ids.length > 600 ? 7 : 10;
  return {
    ...base(), legend: { ...base().legend, itemWidth: 12, itemHeight: 12 }, tooltip: { ...base().tooltip, formatter: tip }, grid: space(92, 40, 50),
    xAxis: { ...axis, axisLine: { ...axis.axisLine, onZero: false }, axisTick: { show: true }, min: sorted[0], max: sorted[0] === sorted.at(-1) ? undefined : sorted.at(-1), minInterval: 864e5 },
    yAxis: {
      type: "value", min: -0.5, max: 3.5, interval: 0.5, position: rtl ? "right" : "left", axisTick: { show: false },
      axisLine: { show: false, onZero: false },
      axisLabel: { color: colour("soft"), formatter: (value) => (Number.isInteger(value) ? told.words.quads[value] ?? "" : ""), width: 76, overflow: "break", lineHeight: 14 },
      splitLine: { lineStyle: { color: [colour("line"), "transparent"] } },
    },
    dataZoom: [
      { type: "inside", filterMode: "none", zoomOnMouseWheel: "ctrl", moveOnMouseWheel: false,
        ...(inside ? { startValue: told.first > sorted[0] ? told.first : sorted[0], endValue: sorted.at(-1) } : {}) },
      { type: "slider", height: 16, bottom: 8, filterMode: "none", showDetail: false, borderColor: colour("line"), fillerColor: "rgba(128,128,128,0.15)", textStyle: { color: colour("soft") } },
    ],
    series: series(places(told.points), small),
  };
}

if (told) {
  draw(document.getElementById("timeline"), option, ({ data }) => {
    const id = told.points.ids[data.n];
    location.href = `/${id.startsWith("happening-") ? "happenings" : "records"}/${id}`;
  });
}
