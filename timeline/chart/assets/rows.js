// Where marks and labels go inside a lane. Everything is in pixels; nothing here knows the page.

const GAP = 10;

/**
 * Give each item the first row in which its stretch is free, in the order of time.
 * Items are {lo, hi, right, left}: the stretch of its mark, and the room its label needs on either side.
 * Sets `item.row` and returns the number of rows.
 */
export function pack(items, width) {
  const ends = [];
  for (const item of items) stretch(item, width);
  const inTime = [...items].sort((a, b) => a.from - b.from || a.order - b.order);
  for (const item of inTime) {
    let row = ends.findIndex((end) => end + GAP <= item.from);
    if (row < 0) row = ends.push(0) - 1;
    ends[row] = item.to;
    item.row = row;
  }
  return ends.length;
}

// The stretch to keep free: the label to the right, to the left where the right edge is too near.
export function stretch(item, width) {
  const toRight = item.x + item.label <= width;
  item.from = Math.min(item.lo, toRight ? item.x : item.x - item.label);
  item.to = Math.max(item.hi, toRight ? item.x + item.label : item.x);
}

/**
 * Choose a label for each item: right, left, shortened, or none, the most important first.
 * `boxes` of marks are taken before any label. Items are {x, half, row, order, rank, text}.
 * Sets `item.place` to {side, text, from, to} or null.
 */
export function placeLabels(items, width, measure, pad = 6) {
  const taken = new Map();
  const ofRow = (row) => taken.get(row) ?? taken.set(row, []).get(row);
  for (const item of items) ofRow(item.row).push([item.x - item.left - 2, item.x + item.right + 2]);
  const byRank = [...items].sort((a, b) => a.rank - b.rank);
  for (const item of byRank) {
    item.place = item.text ? labelFor(item, ofRow(item.row), width, measure, pad) : null;
    if (item.place) ofRow(item.row).push([item.place.from, item.place.to]);
  }
}

function labelFor(item, taken, width, measure, pad) {
  if (item.x + item.right < 0 || item.x - item.left > width) return null;
  const rightFrom = item.x + item.right + pad;
  const leftTo = item.x - item.left - pad;
  const rightRoom = freeRight(taken, rightFrom, width) - rightFrom;
  const leftRoom = leftTo - freeLeft(taken, leftTo);
  const full = measure(item.text);
  if (full <= rightRoom && full <= item.most) return span("right", item.text, rightFrom, full);
  if (full <= leftRoom && full <= item.most) return span("left", item.text, leftTo, full);
  return shortened(item, rightFrom, rightRoom, leftTo, leftRoom, measure);
}

function shortened(item, rightFrom, rightRoom, leftTo, leftRoom, measure) {
  const useRight = rightRoom >= item.most || rightRoom >= leftRoom * 0.8;
  const room = Math.min(item.most, useRight ? rightRoom : leftRoom);
  const text = cut(item.text, room, measure);
  if (!text) return null;
  return span(useRight ? "right" : "left", text, useRight ? rightFrom : leftTo, measure(text));
}

function span(side, text, at, size) {
  return side === "right" ? { side, text, from: at, to: at + size } : { side, text, from: at - size, to: at };
}

function freeRight(taken, at, width) {
  let free = width - 2;
  for (const [from, to] of taken) if (to > at && from < free) free = Math.min(free, from - 6);
  return free;
}

function freeLeft(taken, at) {
  let free = 2;
  for (const [from, to] of taken) if (from < at && to > free) free = Math.max(free, to + 6);
  return free;
}

/** The longest beginning of `text` that fits, with an ellipsis; "" where fewer than six letters would. */
export function cut(text, room, measure) {
  if (measure(text) <= room) return text;
  const points = Array.from(text);
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(points.slice(0, middle).join("").trimEnd() + "…") <= room) low = middle;
    else high = middle - 1;
  }
  return low >= 6 ? tidy(points, low) : "";
}

// End at a word where one ends near by.
function tidy(points, length) {
  const text = points.slice(0, length).join("");
  const space = text.lastIndexOf(" ");
  const whole = points[length] === " " || space < length - 8 || space < 6 ? text : text.slice(0, space);
  return whole.replace(/[\s,;:.–—-]+$/, "") + "…";
}
