// From positions to plotly traces. x is in seconds, y in pixels from the top of the plot.

import { escapeText, oneLine } from "./text.js";
import { BADGED, MARK } from "./geometry.js";

const UNDER = 9.5;
const CAP = 3.5;

/** The colours of the page, read from its style sheet. */
export function palette() {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(name).trim();
  return {
    statement: read("--statement"), action: read("--action"), paper: read("--paper"), band: read("--band"),
    grid: read("--grid"), ink: read("--ink"), soft: read("--soft"), ring: read("--ink"),
    font: getComputedStyle(document.body).fontFamily,
  };
}

/** All traces of a view. */
export function traces(store, items, view, colours, selected, chain) {
  const kinds = [[false, colours.statement], [true, colours.action]];
  const drawn = [];
  for (const [action, colour] of kinds) {
    const own = items.filter((item) => store.isAction(item.i) === action);
    drawn.push(bars(own, view, colour), whiskers(own, view, colour), arrows(own, view, colour));
  }
  drawn.push(chainLine(chain, view, colours), ...marks(store, items, view, colours), badges(store, items, view, colours));
  drawn.push(labels(store, items, view, colours));
  if (selected) drawn.push(ring(selected, view, colours));
  return drawn;
}

const BASE = { type: "scatter", hoverinfo: "skip", showlegend: false };

function lines(points, colour, width, opacity, extra = {}) {
  const x = points.map((p) => (p ? p[0] : null));
  const y = points.map((p) => (p ? p[1] : null));
  return { ...BASE, mode: "lines", x, y, opacity, line: { color: colour, width, ...extra } };
}

function bars(items, view, colour) {
  const points = [];
  for (const item of items) {
    if (item.line !== "bar") continue;
    const y = item.y + UNDER;
    points.push([view.t(Math.max(item.lineFrom, -50)), y], [view.t(Math.min(item.lineTo, view.width + 50)), y], null);
  }
  return lines(points, colour, 4, 0.45);
}

function whiskers(items, view, colour) {
  const points = [];
  for (const item of items) {
    if (item.line !== "whisker") continue;
    const y = item.y + UNDER;
    const from = view.t(Math.max(item.lineFrom, -50));
    const to = view.t(Math.min(item.lineTo, view.width + 50));
    points.push([from, y - CAP], [from, y + CAP], null, [from, y], [to, y], null, [to, y - CAP], [to, y + CAP], null);
  }
  return lines(points, colour, 1.2, 0.6);
}

function arrows(items, view, colour) {
  const points = [];
  for (const { x, y, arrow, half } of items) {
    if (!arrow) continue;
    const tip = x + arrow * (half + 15);
    points.push([view.t(x + arrow * (half + 2)), y], [view.t(tip), y], null);
    points.push([view.t(tip - arrow * 5), y - 4], [view.t(tip), y], [view.t(tip - arrow * 5), y + 4], null);
  }
  return lines(points, colour, 1.6, 0.85);
}

function chainLine(chain, view, colours) {
  const points = chain.flatMap(([a, b]) => [[view.t(a.x), a.y], [view.t(b.x), b.y], null]);
  return lines(points, colours.soft, 1.6, 0.9, { dash: "dot" });
}

// Hollow is filled with the paper's colour, so that a line behind does not show through.
function marks(store, items, view, colours) {
  return [false, true].map((faded) => {
    const own = items.filter((item) => store.superseded(item.i) === faded);
    const colour = own.map((item) => (store.isAction(item.i) ? colours.action : colours.statement));
    return {
      ...BASE, mode: "markers", opacity: faded ? 0.42 : 1, x: own.map((item) => view.t(item.x)), y: own.map((item) => item.y),
      marker: {
        symbol: own.map((item) => (store.isAction(item.i) ? "diamond" : "circle")),
        size: own.map((item) => sizeOf(item.half)),
        color: own.map((item, k) => (store.factuality[item.i] ? colours.paper : colour[k])),
        line: { color: colour, width: 2 }, opacity: 1,
      },
    };
  });
}

const sizeOf = (half) => (11.5 * half) / MARK;

// How many reports tell of an event, in its mark.
function badges(store, items, view, colours) {
  const own = items.filter((item) => item.half === BADGED);
  const colour = ({ i }) => (store.isAction(i) ? colours.action : colours.statement);
  return {
    ...BASE, mode: "text", textposition: "middle center", x: own.map((item) => view.t(item.x)), y: own.map((item) => item.y),
    text: own.map(({ i }) => (store.told[i] > 99 ? "…" : String(store.told[i]))),
    textfont: {
      size: 9.5, weight: 700, family: colours.font,
      color: own.map((item) => (store.factuality[item.i] ? colour(item) : colours.paper)),
    },
  };
}

function labels(store, items, view, colours) {
  const own = items.filter((item) => item.place);
  return {
    ...BASE, mode: "text", cliponaxis: true,
    x: own.map(({ place }) => view.t(place.side === "right" ? place.from : place.to)),
    y: own.map((item) => item.y),
    text: own.map(({ place }) => escapeText(place.text)),
    textposition: own.map(({ place }) => (place.side === "right" ? "middle right" : "middle left")),
    textfont: {
      size: 12.5, family: colours.font,
      color: own.map((item) => (store.superseded(item.i) ? colours.soft : colours.ink)),
    },
  };
}

function ring(item, view, colours) {
  return {
    ...BASE, mode: "markers", x: [view.t(item.x)], y: [item.y],
    marker: { symbol: "circle-open", size: sizeOf(item.half) + 8.5, color: colours.ring, line: { width: 2.2, color: colours.ring } },
  };
}

/** Where there are too many events to draw: how many there are, lane by lane. */
export function heat(bins, lanes, colours) {
  if (!bins || !lanes.length) return [];
  const edges = lanes.map((lane) => lane.top);
  const last = lanes.at(-1);
  return [{
    type: "heatmap", z: lanes.map((lane) => bins.rows[lane.index]), x: bins.edges, y: [...edges, last.top + last.height],
    hoverinfo: "skip", showscale: false, zmin: 0, zmax: bins.top,
    colorscale: [[0, "rgba(0,0,0,0)"], [1e-9, fade(colours.soft, 0.03)], [1, fade(colours.soft, 0.3)]],
  }];
}

function fade(colour, opacity) {
  const value = parseInt(colour.slice(1), 16);
  return `rgba(${value >> 16},${(value >> 8) & 255},${value & 255},${opacity})`;
}

/** The layout: bands behind the lanes, grid lines at the ticks. */
export function layoutOf(layout, view, ticks, colours, height) {
  const bands = layout.lanes.filter((_, k) => k % 2 === 0).map((lane) => ({
    type: "rect", xref: "paper", x0: 0, x1: 1, y0: lane.top, y1: lane.top + lane.height,
    fillcolor: colours.band, line: { width: 0 }, layer: "below",
  }));
  return {
    width: view.width, height, margin: { l: 0, r: 0, t: 0, b: 0 },
    paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", hovermode: false, dragmode: false,
    showlegend: false, shapes: bands,
    xaxis: {
      range: [view.from, view.to], type: "linear", tickmode: "array", tickvals: ticks.map((tick) => tick.t),
      ticktext: ticks.map((tick) => escapeText(oneLine(tick.top))), showticklabels: false, zeroline: false,
      gridcolor: colours.grid, fixedrange: true, showline: false,
    },
    yaxis: { range: [height, 0], visible: false, fixedrange: true },
  };
}
