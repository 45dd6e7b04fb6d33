// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <system_error>

#include "mappings/mapping.hpp"

namespace prosper::mappings {
namespace {

using Json = nlohmann::ordered_json;

std::string_view name_of(FieldCount::Fate fate) {
  switch (fate) {
    case FieldCount::Fate::Mapped:
      return "mapped";
    case FieldCount::Fate::KeptVerbatim:
      return "kept verbatim";
    case FieldCount::Fate::Dropped:
      break;
  }
  return "dropped";
}

std::string percent(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return "–";
  char text[16];
  std::snprintf(text, sizeof text, "%.1f %%",
                100.0 * static_cast<double>(part) / static_cast<double>(whole));
  return text;
}

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

void append_cell(std::string& out, std::string_view text, std::size_t width) {
  out += text;
  out.append(width > width_of(text) ? width - width_of(text) : 0, ' ');
  out += "  ";
}

void append_counts(std::string& out, std::string_view title, std::string_view good,
                   std::string_view rest, const std::string& name, const GrammarCount& count) {
  append_cell(out, title, 14);
  append_cell(out, name, 28);
  append_cell(out, std::to_string(count.parsed) + " " + std::string(good), 20);
  append_cell(out, std::to_string(count.kept_as_text) + " " + std::string(rest), 20);
  out += percent(count.parsed, count.parsed + count.kept_as_text) + "\n";
}

void append_csv_cell(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace

std::string to_json(const Report& report) {
  Json json = {{"profile", report.profile},   {"rows", report.rows},
               {"mapped", report.mapped},     {"repeated", report.repeated},
               {"rejected", report.rejected}, {"inventoryKeys", report.inventory_keys},
               {"fields", Json::object()},    {"grammars", Json::array()},
               {"concepts", Json::object()},  {"rejects", Json::array()}};
  for (const auto& [name, count] : report.fields) {
    Json field = {{"filled", count.filled}, {"fate", name_of(count.fate)}};
    if (!count.reason.empty()) field["reason"] = count.reason;
    json["fields"][name] = std::move(field);
  }
  for (const auto& [grammar, count] : report.grammars) {
    json["grammars"].push_back({{"grammar", grammar.first},
                                {"field", grammar.second},
                                {"parsed", count.parsed},
                                {"keptAsText", count.kept_as_text}});
  }
  for (const auto& [field, count] : report.concepts)
    json["concepts"][field] = {{"resolved", count.parsed}, {"minted", count.kept_as_text}};
  for (const RejectedRow& row : report.rejects)
    json["rejects"].push_back({{"file", row.file}, {"line", row.line}, {"reason", row.reason}});
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

std::string to_table(const Report& report) {
  std::string out = "profile " + report.profile + ": " + std::to_string(report.rows) +
                    " rows = " + std::to_string(report.mapped) + " mapped + " +
                    std::to_string(report.repeated) + " repeated + " +
                    std::to_string(report.rejected) + " rejected";
  if (report.inventory_keys > 0)
    out += " (" + std::to_string(report.inventory_keys) + " keyed by inventory number)";
  out += "\n";
  const std::uint64_t notices = report.mapped;
  for (const auto& [name, count] : report.fields) {
    append_cell(out, "field", 14);
    append_cell(out, name, 28);
    append_cell(out, std::to_string(count.filled) + " filled", 20);
    append_cell(out, percent(count.filled, notices), 8);
    out += std::string(name_of(count.fate));
    out += count.reason.empty() ? "\n" : " (" + count.reason + ")\n";
  }
  for (const auto& [grammar, count] : report.grammars)
    append_counts(out, grammar.first, "parsed", "kept as text", grammar.second, count);
  for (const auto& [field, count] : report.concepts)
    append_counts(out, "concepts", "resolved", "minted", field, count);
  for (std::size_t i = 0; i < std::min<std::size_t>(report.rejects.size(), 10); ++i) {
    const RejectedRow& row = report.rejects[i];
    out += "rejected  " + row.file + ":" + std::to_string(row.line) + ": " + row.reason + "\n";
  }
  if (report.rejects.size() > 10)
    out += "… and " + std::to_string(report.rejects.size() - 10) + " more rejected rows\n";
  return out;
}

void write_rejects(const Report& report, const std::filesystem::path& path) {
  std::ofstream file(path, std::ios::binary);
  file << "file,line,reason,row\n";
  for (const RejectedRow& row : report.rejects) {
    std::string line;
    append_csv_cell(line, row.file);
    line += "," + std::to_string(row.line) + ",";
    append_csv_cell(line, row.reason);
    line += ',';
    append_csv_cell(line, row.text);
    file << line << "\n";
  }
  file.flush();
  if (!file)
    throw std::system_error(errno, std::generic_category(), path.string() + ": cannot be written");
}

}  // namespace prosper::mappings
