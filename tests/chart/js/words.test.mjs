import assert from "node:assert/strict";
import test from "node:test";
import { findIn, pattern } from "../../../timeline/chart/assets/text.js";
import { Dictionary, Records, seeker } from "../../../timeline/chart/assets/words.js";

// `two` 90; words 1 to 5, then what stands between words.
const dictionary = () => new Dictionary(["90", "Città", "vecchia", "l", "ora", "x".repeat(30), "\x1f, ", "\x1f’", "\x1f\x1f"].join("\x1e"));
// All of one byte, so that these are the bytes as well.
const numbers = Uint8Array.from([1, 2, 6, 2, 0, 0, 3, 7, 4, 2, 0, 8, 5]);

test("a space stands between two words and nowhere else", () => {
  const records = new Records(dictionary(), numbers);
  assert.deepEqual([0, 1, 2, 3].map((k) => records.at(k)), ["Città vecchia, vecchia", "", "l’ora vecchia", `\x1f${"x".repeat(30)}`]);
});

test("word numbers of one, two and three bytes", () => {
  const read = dictionary().numbers(Uint8Array.from([0, 159, 160, 0, 161, 1, 250, 0, 0, 255, 1, 2]));
  assert.deepEqual([...read], [0, 159, 160, 417, 23200, 23200 + 5 * 65536 + 258]);
});

test("a search finds in the numbers what it finds in the texts", () => {
  const words = dictionary();
  const records = new Records(words, numbers);
  const text = [0, 1, 2, 3].map((k) => records.at(k)).join("\x1e");
  for (const terms of [["citta"], ["VECCHIA"], ["l'ora"], ["vecchia, v"], [","], ["ora vecchia"], ["xx"], ["nothing"], ["citta", "ora"], ["90"], ["\x1f"]]) {
    const found = new Set();
    const expected = new Set();
    seeker(words, terms, pattern)(numbers, (w, record) => found.add(`${w} ${record}`));
    terms.forEach((term, w) => findIn(text, pattern(term), (record) => expected.add(`${w} ${record}`)));
    assert.deepEqual([...found].sort(), [...expected].sort(), String(terms));
  }
});

test("where a word stands in its record", () => {
  const spans = [];
  seeker(dictionary(), ["vecchia"], pattern)(numbers, (w, record, from, to) => spans.push([record, from, to]));
  assert.deepEqual(spans, [[0, 6, 13], [0, 15, 22], [2, 6, 13]]);
});
