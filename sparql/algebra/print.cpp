// SPDX-License-Identifier: Apache-2.0
#include "sparql/algebra/print.hpp"

#include "sparql/algebra/printer.hpp"

namespace prosper::sparql::algebra {
namespace {

std::string print_iri(const rdf::Iri& iri) {
  return "<" + iri.value + ">";
}

/// (from …), (using …): `name` says which.
void print_dataset(Printer& printer, const std::string& name, const Dataset& dataset) {
  for (const rdf::Iri& graph : dataset.default_graphs) {
    printer.line();
    printer.open(name);
    printer.word(print_iri(graph));
    printer.close();
  }
  for (const rdf::Iri& graph : dataset.named_graphs) {
    printer.line();
    printer.open(name + "-named");
    printer.word(print_iri(graph));
    printer.close();
  }
}

void print_form(Printer& printer, const Query::Form& form) {
  std::visit(Overloaded{
                 [&](const SelectForm& select) {
                   printer.open("select");
                   printer.variables(select.variables);
                 },
                 [&](const AskForm&) { printer.open("ask"); },
                 [&](const ConstructForm& construct) {
                   printer.open("construct");
                   printer.line();
                   printer.open("template");
                   for (const TriplePattern& triple : construct.triples) {
                     printer.line();
                     printer.triple(triple);
                   }
                   printer.close();
                 },
                 [&](const DescribeForm& describe) {
                   printer.open("describe");
                   for (const TermOrVariable& target : describe.targets) {
                     printer.word(print(target));
                   }
                 },
             },
             form);
}

void print_quads(Printer& printer, const std::string& name,
                 const std::vector<QuadPatternTemplate>& quads) {
  printer.open(name);
  for (const QuadPatternTemplate& quad : quads) {
    printer.line();
    if (!quad.graph) {
      printer.triple(quad.triple);
      continue;
    }
    printer.open("quad");
    printer.word(print(*quad.graph));
    printer.word(print(quad.triple.subject));
    printer.word(print(quad.triple.predicate));
    printer.word(print(quad.triple.object));
    printer.close();
  }
  printer.close();
}

/// Prints one operation of an update.
class OperationPrinter {
 public:
  explicit OperationPrinter(Printer& printer) : printer_(printer) {}

  void operator()(const InsertData& operation) {
    print_quads(printer_, "insert-data", operation.quads);
  }

  void operator()(const DeleteData& operation) {
    print_quads(printer_, "delete-data", operation.quads);
  }

  void operator()(const Modify& operation) {
    printer_.open("modify");
    if (operation.with) {
      printer_.line();
      printer_.open("with");
      printer_.word(print_iri(*operation.with));
      printer_.close();
    }
    if (!operation.remove.empty()) {
      printer_.line();
      print_quads(printer_, "delete", operation.remove);
    }
    if (!operation.insert.empty()) {
      printer_.line();
      print_quads(printer_, "insert", operation.insert);
    }
    print_dataset(printer_, "using", operation.using_dataset);
    printer_.line();
    printer_.pattern(*operation.pattern);
    printer_.close();
  }

  void operator()(const Load& operation) {
    begin("load", operation.silent);
    printer_.word(print_iri(operation.document));
    if (operation.into) printer_.word(print_iri(*operation.into));
    printer_.close();
  }

  void operator()(const Clear& operation) { print_target("clear", operation); }

  void operator()(const Drop& operation) { print_target("drop", operation); }

  void operator()(const Create& operation) {
    begin("create", operation.silent);
    printer_.word(print_iri(operation.graph));
    printer_.close();
  }

  void operator()(const Transfer& operation) {
    const char* const name = operation.kind == Transfer::Kind::Copy   ? "copy"
                             : operation.kind == Transfer::Kind::Move ? "move"
                                                                      : "add";
    begin(name, operation.silent);
    printer_.word(operation.from ? print_iri(*operation.from) : "default");
    printer_.word(operation.to ? print_iri(*operation.to) : "default");
    printer_.close();
  }

 private:
  void begin(const char* name, bool silent) {
    printer_.open(name);
    if (silent) printer_.word("silent");
  }

  template <typename ClearOrDrop>
  void print_target(const char* name, const ClearOrDrop& operation) {
    begin(name, operation.silent);
    switch (operation.target.kind) {
      case GraphTarget::Kind::Default:
        printer_.word("default");
        break;
      case GraphTarget::Kind::Named:
        printer_.word("named");
        break;
      case GraphTarget::Kind::All:
        printer_.word("all");
        break;
      case GraphTarget::Kind::One:
        printer_.word(print_iri(operation.target.graph));
        break;
    }
    printer_.close();
  }

  Printer& printer_;
};

}  // namespace

std::string print(const Query& query) {
  Printer printer;
  print_form(printer, query.form);
  print_dataset(printer, "from", query.dataset);
  printer.line();
  printer.pattern(*query.pattern);
  printer.close();
  return printer.take();
}

std::string print(const Update& update) {
  Printer printer;
  printer.open("update");
  for (const UpdateOperation& operation : update.operations) {
    printer.line();
    std::visit(OperationPrinter(printer), operation);
  }
  printer.close();
  return printer.take();
}

std::string print(const Pattern& pattern) {
  Printer printer;
  printer.pattern(pattern);
  return printer.take();
}

std::string print(const Expression& expression) {
  Printer printer;
  printer.expression(expression);
  return printer.take();
}

}  // namespace prosper::sparql::algebra
