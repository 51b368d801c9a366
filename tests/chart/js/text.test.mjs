import assert from "node:assert/strict";
import test from "node:test";
import { csv, csvCell, fileName } from "../../../timeline/chart/assets/download.js";
import { planes, bytesOf85 } from "../../../timeline/chart/assets/data.js";
import { countAt, positionOf } from "../../../timeline/chart/assets/filters.js";
import { markSentences } from "../../../timeline/chart/assets/search.js";
import { densest } from "../../../timeline/chart/assets/span.js";
import { blank, read, write } from "../../../timeline/chart/assets/state.js";
import { escapeText, fill, findIn, oneLine, pattern, terms, visible } from "../../../timeline/chart/assets/text.js";

test("hidden characters are written out", () => {
  assert.equal(visible("a\u202eb\u0000"), "a⟨202E⟩b⟨0000⟩");
  assert.equal(oneLine(" a\n  b "), "a b");
  assert.equal(oneLine("x".repeat(300), 10).length, 10);
  assert.equal(escapeText('<a href="x">&$'), '&lt;a href="x"&gt;&amp;&#36;');
});

test("a template takes only the values it is given", () => {
  assert.equal(fill("{n} of {m} {x}", { n: 1, m: "{n}" }), "1 of {n} {x}");
});

test("search folds case and accents", () => {
  const holds = (word, text) => text.search(pattern(word)) >= 0;
  for (const [word, text] of [["citta", "CITTÀ"], ["CITTÀ", "citta"], ["jurgen", "Jürgen"], ["cafe", "cafe\u0301"], ["l'ora", "L’ORA"]]) {
    assert.ok(holds(word, text), word);
  }
  assert.ok(!holds("a.c", "abc") && holds("(", "f(x)") && holds("[x]", "a[x]"));
  assert.deepEqual(terms('uno "due tre" quattro'), ["uno", "due tre", "quattro"]);
});

test("a hit counts for the events whose own sentence holds it", () => {
  const text = ["First here. Second there.", "Elsewhere"].join("\x1e");
  const byParagraph = { order: [0, 1, 2], first: [0, 2, 3] };
  const store = { n: 3, byParagraph: () => byParagraph, at: [0, 12, 0], size: [11, 13, 9] };
  const marked = (word) => {
    const mask = new Uint8Array(3);
    findIn(text, pattern(word), (record, from, to) => markSentences(store, record, from, to, mask));
    return [...mask];
  };
  assert.deepEqual(marked("first"), [1, 0, 0]);
  assert.deepEqual(marked("there"), [0, 1, 0]);
  assert.deepEqual(marked("here"), [1, 1, 1]);
  assert.deepEqual(marked("here. Second"), [0, 0, 0]);
});

test("cells that a spreadsheet would run get an apostrophe", () => {
  assert.equal(csvCell("=1+1"), "'=1+1");
  assert.equal(csvCell(-5), "-5");
  assert.equal(csvCell('a"b,c'), '"a""b,c"');
  assert.equal(csvCell(["x"]), '"[""x""]"');
  assert.equal(csv(["a", "b"], [{ a: 1 }]), "a,b\r\n1,\r\n");
  assert.equal(fileName("../Città: già «là»"), "citta-gia-la");
});

test("numbers are read as they were written", () => {
  const [values, end] = planes(new Uint8Array([2, 1, 2, 0, 1]), 0, 2, Float64Array);
  assert.deepEqual([...values, end], [1, 258, 5]);
  assert.deepEqual([...bytesOf85("00000|NsC000")], [0, 0, 0, 0, 255, 255, 255, 255, 0]);
});

test("the slider reaches the essential and everything", () => {
  assert.equal(countAt(100, 500), 500);
  assert.equal(countAt(0, 500), 8);
  for (const n of [8, 60, 499, 500]) assert.ok(Math.abs(countAt(positionOf(n, 500), 500) - n) / n < 0.03);
});

test("the densest stretch leaves far events out", () => {
  assert.deepEqual(densest([-900, 1, 2, 3, 4, 5, 800], 5), { from: 1, to: 5 });
});

test("the address gives back what it was given", () => {
  const names = { actor: ["", "A & B", "C#"], place: [""], source: [""], type: [""], language: [""] };
  const defaults = { ...blank(), most: 60, from: 0, to: 100 };
  const state = { ...defaults, query: "x y", lanes: "place", most: 10, from: 5, to: 50, selected: "a#1", near: 0 };
  state.filters = { ...blank().filters, kind: new Set(["action"]), factuality: new Set([3]), actor: new Set([1, 2]) };
  assert.deepEqual(read(`#${write(state, defaults, names)}`, defaults, names), state);
  assert.equal(write(defaults, defaults, names), "");
  const odd = read("#t=9~1&n=x&lanes=__proto__&no=all&nof=77&actor=nobody", defaults, names);
  assert.deepEqual({ ...odd, filters: 0 }, { ...defaults, filters: 0 });
});
