import assert from "node:assert/strict";
import test from "node:test";
import { createHash } from "node:crypto";
import { sha256 } from "../../../timeline/chart/assets/hash.js";

test("the hash is that of every other implementation", () => {
  for (const text of ["", "abc", "x".repeat(55), "x".repeat(56), "x".repeat(64), "è\0€😀".repeat(99)]) {
    assert.equal(sha256(text), createHash("sha256").update(text).digest("hex"));
  }
});
