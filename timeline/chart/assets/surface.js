// What the reader sees: the plot and all that stands around it.

import { byId, el, glyph, later } from "./dom.js";
import { fileName, saveCsv, savePicture } from "./download.js";
import { heat, layoutOf, palette, traces } from "./draw.js";
import { languageName } from "./filters.js";
import { ROW, scale } from "./geometry.js";
import { picture } from "./picture.js";
import { PLAIN, Scene } from "./scene.js";
import { histogram } from "./strip.js";
import { fill, oneLine } from "./text.js";
import { ticks, when } from "./time.js";

/** The part of the page that draws; `App` answers the reader. */
export class Surface extends Scene {
  drawParts() {
    document.body.classList.toggle("timeless", !this.hasTimes);
    document.body.classList.toggle("void", !this.store.n);
    this.drawGutter();
    this.drawUndated();
    this.drawStrip();
  }

  redraw() {
    const { store, state, colours } = this;
    const view = (this.view = scale(state.from, state.to, this.width));
    this.items = this.arranged(view);
    const tick = ticks(state.from, state.to, this.width, this.show, this.narrow ? 64 : 84);
    const chosen = this.items.find((item) => item.i === this.current);
    const data = [
      ...heat(this.density(), this.layout.lanes, colours),
      ...traces(store, this.items, view, colours, chosen, this.chainItems()),
    ];
    const height = Math.max(this.layout.height, 60);
    const layout = layoutOf(this.layout, view, tick, colours, height);
    globalThis.Plotly.react(byId("plot"), data, layout, { staticPlot: true, displayModeBar: false, showSendToCloud: false, responsive: false });
    this.tell();
    this.drawAxis(tick, view);
    this.strip.show(state.from, state.to);
  }

  /** Say how many events are shown, of how many. */
  tell() {
    const { words, total } = this;
    const number = (n) => n.toLocaleString(words.locale);
    const { before, inside, after } = this.around();
    const seen = this.zoomed ? this.items.filter((item) => item.x >= 0 && item.x <= this.width).length : this.shown.length;
    const all = this.zoomed ? inside : total;
    let text = fill(words[this.zoomed ? "in_view" : "shown_some"], { n: number(seen), m: number(all) });
    if (!this.zoomed && seen >= total) text = total === 1 ? words.one_event : fill(words.shown_all, { n: number(total) });
    if (!total) text = words.no_match;
    if (byId("count-text").textContent !== text) byId("count-text").textContent = text;
    byId("show-all").hidden = this.shown.length >= total || total > PLAIN;
    byId("empty").hidden = total > 0;
    for (const [name, count] of [["before", before], ["after", after]]) {
      byId(name).hidden = !count;
      byId(name).textContent = (name === "before" ? "‹ " : "") + fill(words[name], { n: number(count) }) + (name === "after" ? " ›" : "");
    }
  }

  drawGutter() {
    const lanes = this.layout.lanes.map((lane, k) => {
      const node = el("div", { class: `lane${k % 2 ? "" : " band"}${lane.rest ? " rest" : ""}` },
        el("span", { class: "lane-name", title: oneLine(lane.name) }, oneLine(this.laneName(lane), 120)));
      node.style.setProperty("--lines", this.narrow ? 1 : Math.max(2, Math.floor((lane.height - 8) / 17)));
      node.style.height = `${lane.height}px`;
      node.style.top = `${lane.top}px`;
      return node;
    });
    byId("gutter").replaceChildren(...lanes);
    byId("gutter").style.height = `${Math.max(this.layout.height, 60)}px`;
  }

  laneName(lane) {
    if (lane.rest || this.state.lanes === "actor") return lane.name;
    if (this.state.lanes === "type") return this.words.types_named[lane.name] ?? lane.name;
    return this.state.lanes === "language" ? languageName(lane.name) : lane.name;
  }

  undatedMarks() {
    const { store } = this;
    return this.shown.filter((i) => !store.dated(i)).map((i) => ({
      text: oneLine(this.summaries.get(i), 70), action: store.isAction(i), hollow: store.factuality[i] > 0,
    }));
  }

  drawUndated() {
    const undated = this.shown.filter((i) => !this.store.dated(i)).map((i) => [i, this.summaries.get(i)]);
    byId("undated-lane").hidden = !undated.length;
    byId("undated").replaceChildren(...undated.map(([i, summary]) => el("li", {},
      el("button", { type: "button", "data-event": i, onclick: () => this.select(i, true) },
        glyph(this.store.isAction(i), this.store.factuality[i] > 0), oneLine(summary, 70)))));
  }

  /** The strip shows the stretch the page opens on; all of the time once the view leaves that. */
  drawStrip() {
    const { state, home, whole } = this;
    const n = Math.max(20, Math.round(this.width / 7));
    const outside = state.from < home.from - 1 || state.to > home.to + 1;
    const span = outside ? whole : home;
    const key = `${n} ${span.from} ${span.to}`;
    if (!this.bins || this.binsKey !== key) this.bins = histogram(this.store, this.mask, span.from, span.to, n);
    this.binsKey = key;
    this.strip.draw(this.bins, span, this.width);
    this.strip.show(state.from, state.to);
  }

