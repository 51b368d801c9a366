// The plot as a picture of its own: with a title, an axis and the names of the lanes around it.

import { ROW } from "./geometry.js";
import { escapeText, oneLine } from "./text.js";

const LEFT = 176;
const TOP = 92;

/** The figure of a picture: {data, layout, size}. */
export function picture(plot, view, { title, note, lanes, ticks, colours, undated, undatedName, measure }) {
  const below = flow(undated, view.width, plot.layout.height, measure);
  const height = plot.layout.height + below.height;
  const size = { width: Math.round(view.width + LEFT + 24), height: Math.round(height + TOP + 28) };
  const text = (value, most) => escapeText(oneLine(value, most));
  const named = [...lanes, ...(undated.length ? [{ name: undatedName, top: plot.layout.height, height: below.height }] : [])];
  const names = named.map((lane) => ({
    xref: "paper", x: 0, xanchor: "right", xshift: -12, y: lane.top + lane.height / 2, yref: "y", showarrow: false,
    text: text(lane.name, 26), font: { size: 12.5, color: colours.ink },
  }));
  const heading = { xref: "paper", yref: "paper", x: 0, y: 1, xanchor: "left", yanchor: "top", showarrow: false, xshift: 8 - LEFT };
  const layout = {
    ...plot.layout, ...size, margin: { l: LEFT, r: 24, t: TOP, b: 28 },
    annotations: [
      ...names,
      { ...heading, yshift: TOP - 12, text: text(title, 120), font: { size: 19, color: colours.ink } },
      { ...heading, yshift: TOP - 40, text: text(note, 120), font: { size: 12.5, color: colours.soft } },
    ],
    yaxis: { ...plot.layout.yaxis, range: [height, 0] },
    paper_bgcolor: colours.paper, plot_bgcolor: colours.paper, font: { family: colours.font, color: colours.ink },
    xaxis: {
      ...plot.layout.xaxis, side: "top", showticklabels: true, tickfont: { size: 12, color: colours.soft },
      ticktext: ticks.map((tick) => [tick.top, tick.below].filter(Boolean).map((part) => text(part, 40)).join("<br>")),
    },
  };
  return { figure: { data: [...plot.data, ...undatedTraces(below.items, view, colours)], layout }, size };
}

// Undated events one after the other, as in the page, in rows below the lanes.
function flow(undated, width, top, measure) {
  let x = 14;
  let y = top + ROW;
  const items = undated.map((event) => {
    const room = measure(event.text) + 36;
    if (x > 14 && x + room > width) [x, y] = [14, y + ROW];
    const item = { ...event, x, y };
    x += room;
    return item;
  });
  return { items, height: items.length ? y - top + ROW : 0 };
}

function undatedTraces(items, view, colours) {
  const base = { type: "scatter", hoverinfo: "skip", showlegend: false, y: items.map((item) => item.y) };
  const colour = items.map((item) => (item.action ? colours.action : colours.statement));
  return [
    {
      ...base, mode: "markers", x: items.map((item) => view.t(item.x)),
      marker: {
        symbol: items.map((item) => (item.action ? "diamond" : "circle")), size: 11.5, line: { color: colour, width: 2 },
        color: items.map((item, k) => (item.hollow ? colours.paper : colour[k])),
      },
    },
    {
      ...base, mode: "text", textposition: "middle right", x: items.map((item) => view.t(item.x + 10)),
      text: items.map((item) => escapeText(item.text)), textfont: { size: 12.5, color: colours.ink, family: colours.font },
    },
  ];
}
