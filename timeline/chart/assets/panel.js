// The side panel: one event with the sentences that prove it, or how to read the chart.

import { el, glyph } from "./dom.js";
import { fill, oneLine, visible } from "./text.js";
import { when } from "./time.js";

/** The event's paragraph with its sentence highlighted; the trigger and the words of time set off in it. */
export function evidenceNode(event) {
  const { context, sentence_span: [from, to] } = event;
  if (to <= from) return null;
  const points = Array.from(event.text);
  const spans = ["trigger", "time"].map((name) => [name, spanOf(event, name, points.length)]).filter(([, span]) => span);
  return el("blockquote", { class: `evidence ${event.kind}` },
    visible(context.slice(0, from)), el("mark", {}, ...pieces(points, spans)), visible(context.slice(to)));
}

// Where a part stands in the sentence, in code points, as the table counts them.
function spanOf(event, name, size) {
  const [start, end] = [event[`${name}_start`], event[`${name}_end`]];
  if (typeof start !== "number" || typeof end !== "number" || typeof event.start_char !== "number") return null;
  const span = [Math.max(0, start - event.start_char), Math.min(size, end - event.start_char)];
  return span[0] < span[1] ? span : null;
}

function pieces(points, spans) {
  const parts = [];
  let at = 0;
  for (const [name, [a, b]] of spans.sort((x, y) => x[1][0] - y[1][0])) {
    if (a < at) continue;
    parts.push(points.slice(at, a).join(""));
    parts.push(el(name === "trigger" ? "strong" : "span", { class: name }, points.slice(a, b).join("")));
    at = b;
  }
  return [...parts, points.slice(at).join("")];
}

/** A citation: the sentence, its source, the date of publication, the document. */
export function citation(event, words) {
  const [open, close] = words.quoted;
  const sentence = event.text.replace(/\s+/g, " ").trim();
  const said = sentence ? `${open}${sentence}${close}` : event.summary;
  const where = [event.source || event.document, event.published];
  if (event.document && event.document !== event.source) where.push(event.document);
  return visible(`${said} (${where.filter(Boolean).join(", ")})`);
}

/** Builds the panel; `actions` holds what its buttons do. */
export class Panel {
  constructor(host, words, show, actions) {
    Object.assign(this, { host, words, show, actions });
  }

  set(...nodes) {
    this.host.replaceChildren(...nodes.filter(Boolean));
    this.host.scrollTop = 0;
  }

  /** Show one event; `linked` holds its cluster, the chain of corrections and the telling statement. */
  event(event, linked) {
    const { words } = this;
    this.set(
      this.navigation(),
      el("h2", { tabindex: -1, id: "panel-title" }, oneLine(event.summary || event.trigger || event.text, 300)),
      this.chips(event, linked),
      this.facts(event),
      event.quote ? el("div", { class: "quote" }, el("h3", {}, words.quote), el("p", {}, quoted(event.quote, words))) : null,
      this.told(event, linked),
      this.rivals(linked.cluster),
      this.links(event, linked),
    );
  }

  navigation() {
    const { words, actions } = this;
    return el("div", { class: "panel-nav" },
      el("button", { type: "button", onclick: () => actions.step(-1) }, "‹ ", words.earlier),
      el("button", { type: "button", onclick: () => actions.step(1) }, words.later, " ›"),
      el("button", { type: "button", class: "close", "aria-label": words.close, onclick: actions.close }, "✕"));
  }

  chips(event, { cluster }) {
    const { words } = this;
    const chip = (text, look = "") => el("span", { class: `chip ${look}` }, text);
    const type = event.type ? chip(words.types_named[event.type] ?? event.type) : null;
    return el("p", { class: "chips" },
      el("span", { class: `chip kind ${event.kind}` }, glyph(event.kind === "action", event.factuality !== "asserted"), words[event.kind]),
      type, event.factuality === "asserted" ? null : chip(words[event.factuality] ?? event.factuality, "unsure"),
      event.superseded_by ? chip(words.revised, "unsure") : null,
      cluster.length > 1 ? chip(fill(words.n_sources, { n: sourcesOf(cluster) })) : null,
      (event.corrected ?? []).length ? chip(words.by_hand) : null);
  }

  facts(event) {
    const { words } = this;
    const list = el("dl", { class: "facts" });
    const add = (label, ...value) => value.some(Boolean) && list.append(el("dt", {}, label), el("dd", {}, ...value));
    add(words.when, ...this.whenNodes(event));
    add(words.who, event.actor, event.actor_role ? el("small", {}, event.actor_role) : null);
    add(words.whom, event.recipient);
    add(words.what, event.object);
    add(words.where, [event.place, event.country].filter(Boolean).join(", "));
    add(words.how_many_label, countText(event));
    add(words.says, (event.attribution ?? []).join(" ← "));
    add(words.source_label, sourceNode(event.source));
    add(words.published, event.published, this.publishedBasis(event));
    if (event.document && event.document !== event.source) add(words.document, event.document);
    return list;
  }

