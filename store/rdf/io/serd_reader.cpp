// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/serd_reader.hpp"

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdio>
#include <exception>
#include <memory>
#include <serd/serd.h>
#include <string>
#include <utility>

#include "store/rdf/io/serd_locator.hpp"
#include "store/rdf/io/serd_terms.hpp"
#include "store/rdf/io/turtle_scan.hpp"
#include "store/rdf/source_position.hpp"
#include "store/rdf/syntax_error.hpp"

namespace prosper::rdf {
namespace {

SerdSyntax serd_syntax(RdfFormat format) {
  return format == RdfFormat::Turtle ? SERD_TURTLE : SERD_TRIG;
}

std::string_view text_of(const SerdNode& node) {
  return {reinterpret_cast<const char*>(node.buf), node.n_bytes};
}

/// One run of Serd over one text. Exceptions may not pass through Serd's C frames: the first one is
/// kept, every later event ignored, the input ended, and the exception thrown again behind Serd.
/// The place of an error is found by a second run: to know it at each event would cost a third
/// more.
class SerdRun {
 public:
  SerdRun(std::string_view text, RdfFormat format, const ParseOptions& options, QuadSink& sink)
      : original_(text),
        text_(text),
        format_(format),
        options_(options),
        sink_(sink),
        terms_(options) {}

  void run() {
    scanned_ = scan_turtle(original_, format_, options_);
    if (scanned_.has_changed) text_ = scanned_.text;
    terms_.number_anonymous_from(scanned_.largest_numbered_label);
    if (original_.find("\\u") != original_.npos || original_.find("\\U") != original_.npos) {
      terms_.expect_escapes();
    }
    using Reader = std::unique_ptr<SerdReader, decltype(&serd_reader_free)>;
    const Reader reader(serd_reader_new(serd_syntax(format_), this, nullptr, on_base, on_prefix,
                                        on_statement, nullptr),
                        serd_reader_free);
    serd_reader_set_strict(reader.get(), true);
    serd_reader_set_error_sink(reader.get(), on_error, this);
    constexpr std::size_t page_size = std::size_t{1} << 15U;
    const SerdStatus status =
        serd_reader_read_source(reader.get(), read_page, has_read_error, this, nullptr, page_size);
    if (failure_) std::rethrow_exception(failure_);
    if (!complaint_.empty()) fail(complaint_);
    if (status != SERD_SUCCESS && offset_ != 0) fail("unexpected text");
  }

 private:
  static std::size_t read_page(void* buffer, std::size_t, std::size_t count, void* self) {
    auto& run = *static_cast<SerdRun*>(self);
    const std::string_view page =
        run.has_failed() ? std::string_view() : run.text_.substr(run.offset_, count);
    std::copy(page.begin(), page.end(), static_cast<char*>(buffer));
    run.offset_ += page.size();
    return page.size();
  }

  static int has_read_error(void*) { return 0; }

  bool has_failed() const { return failure_ || !complaint_.empty(); }

  template <class Event>
  static SerdStatus guarded(void* self, Event&& event) {
    auto& run = *static_cast<SerdRun*>(self);
    if (run.has_failed()) return SERD_ERR_INTERNAL;
    ++run.event_;
    try {
      event(run);
      return SERD_SUCCESS;
    } catch (const TermError& error) {
      run.complaint_ = error.message;
    } catch (...) {
      run.failure_ = std::current_exception();
    }
    return SERD_ERR_INTERNAL;
  }

  static SerdStatus on_base(void* self, const SerdNode* iri) {
    return guarded(self, [&](SerdRun& run) {
      run.forget_terms();
      run.terms_.set_base(*iri);
    });
  }

  static SerdStatus on_prefix(void* self, const SerdNode* name, const SerdNode* iri) {
    return guarded(self, [&](SerdRun& run) {
      run.forget_terms();
      run.sink_.prefix(text_of(*name), run.terms_.set_prefix(*name, *iri));
    });
  }

  static SerdStatus on_statement(void* self, SerdStatementFlags, const SerdNode* graph,
                                 const SerdNode* subject, const SerdNode* predicate,
                                 const SerdNode* object, const SerdNode* datatype,
                                 const SerdNode* language) {
    return guarded(self, [&](SerdRun& run) {
      run.set_subject(*subject);
      run.set_predicate(*predicate);
      if (object->type == SERD_LITERAL) {
        run.quad_.object = run.terms_.literal(*object, datatype, language);
      } else {
        run.quad_.object = run.terms_.resource(*object);
      }
      run.set_graph(graph);
      run.sink_.quad(run.quad_);
    });
  }

  static SerdStatus on_error(void* self, const SerdError* error) {
    std::array<char, 512> message{};
    std::vsnprintf(message.data(), message.size(), error->fmt, *error->args);
    return guarded(self, [&](SerdRun& run) {
      run.complaint_ = message.data();
      while (run.complaint_.ends_with('\n')) run.complaint_.pop_back();
      if (run.complaint_.empty()) run.complaint_ = "unexpected text";
    });
  }

  void set_subject(const SerdNode& node) {
    if (is_same(subject_, node)) return;
    quad_.subject = terms_.resource(node);
    remember(subject_, node);
  }

  void set_predicate(const SerdNode& node) {
    if (is_same(predicate_, node)) return;
    quad_.predicate = terms_.iri(node);
    remember(predicate_, node);
  }

  void set_graph(const SerdNode* node) {
    if (node == nullptr) {
      quad_.graph.reset();
      graph_.type = SERD_NOTHING;
    } else if (!is_same(graph_, *node)) {
      quad_.graph = terms_.resource(*node);
      remember(graph_, *node);
    }
  }

  /// The node a position of `quad_` was made of: runs of equal terms are made once.
  struct Seen {
    SerdType type = SERD_NOTHING;
    std::string text;
  };

  static bool is_same(const Seen& seen, const SerdNode& node) {
    return seen.type == node.type && seen.text == text_of(node);
  }

  static void remember(Seen& seen, const SerdNode& node) {
    seen.type = node.type;
    seen.text = text_of(node);
  }

  void forget_terms() {
    subject_.type = SERD_NOTHING;
    predicate_.type = SERD_NOTHING;
    graph_.type = SERD_NOTHING;
  }

  /// Serd has been left at the current event, or has read all it could.
  [[noreturn]] void fail(const std::string& message) const {
    const std::size_t event = has_failed() ? event_ : event_ + 1;
    const SerdPlace at = locate_serd_event(text_, serd_syntax(format_), event);
    const auto& insertions = scanned_.insertions;
    const auto before = std::lower_bound(insertions.begin(), insertions.end(), at.offset);
    const auto inserted = static_cast<std::size_t>(before - insertions.begin());
    const SourcePosition place = position_of(original_, at.offset - inserted);
    throw SyntaxError(options_.source_name, place.line, place.column,
                      at.is_at_end ? message + " (at the end of the document)" : message);
  }

  std::string_view original_;
  std::string_view text_;
  RdfFormat format_;
  const ParseOptions& options_;
  QuadSink& sink_;
  SerdTerms terms_;
  ScannedTurtle scanned_;
  std::size_t offset_ = 0;
  std::size_t event_ = 0;
  Quad quad_;
  Seen subject_;
  Seen predicate_;
  Seen graph_;
  std::string complaint_;       // what is wrong with the document
  std::exception_ptr failure_;  // what the sink threw
};

}  // namespace

void read_with_serd(std::string_view text, RdfFormat format, const ParseOptions& options,
                    QuadSink& sink) {
  SerdRun(text, format, options, sink).run();
}

}  // namespace prosper::rdf
