// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/xml_parser.hpp"

#include <algorithm>
#include <exception>
#include <expat.h>
#include <new>
#include <utility>
#include <vector>

#include "store/rdf/io/xml_encodings.hpp"
#include "store/rdf/syntax_error.hpp"

namespace prosper::rdf {
namespace {

/// Stands in no XML document, so in no name.
constexpr char name_separator = '\x01';
constexpr std::size_t piece_bytes = std::size_t{1} << 20U;
/// A tag, comment or instruction is parsed whole.
constexpr std::size_t longest_markup = std::size_t{16} << 20U;

/// "namespace|local|prefix", without the first or the last where there is none.
XmlName split_name(const char* text) {
  const std::string_view name(text);
  const std::size_t first = name.find(name_separator);
  if (first == name.npos) return {{}, name, {}};
  const std::size_t second = name.find(name_separator, first + 1);
  if (second == name.npos) return {name.substr(0, first), name.substr(first + 1), {}};
  return {name.substr(0, first), name.substr(first + 1, second - first - 1),
          name.substr(second + 1)};
}

std::string_view text_of(const char* text) {
  return text == nullptr ? std::string_view() : std::string_view(text);
}

}  // namespace

/// Exceptions may not pass through Expat's C frames: the first one is kept, later events are
/// ignored, and it is thrown again behind Expat.
class XmlParser::Expat {
 public:
  Expat(std::string source_name, XmlEvents& events)
      : source_name_(std::move(source_name)),
        events_(events),
        parser_(XML_ParserCreateNS(nullptr, name_separator)) {
    if (!parser_) throw std::bad_alloc();
    XML_Parser parser = parser_.get();
    XML_SetUserData(parser, this);
    XML_SetReturnNSTriplet(parser, 1);
    XML_SetElementHandler(parser, on_start, on_end);
    XML_SetCharacterDataHandler(parser, on_text);
    XML_SetCommentHandler(parser, on_comment);
    XML_SetProcessingInstructionHandler(parser, on_instruction);
    XML_SetStartNamespaceDeclHandler(parser, on_prefix);
    XML_SetSkippedEntityHandler(parser, on_skipped_entity);
    XML_SetExternalEntityRefHandler(parser, on_external_entity);
    XML_SetExternalEntityRefHandlerArg(parser, this);
    XML_SetUnknownEncodingHandler(parser, on_encoding, nullptr);
  }

  void feed(std::string_view bytes) {
    for (; !bytes.empty(); bytes.remove_prefix(std::min(piece_bytes, bytes.size()))) {
      waiting_.append(bytes.substr(0, piece_bytes));
      // Expat scans markup from its start again each time: it gets as much as it has.
      if (unfinished_ > piece_bytes && waiting_.size() < unfinished_) continue;
      parse(waiting_, false);
      parsed_ += waiting_.size();
      waiting_.clear();
      const XML_Index done = XML_GetCurrentByteIndex(parser_.get());
      unfinished_ = parsed_ - static_cast<std::size_t>(std::max<XML_Index>(done, 0));
      if (unfinished_ > longest_markup) {
        throw error("a tag, comment or instruction of more than 16 megabytes");
      }
    }
  }

  void finish() { parse(waiting_, true); }

 private:
  struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };

  void parse(std::string_view bytes, bool is_last) {
    const XML_Status status =
        XML_Parse(parser_.get(), bytes.data(), static_cast<int>(bytes.size()), is_last ? 1 : 0);
    if (failure_) std::rethrow_exception(failure_);
    if (status == XML_STATUS_ERROR) {
      throw error(std::string("malformed XML: ") +
                  XML_ErrorString(XML_GetErrorCode(parser_.get())));
    }
  }

  SyntaxError error(const std::string& message) const {
    return {source_name_, XML_GetCurrentLineNumber(parser_.get()),
            XML_GetCurrentColumnNumber(parser_.get()) + 1, message};
  }

  template <class Event>
  static void guarded(void* self, Event&& event) {
    auto& expat = *static_cast<Expat*>(self);
    if (expat.failure_) return;
    try {
      event(expat);
      return;
    } catch (const XmlFault& fault) {
      expat.failure_ = std::make_exception_ptr(expat.error(fault.message));
    } catch (...) {
      expat.failure_ = std::current_exception();
    }
    XML_StopParser(expat.parser_.get(), XML_FALSE);
  }

  static void on_start(void* self, const char* name, const char** attributes) {
    guarded(self, [&](Expat& expat) {
      if (++expat.depth_ > max_element_nesting) {
        throw XmlFault{"elements nest deeper than " + std::to_string(max_element_nesting) +
                       " levels"};
      }
      expat.attributes_.clear();
      for (; *attributes != nullptr; attributes += 2) {
        expat.attributes_.push_back({split_name(attributes[0]), attributes[1]});
      }
      expat.events_.start_element(split_name(name), expat.attributes_);
    });
  }

  static void on_end(void* self, const char* name) {
    guarded(self, [&](Expat& expat) {
      --expat.depth_;
      expat.events_.end_element(split_name(name));
    });
  }

  static void on_text(void* self, const char* text, int length) {
    guarded(self, [&](Expat& expat) {
      expat.events_.text({text, static_cast<std::size_t>(length)});
    });
  }

  static void on_comment(void* self, const char* text) {
    guarded(self, [&](Expat& expat) { expat.events_.comment(text); });
  }

  static void on_instruction(void* self, const char* target, const char* text) {
    guarded(self, [&](Expat& expat) { expat.events_.instruction(target, text); });
  }

  static void on_prefix(void* self, const char* name, const char* iri) {
    guarded(self, [&](Expat& expat) { expat.events_.prefix(text_of(name), text_of(iri)); });
  }

  static void on_skipped_entity(void* self, const char* name, int is_parameter) {
    if (is_parameter != 0) return;
    guarded(self, [&](Expat&) {
      throw XmlFault{std::string("the entity &") + name +
                     "; is not declared in this document, and others are not read"};
    });
  }

  /// Gets the argument instead of the parser.
  static int on_external_entity(XML_Parser self, const char* name, const char*, const char*,
                                const char*) {
    guarded(self, [&](Expat&) {
      throw XmlFault{"the entity &" + std::string(text_of(name)) +
                     "; lies outside this document: such entities are not read"};
    });
    return XML_STATUS_ERROR;
  }

  static int on_encoding(void*, const char* name, XML_Encoding* encoding) {
    const auto map = one_byte_encoding(name);
    if (!map) return XML_STATUS_ERROR;
    std::copy(map->begin(), map->end(), std::begin(encoding->map));
    encoding->data = nullptr;
    encoding->convert = nullptr;
    encoding->release = nullptr;
    return XML_STATUS_OK;
  }

  std::string source_name_;
  XmlEvents& events_;
  std::unique_ptr<XML_ParserStruct, Free> parser_;
  std::vector<XmlAttribute> attributes_;
  std::size_t depth_ = 0;
  std::size_t parsed_ = 0;
  std::size_t unfinished_ = 0;  ///< bytes of markup whose end has not come
  std::string waiting_;
  std::exception_ptr failure_;
};

XmlParser::XmlParser(std::string source_name, XmlEvents& events)
    : expat_(std::make_unique<Expat>(std::move(source_name), events)) {}

XmlParser::~XmlParser() = default;

void XmlParser::feed(std::string_view bytes) {
  expat_->feed(bytes);
}

void XmlParser::finish() {
  expat_->finish();
}

}  // namespace prosper::rdf
