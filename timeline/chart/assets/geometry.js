// From events to positions: lanes, rows, marks and labels, all in pixels of the plot.

import { pack, placeLabels, stretch } from "./rows.js";

export const ROW = 23;
export const MARK = 7.5;
export const BADGED = 10; // a mark with a number in it: how many reports tell of the event
const LANE_PAD = 7;
const ARROW = 17;

/** A view: seconds to pixels and back. */
export function scale(from, to, width) {
  const perSecond = width / (to - from);
  return {
    from, to, width, perSecond,
    x: (t) => (t - from) * perSecond,
    t: (x) => from + x / perSecond,
  };
}

/** The stretch a mark takes: `left` and `right` of its middle, and its whisker or bar. */
export function extent(store, i, view) {
  const both = store.hasStart(i) && store.hasEnd(i);
  const x = both && !store.throughout(i) ? middleSeen(store, i, view) : view.x(store.middle(i));
  const half = store.told[i] > 1 ? BADGED : MARK;
  const item = { i, x, half, left: half, right: half, lo: x - half, hi: x + half, line: null, arrow: 0 };
  if (!both) openSide(item, store.hasStart(i));
  else if (store.throughout(i)) drawn(item, "bar", x, view.x(store.end(i)), 3);
  else drawn(item, "whisker", view.x(store.start(i)), view.x(store.end(i)), whiskerRoom(store, i));
  return item;
}

// The event is somewhere in its window: the mark stands in the middle of the part that is in view.
function middleSeen(store, i, view) {
  const from = view.x(store.start(i));
  const to = view.x(store.end(i));
  if (to - from < view.width * 0.5 || to < 40 || from > view.width - 40) return (from + to) / 2;
  return (Math.max(from, 0) + Math.min(to, view.width)) / 2;
}

// A single day is drawn as a window only where it is wide; anything vaguer as soon as it can be seen.
function whiskerRoom(store, i) {
  return store.length[i] <= 86400 ? 110 : 22;
}

function openSide(item, known) {
  item.arrow = known ? 1 : -1;
  if (known) item.right += ARROW;
  else item.left += ARROW;
  item.lo = item.x - item.left;
  item.hi = item.x + item.right;
}

function drawn(item, line, from, to, least) {
  if (to - from < least) return;
  item.line = line;
  item.lineFrom = from;
  item.lineTo = to;
  item.lo = Math.min(item.lo, from);
  item.hi = Math.max(item.hi, to);
}

/**
 * Lay the shown events out in lanes and rows; positions hold until what is shown changes.
 * Returns {lanes: [{name, top, height, count}], height, rowOf: Map(event -> y)}.
 */
export function layOut(store, shown, lanes, summaries, view, options) {
  const groups = lanes.lanes.map(() => []);
  shown.forEach((i, k) => {
    if (!store.dated(i)) return;
    groups[lanes.of[options.codes[i]]].push(roomy(store, i, summaries[k], view, options));
  });
  let top = 0;
  const y = new Map();
  const placed = [];
  lanes.lanes.forEach((lane, k) => {
    if (!groups[k].length && !options.keepEmpty) return;
    const rows = Math.max(1, pack(groups[k], view.width));
    const head = options.head;
    for (const item of groups[k]) y.set(item.i, top + head + LANE_PAD + ROW * (item.row + 0.5));
    const height = Math.max(head + rows * ROW + 2 * LANE_PAD, options.least ?? 0);
    placed.push({ ...lane, top, height, index: k, rows, first: top + head + LANE_PAD });
    top += height;
  });
  return { lanes: placed, height: top, y };
}

function roomy(store, i, summary, view, options) {
  const item = extent(store, i, view);
  const reserve = options.reserved.has(i);
  item.order = i;
  labelRoom(item, reserve ? summary : "", options);
  if (!reserve) {
    item.lo = item.x - item.left;
    item.hi = item.x + item.right;
  }
  return item;
}

/**
 * Fit further events into the room that zooming in has made, in rows that are there already.
 * `items` are those shown; returns a Map(event -> y) of the `more` that found a place.
 */
export function fitIn(store, items, more, lanes, layout, view, options) {
  const taken = new Map();
  const keep = (y, item) => (taken.get(y) ?? taken.set(y, []).get(y)).push([item.from, item.to]);
  for (const item of items) {
    labelRoom(item, item.text, options);
    stretch(item, view.width);
    keep(item.y, item);
  }
  const found = new Map();
  for (const { i, text } of more) {
    const lane = layout.lanes.find((one) => one.index === lanes.of[options.codes[i]]);
    const item = extent(store, i, view);
    if (!lane || item.x < 0 || item.x > view.width) continue;
    labelRoom(item, text, options);
    stretch(item, view.width);
    const y = freeRow(lane, taken, item);
    if (y === null) continue;
    found.set(i, y);
    keep(y, item);
  }
  return found;
}

function freeRow(lane, taken, item) {
  for (let row = 0; row < lane.rows; row++) {
    const y = lane.first + ROW * (row + 0.5);
    if ((taken.get(y) ?? []).every(([from, to]) => to + 12 < item.from || item.to + 12 < from)) return y;
  }
  return null;
}

function labelRoom(item, text, options) {
  item.label = text ? Math.min(options.measure(text), options.most) + item.half + 10 + (item.arrow ? ARROW : 0) : 0;
}

/** Marks and labels of the shown events in a view. */
export function arrange(store, shown, summaries, layout, view, options) {
  const items = [];
  shown.forEach((i, k) => {
    const y = layout.y.get(i);
    if (y === undefined) return;
    const item = extent(store, i, view);
    if (item.hi < 0 || item.lo > view.width) return;
    Object.assign(item, { y, row: y, text: summaries[k], most: options.most, rank: options.rankOf(i) });
    items.push(item);
  });
  placeLabels(items, view.width, options.measure);
  return items;
}
