// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/raptor_reader.hpp"

#include <algorithm>
#include <cstring>
#include <exception>
#include <memory>
#include <mutex>
#include <raptor2/raptor2.h>
#include <string>

#include "store/rdf/iri_resolver.hpp"
#include "store/rdf/syntax_error.hpp"
#include "store/rdf/turtle_syntax.hpp"

namespace prosper::rdf {
namespace {

/// Raptor wants a base; a document without one must not get IRIs made of it.
constexpr std::string_view no_base = "prosper-no-base:/";

template <auto Free>
struct Freer {
  template <class T>
  void operator()(T* pointer) const {
    Free(pointer);
  }
};

using World = std::unique_ptr<raptor_world, Freer<raptor_free_world>>;
using Parser = std::unique_ptr<raptor_parser, Freer<raptor_free_parser>>;
using Uri = std::unique_ptr<raptor_uri, Freer<raptor_free_uri>>;

std::string_view text_of(const unsigned char* text, std::size_t length) {
  return {reinterpret_cast<const char*>(text), length};
}

std::string_view text_of(raptor_uri* uri) {
  std::size_t length = 0;
  const unsigned char* text = raptor_uri_as_counted_string(uri, &length);
  return text_of(text, length);
}

class NoSink final : public QuadSink {
 public:
  void quad(const Quad&) override {}
};

/// One run of Raptor over one document. As with Serd, exceptions wait until its frames are left.
class RaptorRun {
 public:
  RaptorRun(const ParseOptions& options, QuadSink& sink) : options_(options), sink_(sink) {}

  /// `by_line` feeds Raptor line by line, for errors of libxml2, which tell no place.
  void run(std::string_view text, bool by_line) {
    const World world(raptor_new_world());
    raptor_world_set_log_handler(world.get(), this, on_message);
    raptor_world_set_generate_bnodeid_handler(world.get(), this, name_blank_node);
    raptor_world_open(world.get());
    const Parser parser(raptor_new_parser(world.get(), "rdfxml"));
    parser_ = parser.get();
    raptor_parser_set_statement_handler(parser_, this, on_statement);
    raptor_parser_set_namespace_handler(parser_, this, on_namespace);
    set_options();
    const std::string base(options_.base_iri.empty() ? no_base : options_.base_iri);
    const Uri base_uri(raptor_new_uri(world.get(), bytes_of(base)));
    int status = raptor_parser_parse_start(parser_, base_uri.get());
    while (status == 0 && !failure_ && !text.empty()) {
      const std::string_view chunk = text.substr(0, chunk_length(text, by_line));
      line_ += by_line ? 1 : 0;
      status = raptor_parser_parse_chunk(parser_, bytes_of(chunk), chunk.size(), 0);
      text.remove_prefix(chunk.size());
    }
    if (status == 0 && !failure_) {
      status = raptor_parser_parse_chunk(parser_, nullptr, 0, 1);
    }
    if (failure_) std::rethrow_exception(failure_);
    if (status != 0) fail("malformed RDF/XML", raptor_parser_get_locator(parser_));
  }

 private:
  static const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
  }

  static std::size_t chunk_length(std::string_view text, bool by_line) {
    constexpr std::size_t most = std::size_t{1} << 16U;
    if (!by_line) return std::min(most, text.size());
    const std::size_t line_end = text.find('\n');
    return line_end == text.npos ? text.size() : line_end + 1;
  }

  void set_options() {
    const auto set = [this](raptor_option option, int value) {
      raptor_parser_set_option(parser_, option, nullptr, value);
    };
    set(RAPTOR_OPTION_STRICT, 1);
    set(RAPTOR_OPTION_NO_NET, 1);
    set(RAPTOR_OPTION_NO_FILE, 1);
    set(RAPTOR_OPTION_LOAD_EXTERNAL_ENTITIES, 0);
    set(RAPTOR_OPTION_NORMALIZE_LANGUAGE, 0);
    set(RAPTOR_OPTION_ALLOW_BAGID, 0);
    set(RAPTOR_OPTION_ALLOW_NON_NS_ATTRIBUTES, 0);
  }

  template <class Event>
  void guarded(Event&& event) {
    if (failure_) return;
    try {
      event();
    } catch (...) {
      failure_ = std::current_exception();
    }
  }

