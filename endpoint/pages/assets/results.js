// SPDX-License-Identifier: Apache-2.0
// Shows SPARQL results as a table. Everything goes in as text, never as markup.
"use strict";
window.prosperResults = (function () {
  const shownRows = 1000;

  function element(name, text) {
    const node = document.createElement(name);
    if (text !== undefined) node.textContent = text;
    return node;
  }

  // Our own addresses work on any host and port: relative to the root of the site.
  function linkTo(iri, site) {
    if (iri.startsWith(site.base)) return site.root + iri.slice(site.base.length);
    return /^https?:/.test(iri) ? iri : null;
  }

  function shorten(iri, site) {
    if (iri.startsWith(site.base)) return iri.slice(site.base.length);
    return iri;
  }

  function cellOf(term, site) {
    const cell = element("td");
    if (!term) return cell;
    if (term.type === "uri") {
      const href = linkTo(term.value, site);
      const link = element(href ? "a" : "span", shorten(term.value, site));
      if (href) link.href = href;
      link.title = term.value;
      cell.append(link);
    } else {
      cell.append(term.type === "bnode" ? "_:" + term.value : term.value);
      const tag = term["xml:lang"] || (term.datatype || "").replace(/^.*[#/]/, "");
      if (tag) {
        const note = element("span", tag);
        note.className = "tag";
        cell.append(note);
      }
    }
    return cell;
  }

  function tableOf(answer, site) {
    const table = element("table");
    const head = table.createTHead().insertRow();
    for (const name of answer.head.vars) {
      const cell = element("th", name);
      cell.scope = "col";
      head.append(cell);
    }
    const body = table.createTBody();
    for (const row of answer.results.bindings.slice(0, shownRows)) {
      const line = body.insertRow();
      for (const name of answer.head.vars) line.append(cellOf(row[name], site));
    }
    return table;
  }

  return { element: element, tableOf: tableOf, shownRows: shownRows };
})();
