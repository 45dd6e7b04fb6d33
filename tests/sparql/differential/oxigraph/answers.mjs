// SPDX-License-Identifier: Apache-2.0
// Answers requests with Oxigraph: a JSON object a line in, one out. Usage: node answers.mjs FOLDER
// In: quads (N-Quads), request, form (select, ask, construct or update), union. Out: what the form gives:
// solutions (JSON results as text), triples (N-Triples), quads (N-Quads); or error.
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { createInterface } from "node:readline";

const require = createRequire(resolve(process.argv[2], "package.json"));
const oxigraph = require("oxigraph");

function answer({ quads, request, form, union }) {
  const store = new oxigraph.Store();
  try {
    store.load(quads, { format: "application/n-quads" });
    if (form === "update") {
      store.update(request);
      return { quads: store.dump({ format: "application/n-quads" }) };
    }
    const results_format = form === "construct" ? "application/n-triples" : "application/sparql-results+json";
    const result = store.query(request, { results_format, use_default_graph_as_union: union });
    return form === "construct" ? { triples: result } : { solutions: result };
  } catch (error) {
    return { error: String(error) };
  } finally {
    store.free();
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(answer(JSON.parse(line))) + "\n");
}
