// The page: answers the reader, and redoes what a change touches.

import { Store, inflateText } from "./data.js";
import { afterPaint, byId, eachFrame, later } from "./dom.js";
import { palette } from "./draw.js";
import { Controls } from "./filters.js";
import { scale } from "./geometry.js";
import { Gestures } from "./gestures.js";
import { Panel } from "./panel.js";
import { search } from "./search.js";
import { read, write } from "./state.js";
import { Strip } from "./strip.js";
import { Surface } from "./surface.js";
import { Table } from "./table.js";
import { fill, oneLine } from "./text.js";
import { ticks, when } from "./time.js";

class App extends Surface {
  constructor(meta, store) {
    super(meta, store);
    this.colours = palette();
    this.panel = new Panel(byId("panel"), this.words, this.show, {
      step: (by) => this.step(by), close: () => this.select(-1), select: (i) => this.select(i, true),
      zoomTo: (from, to) => this.zoomTo(from, to),
    });
    this.strip = new Strip(byId("strip"), this.words, (t) => this.show.day(t), (from, to) => this.setView(from, to));
    this.table = new Table(byId("rows"), store, this.words, this.show, (i) => this.fromTable(i));
    this.controls = new Controls(this);
    this.frame = eachFrame(() => this.redraw());
    this.settle = later(() => this.settled(), 120);
    this.listen();
  }

  async start() {
    const selected = this.state.selected;
    this.state.selected = "";
    await this.changed("start");
    if (selected) {
      const i = await this.store.find(selected, this.state.near);
      if (i >= 0) await this.select(i);
    }
    document.documentElement.dataset.ready = "true";
  }

  async changed(what) {
    const turn = (this.turn = (this.turn ?? 0) + 1);
    if (what === "query" || what === "start") {
      if (this.state.query) byId("count-text").textContent = this.words.searching;
      const found = await search(this.store, this.state.query, () => turn === this.turn);
      if (turn !== this.turn) return;
      this.found = found;
    }
    if (what !== "most") this.match();
    await this.choose();
    if (turn !== this.turn) return;
    this.relay();
    this.controls.sync();
    this.redraw();
    this.rest();
    if (what !== "most") this.fillTable();
    this.remember();
  }

  setView(from, to) {
    const { whole } = this;
    const least = 600;
    const most = whole.to - whole.from;
    const span = Math.min(Math.max(to - from, least), most);
    const edge = span * 0.45;
    const middle = Math.min(Math.max((from + to) / 2, whole.from + span / 2 - edge), whole.to - span / 2 + edge);
    Object.assign(this.state, span >= most ? whole : { from: middle - span / 2, to: middle + span / 2 });
    if (!this.big) this.frame();
    else this.quick();
    this.settle();
  }

  // While moving through a crowd, only axis and strip follow; the rest is redone on settling.
  quick() {
    const view = scale(this.state.from, this.state.to, this.width);
    this.drawAxis(ticks(this.state.from, this.state.to, this.width, this.show), view);
    this.strip.show(this.state.from, this.state.to);
  }

  async settled() {
    if (this.big) {
      await this.choose();
      this.relay();
    } else await this.fillRoom();
    this.drawStrip();
    this.redraw();
    this.remember();
    document.documentElement.dataset.settled = String(Number(document.documentElement.dataset.settled ?? 0) + 1);
  }

  // First the stretch the page opened on, then all of the time.
  widen() {
    const { state, home, whole } = this;
    const there = Math.abs(state.from - home.from) + Math.abs(state.to - home.to) < 2;
    const { from, to } = there ? whole : home;
    this.setView(from, to);
  }

  zoom(factor, x = this.width / 2) {
    const t = this.view.t(x);
    const { from, to } = this.state;
    this.setView(t - (t - from) / factor, t + (to - t) / factor);
  }

  pan(pixels) {
    const by = pixels / this.view.perSecond;
    this.setView(this.state.from + by, this.state.to + by);
  }

  zoomTo(from, to) {
    const pad = (to - from) * 0.25;
    this.setView(from - pad, to + pad);
  }

  tap(x, y) {
    const item = this.hit(x, y);
    this.select(item ? item.i : -1);
  }

  async select(i, reveal = false) {
    this.current = i;
    document.body.classList.toggle("chosen", i >= 0);
    for (const button of document.querySelectorAll("#undated button")) {
      button.setAttribute("aria-current", String(Number(button.dataset.event) === i));
    }
    if (i < 0) {
      Object.assign(this, { chain: [] });
      this.state.selected = "";
      this.redraw();
      this.rest();
      this.remember();
      return;
    }
    if (reveal) await this.reveal(i);
    const event = await this.store.event(i);
    if (this.current !== i) return;
    this.panel.event(event, { cluster: [event], earlier: [], later: null, teller: null });
    const linked = await this.linked(event);
    if (this.current !== i) return;
    this.chain = [...linked.earlier, ...(linked.later ? [linked.later] : [])].map((other) => other.index);
    this.state.selected = event.event_id;
    this.state.near = i;
    if (linked.cluster.length > 1 || this.chain.length || linked.teller) this.panel.event(event, linked);
    byId("said").textContent = `${oneLine(event.summary)}. ${when(event, this.words, this.show, fill)}`;
    if (this.big) afterPaint(() => this.redraw()); // the text first: a crowd takes longer to draw
    else this.redraw();
    if (this.narrow) this.scrollTo(i);
    this.remember();
  }