  drawAxis(tick, view) {
    const kept = tick.filter(({ t }) => view.x(t) > 14 && view.x(t) < view.width - 20);
    // On a phone the count of earlier events stands where the first year would.
    const clear = this.narrow && !byId("before").hidden ? kept.findIndex(({ t }) => view.x(t) > 120) : 0;
    const last = byId("after").hidden ? Infinity : view.width - 76; // there the count of later events stands
    const marks = kept.map(({ t, top, below }, k) => {
      if (view.x(t) > last) below = "";
      if (clear > 0 && k <= clear) below = k < clear ? "" : below || kept[0].below || tick[0].below;
      if (!clear && !k) below ||= tick[0].below;
      const node = el("span", { class: "tick" }, el("b", {}, top), el("i", {}, below));
      node.style.left = `${view.x(t)}px`;
      return node;
    });
    const keys = this.keys.map((key) => {
      const node = el("span", { class: "key-date" });
      node.style.left = `${view.x((key.from + key.to) / 2)}px`;
      return node;
    });
    byId("axis").replaceChildren(...marks, ...keys);
  }

  async rest() {
    if (this.current >= 0) return;
    const summaries = await this.store.summaries(this.keys.map((key) => key.best));
    const named = this.keys.map((key, k) => ({ ...key, summary: summaries[k], label: this.show[key.unit](key.from) }));
    if (!(this.current >= 0)) this.panel.rest(named, this.narrow, this.big);
  }

  fillTable() {
    this.table.set(this.matched);
    later(() => this.table.prepare(), 0)();
  }

  hit(x, y) {
    let best = null;
    let least = 15;
    for (const item of this.items) {
      const dy = Math.abs(item.y - y);
      if (dy > ROW / 2 + 1) continue;
      const { place } = item;
      const onLabel = place && x >= place.from && x <= place.to;
      const onBar = item.line === "bar" && x >= item.lineFrom && x <= item.lineTo && y > item.y + 5;
      const away = onLabel ? 3 : onBar ? 6 : Math.hypot(item.x - x, dy);
      if (away < least) [best, least] = [item, away];
    }
    return best;
  }

  hover(x, y) {
    const item = x === null ? null : this.hit(x, y);
    byId("stage").classList.toggle("over", Boolean(item));
    if (item?.i === this.tipped) return;
    this.tipped = item?.i;
    const tip = byId("tip");
    tip.hidden = !item;
    if (item) this.fillTip(tip, item);
  }

  fillTip(tip, item) {
    const { store, words } = this;
    const i = item.i;
    const who = [store.name("actor", i), store.name("source", i)].map((name) => oneLine(name, 60)).filter(Boolean);
    const sure = words[["asserted", "reported", "possible", "planned", "denied"][store.factuality[i]]];
    const told = store.told[i] > 1 ? fill(words.n_sources, { n: store.told[i] }) : null;
    tip.replaceChildren(el("b", {}, this.summaries.get(i)),
      el("span", {}, when(store.times(i), words, this.show, fill)),
      el("span", { class: "soft" }, [...who, store.factuality[i] ? sure : null, told].filter(Boolean).join(" · ")));
    const left = Math.min(Math.max(item.x - 20, 4), Math.max(4, this.width - 300));
    tip.style.left = `${left}px`;
    tip.style.top = `${item.y + 16}px`;
  }

  scrollTo(i) {
    const y = this.layout.y.get(this.store.leader[i]);
    if (y === undefined) return;
    const box = byId("stage").getBoundingClientRect();
    const at = box.top + y;
    // On a phone the panel covers the lower part.
    const [last, aim] = this.narrow ? [window.innerHeight * 0.36, 0.24] : [window.innerHeight - 120, 0.5];
    if (at < 90 || at > last) window.scrollBy({ top: at - window.innerHeight * aim, behavior: "instant" });
  }

  async saveTable() {
    const events = await Promise.all(this.shown.map((i) => this.store.event(i)));
    saveCsv(fileName(this.meta.title), this.meta.columns, events.map((event) => tableRow(event)));
  }

  savePicture(format) {
    const { figure, size } = picture(byId("plot"), this.view, {
      title: this.meta.title, note: byId("count-text").textContent, lanes: this.layout.lanes, colours: this.colours,
      ticks: ticks(this.state.from, this.state.to, this.width, this.show), undated: this.undatedMarks(), measure: this.measure,
      undatedName: this.words.undated,
    });
    return savePicture(fileName(this.meta.title), figure, format, size);
  }

  recolour() {
    this.colours = palette();
    if (this.layout) this.redraw();
  }
}

function tableRow(event) {
  const iso = (t) => (Number.isNaN(t) ? null : new Date(t * 1000).toISOString().slice(0, 19));
  return { ...event, start: iso(event.start), end: iso(event.end), extent: event.throughout ? "throughout" : "within", context: event.context };
}
