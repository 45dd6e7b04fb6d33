// SPDX-License-Identifier: Apache-2.0
// The query page: editor, examples, running a query, errors at their line, downloads.
"use strict";
(function () {
  const form = document.getElementById("query-form");
  const area = document.getElementById("query");
  const results = document.getElementById("results");
  const errorBox = document.getElementById("error");
  const text = results.dataset;
  const site = { base: form.dataset.base, root: form.dataset.root };
  const element = window.prosperResults.element;
  let running = null;
  let marked = null;

  const editor = CodeMirror.fromTextArea(area, {
    mode: "application/sparql-query",
    lineNumbers: true,
    matchBrackets: true,
    autoCloseBrackets: true,
    viewportMargin: Infinity,
    extraKeys: {
      "Ctrl-Enter": run,
      "Cmd-Enter": run,
      // Tab leaves the editor, as everywhere on a page.
      Tab: false,
      "Shift-Tab": false,
    },
  });
  editor.getInputField().setAttribute("aria-label", document.querySelector("label[for=query]").textContent);

  function markError(line) {
    if (marked) editor.removeLineClass(marked, "background", "error-line");
    marked = line ? editor.addLineClass(Number(line) - 1, "background", "error-line") : null;
  }

  function showError(failure) {
    const place = failure.line ? " (" + text.line + " " + failure.line + ", " + text.column + " " + failure.column + ")" : "";
    errorBox.replaceChildren(element("p", text.error + place), element("p", failure.message || String(failure)));
    errorBox.hidden = false;
    results.hidden = true;
    markError(failure.line);
    if (failure.line) editor.setCursor({ line: failure.line - 1, ch: Math.max(0, failure.column - 1) });
  }

  // A download is a form of its own, so that long queries go out as POST.
  function addDownloads(formats) {
    const place = document.getElementById("downloads");
    place.replaceChildren(element("span", text.download));
    for (const format of formats) {
      const download = element("form");
      download.method = "post";
      download.action = site.root + "sparql";
      for (const [name, value] of [["query", editor.getValue()], ["format", format], ["download", "1"]]) {
        const field = element("input");
        field.type = "hidden";
        field.name = name;
        field.value = value;
        download.append(field);
      }
      const button = element("button", format);
      button.type = "submit";
      download.append(button);
      place.append(download);
    }
  }

  function showAnswer(answer, type, body) {
    const place = document.getElementById("table");
    const count = document.getElementById("count");
    count.textContent = "";
    if (type.startsWith("text/turtle")) {
      addDownloads(["turtle", "ntriples", "jsonld", "rdfxml"]);
      place.replaceChildren(element("pre", body));
    } else if (typeof answer.boolean === "boolean") {
      addDownloads(["json", "xml"]);
      const line = element("p", answer.boolean ? text.yes : text.no);
      line.className = "answer";
      place.replaceChildren(line);
    } else {
      const rows = answer.results.bindings.length;
      addDownloads(["csv", "tsv", "json", "xml"]);
      count.textContent = rows + " " + text.rows + (rows > window.prosperResults.shownRows ? ". " + text.cut : "");
      place.replaceChildren(rows ? window.prosperResults.tableOf(answer, site) : element("p", text.none));
    }
  }

  async function ask(query) {
    if (running) running.abort();
    running = new AbortController();
    const response = await fetch(site.root + "sparql", {
      method: "POST",
      signal: running.signal,
      headers: {
        "Content-Type": "application/sparql-query",
        Accept: "application/sparql-results+json, text/turtle;q=0.9, application/json;q=0.5",
      },
      body: query,
    });
    const type = response.headers.get("Content-Type") || "";
    const body = await response.text();
    if (!response.ok) throw type.includes("json") ? JSON.parse(body) : { message: body };
    showAnswer(type.includes("json") ? JSON.parse(body) : null, type, body);
  }

  async function run() {
    const query = editor.getValue();
    errorBox.hidden = true;
    markError(null);
    results.hidden = false;
    document.getElementById("table").replaceChildren(element("p", text.running));
    document.getElementById("downloads").replaceChildren();
    try {
      await ask(query);
    } catch (failure) {
      if (failure.name !== "AbortError") showError(failure);
    }
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    run();
  });
  document.getElementById("example").addEventListener("change", function (event) {
    if (event.target.value) editor.setValue(event.target.value);
    markError(null);
  });
  if (area.dataset.errorLine) markError(area.dataset.errorLine);
})();
