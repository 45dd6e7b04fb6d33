// SPDX-License-Identifier: Apache-2.0
#include "mappings/rml/run_files.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "mappings/rml/compile.hpp"
#include "mappings/rml/execute.hpp"
#include "mappings/rml/json_path.hpp"
#include "mappings/rml/mapping_error.hpp"
#include "mappings/rml/xml_rows.hpp"
#include "mappings/sources/byte_stream.hpp"
#include "mappings/sources/csv_reader.hpp"
#include "mappings/sources/text_encoding.hpp"
#include "vocabularies/terms/xsd.hpp"

namespace prosper::mappings::rml {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint64_t document_limit = 64ULL << 20;

/// One node of a JSON document; references are JSONPaths from it.
class JsonIteration final : public Iteration {
 public:
  explicit JsonIteration(const Json& node) : node_(node) {}

  const Value* find(std::string_view reference) const override {
    std::vector<Text> found;
    texts(reference, found);
    if (found.empty()) return nullptr;
    List list;
    for (Text& text : found) list.emplace_back(std::move(text.text));
    values_.push_back(list.size() == 1 ? list.front() : Value(std::move(list)));
    return &values_.back();
  }

  void texts(std::string_view reference, std::vector<Text>& out) const override {
    JsonPath path;
    if (const std::string problem = parse_json_path(reference, path); !problem.empty())
      throw std::invalid_argument("\"" + std::string(reference) + "\": " + problem);
    for (const Json* found : find_nodes(node_, path)) {
      if (found->is_structured()) {
        throw std::invalid_argument("\"" + std::string(reference) + "\" leads to " +
                                    found->type_name() + "; single values were expected");
      }
      if (!found->is_null()) out.push_back(natural_text(*found));
    }
  }

 private:
  /// RML-IO natural mapping of JSON: numbers and booleans keep their type.
  static Text natural_text(const Json& node) {
    if (node.is_string()) return {node.get<std::string>(), {}};
    if (node.is_boolean()) return {node.dump(), vocabularies::xsd::boolean};
    if (node.is_number_integer()) return {node.dump(), vocabularies::xsd::integer};
    return {node.dump(), vocabularies::xsd::double_};
  }

  const Json& node_;
  mutable std::deque<Value> values_;
};

class Files final : public SourceRows {
 public:
  Files(const Document& document, std::filesystem::path folder)
      : document_(document), folder_(std::move(folder)) {}

  Iterations rows(const LogicalSource& source) override {
    const auto* file = std::get_if<FileSource>(&source.form);
    if (file == nullptr)
      throw MappingError(document_.name, source.node, "prf:notices is for runs over notice files");
    const std::filesystem::path path =
        file->in_mapping_directory || std::filesystem::path(file->path).is_relative()
            ? folder_ / file->path
            : std::filesystem::path(file->path);
    switch (file->formulation) {
      case FileSource::Formulation::Csv:
        return csv_rows(source, *file, path);
      case FileSource::Formulation::JsonPath:
        return json_rows(source, *file, path);
      case FileSource::Formulation::XPath:
        break;
    }
    xml_.emplace_back(read(source, *file, path), file->iterator, file->namespaces);
    return xml_.back().iterations();
  }

 private:
  Iterations csv_rows(const LogicalSource& source, const FileSource& file,
                      const std::filesystem::path& path) {
    CsvReader reader(path, {',', false});
    Iterations made;
    SourceRow row;
    while (reader.next(row)) {
      if (!row.error.empty()) {
        throw MappingError(document_.name, source.node,
                           path.string() + ":" + std::to_string(row.line) + ": " + row.error);
      }
      for (auto& [name, value] : row.cells.fields) {
        const bool is_null =
            std::find(file.nulls.begin(), file.nulls.end(), *value.text()) != file.nulls.end();
        if (is_null) value = Value();
      }
      rows_.push_back(std::move(row.cells));
      made.push_back(std::make_unique<RowIteration>(rows_.back(), true));
    }
    return made;
  }

  std::string read(const LogicalSource& source, const FileSource& file,
                   const std::filesystem::path& path) {
    std::string text = ByteStream(path).read_all(document_limit);
    if (!file.is_utf16) return text;
    auto decoded = utf16_to_utf8(text, false);
    if (!decoded) throw MappingError(document_.name, source.node, path.string() + ": not UTF-16");
    return std::move(*decoded);
  }

  Iterations json_rows(const LogicalSource& source, const FileSource& file,
                       const std::filesystem::path& path) {
    const std::string text = read(source, file, path);
    json_.push_back(Json::parse(text, nullptr, false));
    if (json_.back().is_discarded())
      throw MappingError(document_.name, source.node, path.string() + ": not valid JSON");
    JsonPath iterator;
    parse_json_path(file.iterator, iterator);
    Iterations made;
    for (const Json* node : find_nodes(json_.back(), iterator))
      made.push_back(std::make_unique<JsonIteration>(*node));
    return made;
  }

  const Document& document_;
  std::filesystem::path folder_;
  std::deque<Record> rows_;
  std::deque<Json> json_;
  std::deque<XmlRows> xml_;
};

}  // namespace

void run_mapping_file(const std::filesystem::path& document_path, const std::string& base_iri,
                      const FunctionRegistry& functions, rdf::QuadSink& sink) {
  const std::string text = ByteStream(document_path).read_all(document_limit);
  const Document document =
      compile_document(text, {document_path.filename().string(), base_iri, &functions});
  Files files(document, document_path.parent_path());
  FunctionContext context;
  context.public_base = base_iri;
  execute(document, files, context, BadTermPolicy::Refuse, sink);
}

}  // namespace prosper::mappings::rml
