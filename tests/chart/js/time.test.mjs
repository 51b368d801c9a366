import assert from "node:assert/strict";
import test from "node:test";
import { readFileSync } from "node:fs";
import { fill } from "../../../timeline/chart/assets/text.js";
import { DAY, formats, iso, ticks, when } from "../../../timeline/chart/assets/time.js";

const words = (code) => JSON.parse(readFileSync(new URL(`../../../timeline/chart/assets/wording/${code}.json`, import.meta.url)));
const at = (text) => Date.parse(`${text}Z`) / 1000;
const say = (code, start, end, throughout = false) => {
  const event = { start: start ? at(start) : NaN, end: end ? at(end) : NaN, throughout };
  return when(event, words(code), formats(words(code).locale), fill);
};

test("a date is said as finely as it is known", () => {
  assert.equal(say("en", "2022-01-07T00:00", "2022-01-08T00:00"), "7 January 2022");
  assert.equal(say("en", "2022-01-01T00:00", "2022-02-01T00:00"), "January 2022");
  assert.equal(say("en", "2022-01-01T00:00", "2023-01-01T00:00"), "2022");
  assert.equal(say("en", "2021-12-31T00:00", "2022-01-31T00:00"), "between 31 December 2021 and 30 January 2022");
  assert.equal(say("en", "2022-01-02T00:00", "2022-01-10T00:00", true), "2 January 2022 to 9 January 2022");
  assert.equal(say("en", "2022-01-05T18:00", "2022-01-06T00:00"), "5 January 2022, 18:00–24:00");
  assert.equal(say("en", "2022-01-08T14:30", "2022-01-08T14:31"), "8 January 2022, 14:30");
  assert.equal(say("en", null, "2022-01-09T00:00"), "by 8 January 2022");
  assert.equal(say("en", "2022-01-05T00:00", null), "from 5 January 2022 on");
  assert.equal(say("en", null, null), "Undated");
});

test("Italian contracts before 8 and 11", () => {
  assert.equal(say("it", null, "2022-01-09T00:00"), "entro l’8 gennaio 2022");
  assert.equal(say("it", "2022-01-08T00:00", "2022-01-12T00:00", true), "dall’8 gennaio 2022 all’11 gennaio 2022");
  assert.equal(say("it", "2022-01-05T00:00", null), "dal 5 gennaio 2022");
});

test("ticks keep their distance and are inside the view", () => {
  const show = formats("en-GB");
  for (let power = 2; power < 11; power += 0.25) {
    const from = at("2022-01-03T05:00");
    const found = ticks(from, from + 10 ** power, 800, show);
    for (let k = 1; k < found.length; k++) assert.ok(((found[k].t - found[k - 1].t) / 10 ** power) * 800 >= 60);
    for (const { t } of found) assert.ok(t >= from && t <= from + 10 ** power);
    assert.ok(found.length >= 1);
  }
});

test("days are named in the language of the page", () => {
  const [first] = ticks(at("2022-01-03T00:00"), at("2022-01-08T00:00"), 800, formats("it-IT"));
  assert.deepEqual([first.top, first.below], ["3 gen", "2022"]);
});

test("years before Christ", () => {
  assert.equal(iso(-63549532800).slice(0, 5), "-0044");
  assert.ok(ticks(-70000000000, -60000000000, 800, formats("en-GB")).length > 1);
  assert.equal(DAY, 86400);
});
