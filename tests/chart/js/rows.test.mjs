import assert from "node:assert/strict";
import test from "node:test";
import { cut, pack, placeLabels } from "../../../timeline/chart/assets/rows.js";

const measure = (text) => text.length * 7;

function random(seed) {
  let state = seed;
  return () => ((state = (state * 1103515245 + 12345) % 2147483648) / 2147483648);
}

function items(n, seed, width) {
  const next = random(seed);
  return Array.from({ length: n }, (_, order) => {
    const x = next() * width;
    const text = "word ".repeat(2 + Math.floor(next() * 8)).trim();
    return { order, rank: Math.floor(next() * n), x, left: 7, right: 7, lo: x - 7, hi: x + 7, text, label: measure(text) + 20, most: 300 };
  });
}

test("rows are free where an item is put", () => {
  for (let seed = 1; seed < 30; seed++) {
    const all = items(120, seed, 900);
    const rows = pack(all, 900);
    for (let row = 0; row < rows; row++) {
      const own = all.filter((item) => item.row === row).sort((a, b) => a.from - b.from);
      for (let k = 1; k < own.length; k++) assert.ok(own[k - 1].to < own[k].from);
    }
  }
});

test("the same items get the same rows", () => {
  const [a, b] = [items(80, 5, 700), items(80, 5, 700)];
  pack(a, 700);
  pack(b, 700);
  assert.deepEqual(a.map((item) => item.row), b.map((item) => item.row));
});

test("no label meets another or a mark, and none leaves the plot", () => {
  for (let seed = 1; seed < 40; seed++) {
    const all = items(60, seed, 800).map((item) => ({ ...item, row: item.order % 5 }));
    placeLabels(all, 800, measure);
    for (const item of all.filter((one) => one.place)) {
      assert.ok(item.place.from >= 0 && item.place.to <= 800);
      for (const other of all.filter((one) => one.row === item.row && one !== item)) {
        assert.ok(other.x + 7 <= item.place.from || other.x - 7 >= item.place.to);
        if (other.place) assert.ok(other.place.to <= item.place.from || other.place.from >= item.place.to);
      }
    }
  }
});

test("the most important get their label first", () => {
  const all = [{ x: 100, left: 7, right: 7, row: 0, rank: 2, text: "minor minor minor", most: 300 },
    { x: 130, left: 7, right: 7, row: 0, rank: 1, text: "major major major", most: 300 }];
  placeLabels(all, 290, measure);
  assert.equal(all[1].place.text, "major major major");
});

test("cutting ends at a word and never splits a character", () => {
  assert.equal(cut("short", 100, measure), "short");
  assert.equal(cut("one two three four five", 100, measure), "one two three…");
  assert.equal(cut("abcdefgh", 20, measure), "");
  assert.ok(!cut("👩‍👩‍👧‍👦".repeat(20), 120, measure).includes("\ufffd"));
});
