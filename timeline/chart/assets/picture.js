// The plot as a picture of its own: with a title, an axis and the names of the lanes around it.

import { escapeText, oneLine } from "./text.js";

const LEFT = 176;
const TOP = 92;

/** The figure of a picture: {data, layout, size}. */
export function picture(plot, view, { title, note, lanes, ticks, colours }) {
  const size = { width: Math.round(view.width + LEFT + 24), height: Math.round(plot.layout.height + TOP + 28) };
  const text = (value, most) => escapeText(oneLine(value, most));
  const names = lanes.map((lane) => ({
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
    paper_bgcolor: colours.paper, plot_bgcolor: colours.paper, font: { family: colours.font, color: colours.ink },
    xaxis: {
      ...plot.layout.xaxis, side: "top", showticklabels: true, tickfont: { size: 12, color: colours.soft },
      ticktext: ticks.map((tick) => [tick.top, tick.below].filter(Boolean).map((part) => text(part, 40)).join("<br>")),
    },
  };
  return { figure: { data: plot.data, layout }, size };
}
