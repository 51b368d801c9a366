// The dates that weigh most: where the most important events crowd together.

import { DAY } from "./time.js";

const UNITS = [["day", DAY, 2 * 366 * DAY], ["month", 30.44 * DAY, 60 * 366 * DAY], ["year", 365.25 * DAY, Infinity]];

function unitFor(span) {
  return UNITS.find(([, , most]) => span <= most);
}

function bounds(t, unit) {
  if (unit === "day") {
    const from = Math.floor(t / DAY) * DAY;
    return [from, from + DAY];
  }
  const date = new Date(t * 1000);
  const month = unit === "month" ? date.getUTCMonth() : 0;
  const edge = (k) => Date.UTC(date.getUTCFullYear() + (unit === "year" ? k : 0), month + (unit === "month" ? k : 0)) / 1000;
  return [edge(0), edge(1)];
}

/** Up to `most` key dates of the masked events: [{from, to, unit, count, weight, best}], in the order of time. */
export function keyDates(store, mask, span, most = 5) {
  const [unit, size] = unitFor(span.to - span.from);
  const days = new Map();
  for (let i = 0; i < store.n; i++) {
    if (!mask[i] || (store.flags[i] & 3) !== 3 || store.first[i] < span.from || store.first[i] > span.to) continue;
    if (store.length[i] > size * 1.05 && !(store.flags[i] & 4)) continue;
    add(days, Math.floor(store.first[i] / DAY), store, i);
  }
  const best = [...gathered(days, unit).values()].filter((group) => group.count > 1)
    .sort((a, b) => b.weight - a.weight || a.best - b.best).slice(0, most);
  return best.sort((a, b) => a.from - b.from).map((group) => ({ ...group, unit }));
}

// Important events count for more than many unimportant ones.
function add(days, day, store, i) {
  let group = days.get(day);
  if (!group) days.set(day, (group = { count: 0, weight: 0, best: i, top: -1 }));
  group.count++;
  group.weight += (store.importance[i] / 10000) ** 2;
  if (store.importance[i] > group.top) Object.assign(group, { best: i, top: store.importance[i] });
}

// The days of a month or a year together.
function gathered(days, unit) {
  const groups = new Map();
  for (const [day, group] of days) {
    const [from, to] = bounds(day * DAY, unit);
    const whole = groups.get(from) ?? { from, to, count: 0, weight: 0, best: group.best, top: -1 };
    whole.count += group.count;
    whole.weight += group.weight;
    if (group.top > whole.top) Object.assign(whole, { best: group.best, top: group.top });
    groups.set(from, whole);
  }
  return groups;
}
