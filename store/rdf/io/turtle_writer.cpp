// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/turtle_writer.hpp"

#include <optional>
#include <string>

#include "store/rdf/io/prefix_map.hpp"
#include "store/rdf/turtle_syntax.hpp"
#include "store/rdf/utf8.hpp"
#include "vocabularies/terms/rdf.hpp"

namespace prosper::rdf {
namespace {

/// Serd reads the object true:x as a boolean, and of the start of an object's prefix only
/// PN_CHARS_BASE: both are bugs, but our documents shall be read by it.
bool is_readable(std::string_view prefix) {
  std::size_t offset = 0;
  while (offset < prefix.size()) {
    const char32_t c = next_code_point(prefix, offset);
    if (c >= 0x80 && !is_name_start(c)) return false;
  }
  return prefix != "true" && prefix != "false";
}

class TurtleWriter final : public Serializer {
 public:
  TurtleWriter(bool with_graphs, ByteSink& bytes, const SerializeOptions& options)
      : with_graphs_(with_graphs), bytes_(bytes) {
    for (const auto& [name, iri] : options.prefixes) declare(name, iri);
  }

  void prefix(std::string_view name, std::string_view iri) override { declare(name, iri); }

  void quad(const Quad& quad) override {
    text_.clear();
    if (with_graphs_) enter_graph(quad.graph);
    if (subject_ == quad.subject && predicate_ == quad.predicate) {
      text_ += ", ";
    } else if (subject_ == quad.subject) {
      text_.append(" ;\n").append(indentation() + 2, ' ');
      write_predicate(quad.predicate);
    } else {
      end_statement();
      text_.append(needs_blank_line_ ? "\n" : "").append(indentation(), ' ');
      needs_blank_line_ = true;
      write(quad.subject);
      text_ += ' ';
      write_predicate(quad.predicate);
      subject_ = quad.subject;
    }
    predicate_ = quad.predicate;
    write(quad.object);
    bytes_.write(text_);
  }

  void finish() override {
    text_.clear();
    end_graph();
    bytes_.write(text_);
  }

 private:
  std::size_t indentation() const { return graph_ ? 2 : 0; }

  void declare(std::string_view name, std::string_view iri) {
    if (!is_readable(name) || !prefixes_.declare(name, iri)) return;
    text_.clear();
    end_graph();
    text_.append("@prefix ").append(name).append(": <").append(iri).append("> .\n");
    bytes_.write(text_);
    needs_blank_line_ = true;
  }

  void enter_graph(const std::optional<Term>& graph) {
    if (graph == graph_) return;
    end_graph();
    graph_ = graph;
    if (!graph) return;
    text_.append(needs_blank_line_ ? "\n" : "");
    write(*graph);
    text_ += " {\n";
    needs_blank_line_ = false;
  }

  void end_statement() {
    if (subject_) text_ += " .\n";
    subject_.reset();
    predicate_.reset();
  }

  void end_graph() {
    end_statement();
    if (graph_) {
      text_ += "}\n";
      needs_blank_line_ = true;
    }
    graph_.reset();
  }

  void write_predicate(const Term& predicate) {
    if (predicate == rdf_type_) {
      text_ += 'a';
    } else {
      write(predicate);
    }
    text_ += ' ';
  }

  void write(const Term& term) {
    if (const auto* iri = std::get_if<Iri>(&term)) {
      write(iri->value);
    } else if (const auto* literal = std::get_if<Literal>(&term)) {
      write(*literal);
    } else {
      append_ntriples(text_, term);
    }
  }

  void write(std::string_view iri) {
    const auto split = prefixes_.split(iri);
    if (split && is_plain_local_name(split->local)) {
      text_.append(split->prefix).append(":").append(split->local);
    } else {
      text_.append("<").append(iri).append(">");
    }
  }

  void write(const Literal& literal) {
    if (has_turtle_shorthand(literal)) {
      text_ += literal.lexical_form;
      return;
    }
    const bool is_typed = literal.language.empty() && literal.datatype != vocabularies::xsd::string;
    if (!is_typed) {
      append_ntriples(text_, literal);
      return;
    }
    append_ntriples(text_, make_string(literal.lexical_form));
    text_ += "^^";
    write(literal.datatype);
  }

  const Term rdf_type_ = Iri{std::string(vocabularies::rdf::type)};
  bool with_graphs_;
  ByteSink& bytes_;
  PrefixMap prefixes_;
  std::string text_;
  std::optional<Term> graph_;
  std::optional<Term> subject_;
  std::optional<Term> predicate_;
  bool needs_blank_line_ = false;
};

}  // namespace

std::unique_ptr<Serializer> make_turtle_writer(bool with_graphs, ByteSink& bytes,
                                               const SerializeOptions& options) {
  return std::make_unique<TurtleWriter>(with_graphs, bytes, options);
}

}  // namespace prosper::rdf
