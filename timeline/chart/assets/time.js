// Times are whole seconds of wall time since 1970, shown as they were stated: no zone is applied.

export const DAY = 86400;

const STEPS = [1, 5, 15, 30, 60, 300, 900, 1800, 3600, 7200, 10800, 21600, 43200];
const DAYS = [1, 2, 3, 7, 14];
const MONTHS = [1, 2, 3, 6];
const YEARS = [1, 2, 5];

/** Formats for one language; the keys name what they show. */
export function formats(language) {
  const make = (options) => new Intl.DateTimeFormat(language, { timeZone: "UTC", ...options });
  const made = {
    day: make({ day: "numeric", month: "long", year: "numeric" }),
    short: make({ day: "numeric", month: "short" }),
    month: make({ month: "long", year: "numeric" }),
    monthOnly: make({ month: "short" }),
    clock: make({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
    second: make({ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }),
  };
  const show = {};
  for (const [name, format] of Object.entries(made)) {
    show[name] = (seconds) => era(format.format(new Date(seconds * 1000)), seconds, name);
  }
  show.year = (seconds) => String(yearOf(seconds));
  return show;
}

function yearOf(seconds) {
  return new Date(seconds * 1000).getUTCFullYear();
}

// Intl writes 44 for both 44 and 44 BC: an astronomical year with its sign says which.
function era(text, seconds, name) {
  const year = yearOf(seconds);
  return year > 0 || !["day", "month"].includes(name) ? text : text.replace(/\d+(?!.*\d)/, String(year));
}

function utc(year, month = 0, day = 1) {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime() / 1000;
}

/** Tick positions and labels for a view; at most one tick a `room` pixels. */
export function ticks(from, to, width, show, room = 84) {
  const most = Math.max(2, Math.floor(width / room));
  const times = tickTimes(from, to, (to - from) / most);
  return labelled(times.at, times.unit, show);
}

function tickTimes(from, to, least) {
  for (const step of STEPS) if (step >= least) return { at: regular(from, to, step), unit: "clock" };
  for (const days of DAYS) {
    if (days * DAY >= least) return { at: byDays(from, to, days), unit: "day" };
  }
  for (const months of MONTHS) {
    if (months * 28 * DAY >= least) return { at: byMonths(from, to, months), unit: "month" };
  }
  for (let scale = 1; ; scale *= 10) {
    for (const years of YEARS) {
      if (years * scale * 365 * DAY >= least) return { at: byYears(from, to, years * scale), unit: "year" };
    }
  }
}

function regular(from, to, step) {
  const at = [];
  for (let t = Math.ceil(from / step) * step; t <= to; t += step) at.push(t);
  return at;
}

// Weeks start on Monday; 1970-01-05 was one.
function byDays(from, to, days) {
  const offset = days % 7 === 0 ? 4 * DAY : 0;
  return regular(from - offset, to - offset, days * DAY).map((t) => t + offset);
}

function byMonths(from, to, months) {
  const at = [];
  const first = new Date(from * 1000);
  let count = Math.floor((first.getUTCFullYear() * 12 + first.getUTCMonth()) / months) * months;
  for (; ; count += months) {
    const t = utc(Math.floor(count / 12), ((count % 12) + 12) % 12);
    if (t > to) return at;
    if (t >= from) at.push(t);
  }
}

function byYears(from, to, years) {
  const at = [];
  for (let year = Math.ceil(yearOf(from) / years) * years; ; year += years) {
    const t = utc(year);
    if (t > to) return at;
    if (t >= from) at.push(t);
  }
}

function labelled(at, unit, show) {
  let before = "";
  return at.map((t) => {
    const [top, group] = tickParts(t, unit, show);
    const below = group === before ? "" : group;
    before = group;
    return { t, top, below };
  });
}

function tickParts(t, unit, show) {
  if (unit === "clock") return [t % 60 ? show.second(t) : show.clock(t), show.short(t)];
  if (unit === "day") return [show.short(t), show.year(t)];
  if (unit === "month") return [show.monthOnly(t), show.year(t)];
  return [show.year(t), ""];
}

/** Say when an event was, no finer and no coarser than its bounds: `words` are the interface's. */
export function when(event, words, show, fill) {
  const text = said(event, words, show, fill);
  return words.contractions.reduce((whole, [from, to]) => whole.replace(new RegExp(from, "g"), to), text);
}

function said({ start, end, throughout }, words, show, fill) {
  if (Number.isNaN(start) && Number.isNaN(end)) return words.undated;
  if (Number.isNaN(start)) return fill(words.by, { b: bound(lastOf(end), words, show, fill) });
  if (Number.isNaN(end)) return fill(words.since, { a: bound(start, words, show, fill) });
  const named = wholeName(start, end, show);
  if (named) return named;
  if (end - start <= 3600 && end - start > 60 && start % 3600 === 0) {
    const at = fill(words.at, { day: show.day(start), time: show.clock(start) });
    return fill(words.about, { a: at });
  }
  if (end - start <= 60) return bound(start, words, show, fill, true);
  if (Math.floor(start / DAY) === Math.floor((end - 1) / DAY)) {
    const until = end % DAY ? show.clock(end) : "24:00";
    return fill(words.hours, { day: show.day(start), a: show.clock(start), b: until });
  }
  const template = throughout ? words.span : words.between;
  return fill(template, {
    a: bound(start, words, show, fill),
    b: bound(lastOf(end), words, show, fill),
  });
}

// The last whole day, or the second before, that a half-open end still covers.
function lastOf(end) {
  return end % DAY === 0 ? end - DAY : end;
}

function bound(seconds, words, show, fill, clock = false) {
  if (seconds % DAY === 0 && !clock) return show.day(seconds);
  const time = seconds % 60 ? show.second(seconds) : show.clock(seconds);
  return fill(words.at, { day: show.day(seconds), time });
}

function wholeName(start, end, show) {
  if (start % DAY === 0 && end - start === DAY) return show.day(start);
  const a = new Date(start * 1000);
  const b = new Date(end * 1000);
  if (start % DAY || end % DAY || a.getUTCDate() !== 1 || b.getUTCDate() !== 1) return null;
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  if (months === 1) return show.month(start);
  return months === 12 && a.getUTCMonth() === 0 ? show.year(start) : null;
}

/** `YYYY-MM-DDTHH:MM:SS`, as in the event table. */
export function iso(seconds) {
  if (Number.isNaN(seconds)) return "";
  const date = new Date(seconds * 1000);
  const year = date.getUTCFullYear();
  const rest = date.toISOString().slice(-20, -5);
  return (year < 0 ? "-" : "") + String(Math.abs(year)).padStart(4, "0") + rest;
}