  whenNodes(event) {
    const { words } = this;
    const how = [event.time_text && fill(words.read_from, { text: oneLine(event.time_text) }), words.basis[event.time_basis]];
    const small = how.filter(Boolean).join(" · ");
    return [when(event, words, this.show, fill), small ? el("small", {}, small) : null];
  }

  publishedBasis(event) {
    const basis = this.words.published_basis[event.published_basis];
    return basis ? el("small", {}, basis) : null;
  }

  /** The evidence, and that of every other report of the same event. */
  told(event, { cluster }) {
    const { words } = this;
    const others = cluster.filter((other) => other.index !== event.index);
    return el("section", { class: "told" },
      el("h3", {}, words.evidence), this.report(event),
      others.length ? el("h3", {}, words.also_told) : null,
      ...others.map((other) => el("div", { class: "other" },
        el("p", { class: "byline" }, [other.source, other.published].filter(Boolean).join(" · ")), this.report(other))));
  }

  report(event) {
    const { words } = this;
    const copy = el("button", { type: "button", class: "quiet", onclick: () => this.copy(copy, event) }, words.copy);
    return el("div", {}, evidenceNode(event), copy);
  }

  async copy(button, event) {
    const done = await copyText(citation(event, this.words));
    if (done) button.textContent = this.words.copied;
    setTimeout(() => (button.textContent = this.words.copy), 1600);
  }

  rivals(cluster) {
    const given = cluster.filter((event) => event.count_best !== undefined && event.count_best !== null);
    if (new Set(given.map(countText)).size < 2) return null;
    return el("section", { class: "rivals" }, el("h3", {}, this.words.rival), el("ul", {},
      ...given.map((event) => el("li", {}, el("b", {}, countText(event)), " ", event.source))));
  }

  links(event, { later, earlier, teller }) {
    const { words, actions } = this;
    const link = (label, other) => el("button", { type: "button", class: "link", onclick: () => actions.select(other.index) },
      el("small", {}, label), oneLine(other.summary, 120));
    return el("div", { class: "links" },
      ...earlier.map((other) => link(words.earlier_version, other)),
      later ? link(words.revised_by, later) : null, teller ? link(words.reported_in, teller) : null);
  }

  /** With no event chosen: the key dates and how to read the chart. */
  rest(keyDates, touch, crowd) {
    const { words, actions } = this;
    const dates = keyDates.map((key) => el("li", {},
      el("button", { type: "button", class: "link", onclick: () => actions.zoomTo(key.from, key.to) },
        el("small", {}, `${key.label} · ${key.count === 1 ? words.one_event : fill(words.events, { n: key.count })}`),
        oneLine(key.summary, 110))));
    this.set(
      el("p", { class: "hint" }, words.select_hint),
      dates.length ? el("h2", {}, words.key_dates) : null, el("ol", { class: "key-dates" }, ...dates),
      el("h2", {}, words.how_to_read), legend(words, crowd), touch ? null : keyList(words));
  }
}

function sourcesOf(cluster) {
  const stated = Math.max(0, ...cluster.map((event) => event.sources ?? 0));
  return Math.max(stated, cluster.length);
}

function quoted(text, words) {
  return words.quoted[0] + text + words.quoted[1];
}

export function countText(event) {
  const { count_best: best, count_low: low, count_high: high, count_unit: unit } = event;
  if (best === undefined || best === null) return "";
  const number = (value) => Number(value).toLocaleString(document.documentElement.lang);
  const known = (value) => value !== undefined && value !== null;
  const range = known(low) && known(high) && low !== high ? ` (${number(low)}–${number(high)})` : "";
  return [number(best) + range, unit].filter(Boolean).join(" ");
}

// Only a source that is a web address becomes a link, and it leads exactly where it says.
function sourceNode(source) {
  if (!/^https?:\/\/[^\s<>"]+$/i.test(source ?? "")) return source;
  return el("a", { href: source, rel: "noreferrer noopener", target: "_blank" }, source);
}

function legend(words, crowd) {
  const row = (picture, text) => el("li", {}, picture, el("span", {}, text));
  const line = (look) => el("i", { class: `sample ${look}`, "aria-hidden": "true" });
  return el("ul", { class: "legend" },
    row(glyph(false), words.statement), row(glyph(true), words.action), row(glyph(true, true), words.hollow),
    row(line("bar"), words.lasting), row(line("whisker"), words.within), row(line("arrow"), words.open),
    row(line("faded"), words.revised), row(el("i", { class: "sample badge", "aria-hidden": "true" }, "3"), words.merged), crowd ? row(line("shade"), words.shade) : null);
}

function keyList(words) {
  const keys = [["← →", words.key_step], ["+ −", words.key_zoom], ["/", words.key_search], ["Esc", words.key_close]];
  return el("p", { class: "keys" }, ...keys.flatMap(([key, text]) => [el("kbd", {}, key), ` ${text}  `]));
}

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = el("textarea", { class: "off-screen" });
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
}
