// SPDX-License-Identifier: Apache-2.0
// The table of the query page, built by the real script in a document of a few lines.
"use strict";
const assert = require("assert");
const fs = require("fs");
const path = require("path");
const vm = require("vm");

class Element {
  constructor(name) {
    this.name = name;
    this.children = [];
    this.textContent = "";
  }
  append(...children) {
    this.children.push(...children);
  }
  insert(name) {
    const child = new Element(name);
    this.children.push(child);
    return child;
  }
  createTHead() { return this.insert("thead"); }
  createTBody() { return this.insert("tbody"); }
  insertRow() { return this.insert("tr"); }
}

const file = path.join(__dirname, "../../endpoint/pages/assets/results.js");
const context = { window: {}, document: { createElement: (name) => new Element(name) } };
vm.runInNewContext(fs.readFileSync(file, "utf8"), context);
const { tableOf, shownRows } = context.window.prosperResults;
const site = { base: "http://example.org/", root: "../" };

function cellFor(term) {
  const answer = { head: { vars: ["x"] }, results: { bindings: [term ? { x: term } : {}] } };
  return tableOf(answer, site).children[1].children[0].children[0];
}

const own = cellFor({ type: "uri", value: "http://example.org/id/a" }).children[0];
assert.deepStrictEqual([own.name, own.href, own.textContent], ["a", "../id/a", "id/a"]);
const other = cellFor({ type: "uri", value: "https://elsewhere.example/b" }).children[0];
assert.strictEqual(other.href, "https://elsewhere.example/b");
const script = cellFor({ type: "uri", value: "javascript:alert(1)" }).children[0];
assert.deepStrictEqual([script.name, script.href], ["span", undefined]);
const markup = cellFor({ type: "literal", value: "<b>", "xml:lang": "fr" });
assert.strictEqual(markup.children[0], "<b>");
assert.strictEqual(markup.children[1].textContent, "fr");
assert.strictEqual(cellFor(null).children.length, 0);

const rows = Array.from({ length: shownRows + 5 }, () => ({}));
const table = tableOf({ head: { vars: ["x"] }, results: { bindings: rows } }, site);
assert.strictEqual(table.children[1].children.length, shownRows);
console.log("the result table is sound");