  static void on_message(void* self, raptor_log_message* message) {
    // Warnings are harmless but where Raptor leaves out a part of the document.
    const bool is_loss = std::strstr(message->text, "skipping") != nullptr;
    if (message->level < RAPTOR_LOG_LEVEL_ERROR && !is_loss) return;
    auto& run = *static_cast<RaptorRun*>(self);
    run.guarded([&] { run.fail(message->text, message->locator); });
  }

  static void on_namespace(void* self, raptor_namespace* declared) {
    auto& run = *static_cast<RaptorRun*>(self);
    run.guarded([&] {
      raptor_uri* uri = raptor_namespace_get_uri(declared);
      const unsigned char* name = raptor_namespace_get_prefix(declared);
      if (uri == nullptr) return;
      run.sink_.prefix(name == nullptr ? std::string_view() : reinterpret_cast<const char*>(name),
                       text_of(uri));
    });
  }

  static void on_statement(void* self, raptor_statement* statement) {
    auto& run = *static_cast<RaptorRun*>(self);
    run.guarded([&] {
      run.sink_.quad({run.term(*statement->subject), run.term(*statement->predicate),
                      run.term(*statement->object), std::nullopt});
    });
  }

  /// Labels of the document are NCNames, which start with no digit: ours do, and never meet them.
  static unsigned char* name_blank_node(void* self, unsigned char* written) {
    if (written != nullptr) return written;
    auto& run = *static_cast<RaptorRun*>(self);
    const std::string label = "0b" + std::to_string(++run.anonymous_count_);
    auto* copy = static_cast<unsigned char*>(raptor_alloc_memory(label.size() + 1));
    std::memcpy(copy, label.c_str(), label.size() + 1);
    return copy;
  }

  Term term(const raptor_term& term) {
    if (term.type == RAPTOR_TERM_TYPE_URI) return Iri{iri(term.value.uri)};
    if (term.type == RAPTOR_TERM_TYPE_BLANK) {
      const auto& blank = term.value.blank;
      return BlankNode{options_.blank_node_prefix +
                       std::string(text_of(blank.string, blank.string_len))};
    }
    const auto& literal = term.value.literal;
    std::string text(text_of(literal.string, literal.string_len));
    if (literal.language != nullptr) {
      // The length member counts in one byte only.
      const std::string tag(reinterpret_cast<const char*>(literal.language));
      if (!is_language_tag(tag)) fail("malformed language tag '" + tag + "'", locator());
      return make_language_string(std::move(text), tag);
    }
    if (literal.datatype == nullptr) return make_string(std::move(text));
    return make_typed_literal(std::move(text), iri(literal.datatype));
  }

  std::string iri(raptor_uri* uri) {
    const std::string_view text = text_of(uri);
    if (text.starts_with(no_base) || !is_absolute_iri(text)) {
      fail("relative IRI but no base IRI is known", locator());
    }
    if (!has_only_iri_characters(text)) {
      fail("character not allowed in the IRI <" + std::string(text) + ">", locator());
    }
    return std::string(text);
  }

  raptor_locator* locator() const { return raptor_parser_get_locator(parser_); }

  [[noreturn]] void fail(const std::string& message, const raptor_locator* place) const {
    const bool has_place = place != nullptr && place->line > 0;
    const std::size_t line = has_place ? static_cast<std::size_t>(place->line) : line_;
    const int column = has_place ? std::max(place->column, 0) : 0;
    throw SyntaxError(options_.source_name, line, static_cast<std::size_t>(column), message);
  }

  const ParseOptions& options_;
  QuadSink& sink_;
  raptor_parser* parser_ = nullptr;
  std::size_t anonymous_count_ = 0;
  std::size_t line_ = 0;
  std::exception_ptr failure_;
};

}  // namespace

void read_with_raptor(std::string_view text, const ParseOptions& options, QuadSink& sink) {
  static std::mutex one_at_a_time;
  const std::lock_guard lock(one_at_a_time);
  try {
    RaptorRun(options, sink).run(text, false);
  } catch (const SyntaxError& error) {
    if (error.line() == 0) {
      NoSink nowhere;
      RaptorRun(options, nowhere).run(text, true);
    }
    throw;
  }
}

}  // namespace prosper::rdf
