// The strip below the chart: how many events, when, by kind; drag to pick a stretch.

import { svg } from "./dom.js";

const HEIGHT = 46;

/**
 * Counts of the masked events in `n` equal bins from `from` to `to`: {statement, action}.
 * What is known only to lie in a window is spread over it evenly, so that no false peak appears.
 */
export function histogram(store, mask, from, to, n) {
  const bins = { statement: new Float64Array(n + 1), action: new Float64Array(n + 1) };
  const steps = { statement: new Float64Array(n + 2), action: new Float64Array(n + 2) };
  const per = n / (to - from);
  for (let i = 0; i < store.n; i++) {
    if (!mask[i] || !(store.flags[i] & 3)) continue;
    const kind = store.flags[i] & 32 ? "action" : "statement";
    const a = (store.first[i] - from) * per;
    const b = (store.flags[i] & 7) === 3 ? a + store.length[i] * per : a;
    if (b < 0 || a >= n) continue;
    if (b - a < 2) addTo(bins[kind], (a + b) / 2, n);
    else spread(bins[kind], steps[kind], a, b, n);
  }
  for (const kind of ["statement", "action"]) settle(bins[kind], steps[kind], n);
  return { statement: bins.statement.subarray(0, n), action: bins.action.subarray(0, n) };
}

function addTo(bins, at, n) {
  if (at >= 0 && at < n) bins[Math.floor(at)]++;
}

// One event evenly over the bins from a to b: the whole bins by a step up and a step down.
function spread(bins, steps, a, b, n) {
  const height = 1 / (b - a);
  const first = Math.ceil(Math.max(a, 0));
  const last = Math.floor(Math.min(b, n));
  if (a > 0) bins[first - 1] += (first - a) * height;
  if (b < n) bins[last] += (b - last) * height;
  steps[first] += height;
  steps[last] -= height;
}

function settle(bins, steps, n) {
  let height = 0;
  for (let k = 0; k < n; k++) bins[k] += height += steps[k];
}

/** The strip, drawn into `host`; calls `onPick(from, to)` while a stretch is picked. */
export class Strip {
  constructor(host, words, describe, onPick) {
    Object.assign(this, { host, words, describe, onPick });
    host.addEventListener("pointerdown", (event) => this.down(event));
    host.addEventListener("pointermove", (event) => this.move(event));
    for (const name of ["pointerup", "pointercancel"]) host.addEventListener(name, () => (this.drag = null));
  }

  draw(bins, home, width) {
    this.home = home;
    this.width = width;
    const n = bins.statement.length;
    let top = 1e-9;
    for (let k = 0; k < n; k++) top = Math.max(top, bins.statement[k] + bins.action[k]);
    const w = width / n;
    const high = (count) => (count > 0.02 * Math.min(1, top) ? Math.max(1, (count / top) * (HEIGHT - 8)) : 0);
    const paths = { statement: "", action: "" };
    for (let k = 0; k < n; k++) {
      const a = high(bins.action[k]);
      const s = high(bins.statement[k]);
      if (a) paths.action += bar(k * w, HEIGHT - a, w, a);
      if (s) paths.statement += bar(k * w, HEIGHT - a - s, w, s);
    }
    this.parts = this.brush();
    const picture = svg("svg", { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, role: "group", "aria-label": this.words.strip_label },
      svg("path", { d: paths.action, class: "action" }), svg("path", { d: paths.statement, class: "statement" }),
      ...Object.values(this.parts));
    this.host.replaceChildren(picture);
  }

  brush() {
    const shade = { y: 0, height: HEIGHT, class: "shade" };
    return {
      before: svg("rect", shade), after: svg("rect", shade),
      frame: svg("rect", { y: 0.5, height: HEIGHT - 1, rx: 3, class: "frame" }),
      from: this.handle("from"), to: this.handle("to"),
    };
  }

  handle(side) {
    return svg("rect", {
      y: HEIGHT / 2 - 11, width: 8, height: 22, rx: 3, class: "handle", tabindex: 0, role: "slider",
      "aria-label": this.words[`${side}_label`], onkeydown: (event) => this.key(event, side),
    });
  }

  /** Show which stretch is in view. */
  show(from, to) {
    if (!this.parts) return;
    Object.assign(this, { from, to });
    const x = (t) => ((t - this.home.from) / (this.home.to - this.home.from)) * this.width;
    const a = Math.max(0, x(from));
    const b = Math.min(this.width, Math.max(x(to), a + 3));
    place(this.parts.before, { x: 0, width: a });
    place(this.parts.after, { x: b, width: Math.max(0, this.width - b) });
    place(this.parts.frame, { x: a + 0.5, width: Math.max(1, b - a - 1) });
    place(this.parts.from, { x: Math.min(Math.max(0, a - 4), this.width - 8) });
    place(this.parts.to, { x: Math.max(0, Math.min(this.width - 8, b - 4)) });
    for (const [side, value] of [["from", from], ["to", to]]) this.speak(side, value);
  }

  speak(side, value) {
    const known = { now: value, min: this.home.from, max: this.home.to, text: this.describe(value) };
    for (const [name, given] of Object.entries(known)) {
      this.parts[side].setAttribute(`aria-value${name}`, typeof given === "number" ? Math.round(given) : given);
    }
  }

  at(event) {
    const x = event.clientX - this.host.getBoundingClientRect().left;
    return this.home.from + (Math.min(Math.max(x, 0), this.width) / this.width) * (this.home.to - this.home.from);
  }

  down(event) {
    const t = this.at(event);
    const slack = (9 / this.width) * (this.home.to - this.home.from);
    const whole = this.to - this.from > (this.home.to - this.home.from) * 0.97;
    let mode = t > this.from && t < this.to && !whole ? "move" : "new";
    if (Math.abs(t - this.from) < slack) mode = "from";
    if (Math.abs(t - this.to) < slack) mode = "to";
    this.drag = { mode, t, from: this.from, to: this.to };
    this.host.setPointerCapture(event.pointerId);
    event.preventDefault();
  }

  move(event) {
    if (!this.drag) return;
    const t = this.at(event);
    const { mode, from, to } = this.drag;
    if (mode === "new") this.pick(Math.min(t, this.drag.t), Math.max(t, this.drag.t));
    else if (mode === "from") this.pick(Math.min(t, to), Math.max(t, to));
    else if (mode === "to") this.pick(Math.min(t, from), Math.max(t, from));
    else this.pick(from + t - this.drag.t, to + t - this.drag.t);
  }

  pick(from, to) {
    if (to - from > ((this.home.to - this.home.from) * 4) / this.width) this.onPick(from, to);
  }

  key(event, side) {
    const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 };
    const step = ((this.home.to - this.home.from) / 100) * (steps[event.key] ?? 0);
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    const next = { from: this.from, to: this.to };
    next[side] = Math.min(Math.max(next[side] + step, this.home.from), this.home.to);
    if (next.to > next.from) this.onPick(next.from, next.to);
  }
}

function bar(x, y, w, h) {
  const gap = w > 4 ? 1 : 0;
  return `M${(x + gap / 2).toFixed(2)} ${y.toFixed(2)}h${(w - gap).toFixed(2)}v${h.toFixed(2)}h${(gap - w).toFixed(2)}z`;
}

function place(node, values) {
  for (const [name, value] of Object.entries(values)) node.setAttribute(name, value);
}

