// The tie of two over time with its interval and breaks, and the acts by class.

import { base, colour, date, draw, number, read, rtl, signed, space, timeAxis, valueAxis } from "./charts.js";

const told = read("levels");
let shows = "acts";

function first() {
  return told.levels[0].day;
}

function last() {
  return told.levels.at(-1).day;
}

function line(name, values, more) {
  return { type: "line", name, symbol: "none", data: values.map((value, n) => [told.levels[n].day, value]), ...more };
}

function breaks() {
  return {
    symbol: ["none", "none"], silent: false, label: { show: false },
    lineStyle: { color: colour("ink"), type: "dashed", width: 1.5 },
    data: told.breaks.map((day) => ({ xAxis: day })),
  };
}

function tieTip(several) {
  const at = told.levels[several[0].dataIndex];
  return `${date(at.day)}\n${told.words.tie} ${signed(at.tie)}\n${told.words.band} ${signed(at.low)} … ${signed(at.high)}`;
}

function tieOption() {
  const low = told.levels.map((each) => each.low);
  const accent = colour("accent");
  const alone = told.levels.length < 2;
  return {
    ...base(), legend: { show: false }, grid: space(52, 14),
    tooltip: { ...base().tooltip, trigger: "axis", formatter: tieTip },
    xAxis: timeAxis(first(), last()),
    yAxis: valueAxis({ min: -1, max: 1, interval: 0.5, axisLabel: { color: colour("soft"), formatter: (v) => signed(v) } }),
    series: [
      line("low", low, { stack: "band", stackStrategy: "all", lineStyle: { opacity: 0 }, silent: true }),
      line(told.words.band, told.levels.map((each) => each.high - each.low), {
        stack: "band", stackStrategy: "all", lineStyle: { opacity: 0 }, silent: true, areaStyle: { color: accent, opacity: 0.2 },
      }),
      line(told.words.tie, told.levels.map((each) => each.tie), {
        symbol: alone ? "circle" : "none", symbolSize: 8, lineStyle: { color: accent, width: 2.5 }, itemStyle: { color: accent },
        markLine: breaks(),
      }),
    ],
  };
}

function countsOption() {
  const places = shows === "acts" ? 0 : 1;
  const narrow = document.getElementById("counts").clientWidth < 480;
  return {
    ...base(), grid: space(44, narrow ? 62 : 40),
    tooltip: {
      ...base().tooltip, trigger: "axis",
      formatter: (several) => [date(told.levels[several[0].dataIndex].period),
        ...several.map((each) => `${each.marker} ${each.seriesName} ${number(each.value, places)}`)].join("\n"),
    },
    xAxis: {
      type: "category", inverse: rtl, data: told.levels.map((each) => each.period),
      axisLabel: { color: colour("soft"), hideOverlap: true, formatter: (day) => date(day, { month: "short", ...(told.by === "day" || told.by === "week" ? { day: "numeric" } : { year: "numeric" }), timeZone: "UTC" }) },
      axisLine: { lineStyle: { color: colour("mention") } }, axisTick: { show: false },
    },
    yAxis: valueAxis({ minInterval: shows === "acts" ? 1 : 0 }),
    series: told.words.quads.map((name, n) => ({
      type: "bar", name, stack: "acts", barMaxWidth: 34, itemStyle: { color: colour(`quad-${n + 1}`) },
      data: told.levels.map((each) => each[shows][n]),
    })),
  };
}

if (told) {
  draw(document.getElementById("tie"), tieOption);
  draw(document.getElementById("counts"), countsOption).then((redraw) => {
    const buttons = [...document.querySelectorAll("[data-shows]")];
    buttons[0].parentElement.hidden = false;
    for (const button of buttons) {
      button.addEventListener("click", () => {
        shows = button.dataset.shows;
        buttons.forEach((each) => each.setAttribute("aria-pressed", String(each === button)));
        redraw();
      });
    }
  });
}