  /** Bring an event that is not shown, or not in view, onto the chart. */
  async reveal(i) {
    const own = this.store.leader[i];
    if (!this.shown.includes(own) && !this.extras.has(own)) {
      this.shown = [...this.shown, own].sort((a, b) => a - b);
      await this.readLabels();
      this.relay();
    }
    const t = this.store.middle(own);
    const { from, to } = this.state;
    if (this.store.dated(own) && (t < from || t > to)) this.setView(t - (to - from) / 2, t + (to - from) / 2);
  }

  /** The events an event is linked with: its cluster, what corrected it, what it corrects, who told it. */
  async linked(event) {
    const { store } = this;
    const i = event.index;
    const load = (k) => (k >= 0 ? store.event(k) : null);
    const some = (indices) => Promise.all(indices.slice(0, 20).map(load));
    const [cluster, earlier, later, teller] = await Promise.all([
      some(clusterOf(store, i)), some(store.earlier(i)), load(store.later[i] - 1), load(event.teller ?? -1),
    ]);
    return { cluster, earlier, later, teller };
  }

  /** The next or the previous shown event in the order of time. */
  step(by) {
    const order = this.order();
    if (!order.length) return;
    const at = order.indexOf(this.store.leader[this.current] ?? -1);
    const next = at < 0 ? Math.max(0, order.findIndex((i) => this.inView(i))) : at + by;
    if (next < 0 || next >= order.length) return;
    this.select(order[next], true).then(() => this.scrollTo(order[next]));
  }

  fromTable(i) {
    this.select(i, true).then(() => {
      this.scrollTo(i);
      byId("panel-title")?.focus({ preventScroll: true });
    });
  }

  listen() {
    new Gestures(byId("stage"), {
      pan: (pixels) => this.pan(pixels), zoom: (factor, x) => this.zoom(factor, x),
      tap: (x, y) => this.tap(x, y), hover: (x, y) => this.hover(x, y), settle: () => this.settle(),
    });
    byId("zoom-in").addEventListener("click", () => this.zoom(1.7));
    byId("zoom-out").addEventListener("click", () => this.zoom(1 / 1.7));
    byId("whole").addEventListener("click", () => this.widen());
    byId("before").addEventListener("click", () => this.setView(this.whole.from, this.state.to));
    byId("after").addEventListener("click", () => this.setView(this.state.from, this.whole.to));
    byId("show-all").addEventListener("click", () => this.showAll());
    byId("save-csv").addEventListener("click", () => this.saveTable());
    for (const format of ["png", "svg"]) byId(`save-${format}`).addEventListener("click", () => this.savePicture(format));
    byId("print").addEventListener("click", () => window.print());
    document.addEventListener("keydown", (event) => this.key(event));
    new ResizeObserver(later(() => this.resized(), 60)).observe(byId("stage"));
    for (const query of ["(prefers-color-scheme: dark)", "print"]) {
      matchMedia(query).addEventListener("change", () => this.recolour());
    }
    window.addEventListener("hashchange", () => this.readAddress());
  }

  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "Escape") this.escape(event.target);
    if (typing) return;
    const onChart = event.target === document.body || byId("chart").contains(event.target) || byId("panel").contains(event.target);
    const act = {
      "/": () => byId("search").focus(), "+": () => this.zoom(1.7), "=": () => this.zoom(1.7), "-": () => this.zoom(1 / 1.7),
      0: () => this.widen(),
      ...(onChart ? { ArrowLeft: () => this.step(-1), ArrowRight: () => this.step(1), Home: () => this.edge(0), End: () => this.edge(-1) } : {}),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  edge(k) {
    const i = this.order().at(k);
    if (i !== undefined) this.select(i, true).then(() => this.scrollTo(i));
  }

  escape(target) {
    const open = document.querySelector(".toolbar details[open]");
    if (open) {
      open.open = false;
      open.querySelector("summary").focus();
    } else if (target.id === "search" && target.value) {
      target.value = "";
      this.state.query = "";
      this.changed("query");
    } else if (this.current >= 0) this.select(-1);
  }

  resized() {
    this.knownWidth = undefined;
    if (!this.layout || this.width === this.view.width) return;
    this.relay();
    this.redraw();
  }

  showAll() {
    this.state.most = this.total;
    this.changed("most");
  }

  remember() {
    const fragment = write(this.state, this.defaults, this.store.names);
    this.address = fragment ? `#${fragment}` : "";
    try {
      history.replaceState(null, "", this.address || location.pathname + location.search);
    } catch {
      // A page inside another may not be allowed to; the chart works without.
    }
  }

  async readAddress() {
    if (location.hash === this.address) return;
    this.state = read(location.hash, this.defaults, this.store.names);
    await this.start();
  }
}

function clusterOf(store, i) {
  const own = store.leader[i];
  if (store.told[own] < 2) return [own];
  const found = [];
  for (let k = 0; k < store.n; k++) if (store.leader[k] === own) found.push(k);
  return found;
}

async function main() {
  const meta = JSON.parse(byId("meta").textContent);
  if (!globalThis.DecompressionStream) {
    byId("empty").textContent = meta.words.too_old;
    byId("empty").hidden = false;
    return;
  }
  const [store] = await Promise.all([Store.open(meta), loadPlotly()]);
  await new App(meta, store).start();
}

// plotly.js lies in the page like the data; the page's policy names it by its hash.
async function loadPlotly() {
  const script = document.createElement("script");
  script.textContent = await inflateText("plotly");
  document.head.append(script);
}

main();
