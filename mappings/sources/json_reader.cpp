// SPDX-License-Identifier: Apache-2.0
#include "mappings/sources/json_reader.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "mappings/sources/byte_stream.hpp"
#include "mappings/sources/geometry.hpp"
#include "mappings/sources/text_encoding.hpp"

namespace prosper::mappings {
namespace {

/// Keeps the members in the document's order.
using Json = nlohmann::ordered_json;

std::string text_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// {"lat": 48.8, "lon": 2.3}, as Elasticsearch has points.
bool is_position(const Json& value) {
  return value.is_object() && value.size() == 2 && value.contains("lat") && value.contains("lon") &&
         value["lat"].is_number() && value["lon"].is_number();
}

void add_cell(Record& cells, const std::string& name, const Json& value) {
  if (is_position(value)) {
    cells.fields.emplace_back(name, Value(value["lat"].dump() + "," + value["lon"].dump()));
    return;
  }
  if (value.is_object()) {
    for (const auto& [inner, item] : value.items()) add_cell(cells, name + "." + inner, item);
    return;
  }
  if (!value.is_array()) {
    if (value.is_null()) return;
    if (const std::string text = text_of(value); !trim_blanks(text).empty())
      cells.fields.emplace_back(name, Value(trim_blanks(text)));
    return;
  }
  List items;
  for (const Json& item : value) {
    if (item.is_null()) continue;
    if (const std::string text = text_of(item); !trim_blanks(text).empty())
      items.emplace_back(trim_blanks(text));
  }
  if (!items.empty()) cells.fields.emplace_back(name, Value(std::move(items)));
}

Record cells_of(const Json& document) {
  Record cells;
  const bool is_hit = document.contains("_source") && document["_source"].is_object();
  const bool is_feature = document.contains("properties") && document["properties"].is_object();
  const Json& columns = is_hit       ? document["_source"]
                        : is_feature ? document["properties"]
                                     : document;
  for (const auto& [name, value] : columns.items()) add_cell(cells, name, value);
  if (is_feature && document.contains("geometry")) {
    if (const auto wkt = geojson_to_wkt(document["geometry"].dump()))
      cells.fields.emplace_back("geometry", Value(*wkt));
  }
  return cells;
}

}  // namespace

JsonReader::JsonReader(const std::filesystem::path& path) : file_(path.string()) {
  ByteStream stream(path);
  text_ = stream.read_all(json_document_limit);
  file_size_ = stream.position();
  if (text_.starts_with("\xEF\xBB\xBF")) text_.erase(0, 3);
  records_ = find_json_records(text_, file_);
}

bool JsonReader::next(SourceRow& row) {
  if (next_ == records_.size()) return false;
  const JsonRecord& record = records_[next_++];
  row = SourceRow{};
  row.file = file_;
  row.line = record.line;
  row.text = text_.substr(record.offset, record.length);
  row.error = utf8_problem(row.text);
  if (!row.error.empty()) return true;
  const Json document = Json::parse(row.text, nullptr, false);
  if (document.is_discarded()) {
    row.error = "not valid JSON";
  } else if (!document.is_object()) {
    row.error = std::string("a JSON object was expected, not ") + document.type_name();
  } else {
    row.cells = cells_of(document);
  }
  return true;
}

std::uint64_t JsonReader::bytes_read() const {
  if (records_.empty() || text_.empty() || next_ == records_.size()) return file_size_;
  const double share =
      static_cast<double>(records_[next_].offset) / static_cast<double>(text_.size());
  return static_cast<std::uint64_t>(share * static_cast<double>(file_size_));
}

}  // namespace prosper::mappings
