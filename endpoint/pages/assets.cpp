// SPDX-License-Identifier: Apache-2.0
#include "endpoint/pages/assets.hpp"

#include <string>

#include "endpoint/pages/codemirror/embedded_files.hpp"
#include "endpoint/pages/embedded_files.hpp"

namespace prosper::endpoint::pages {
namespace {

std::string_view media_type_of(std::string_view name) {
  if (name.ends_with(".css")) return "text/css";
  if (name.ends_with(".js")) return "text/javascript";
  if (name.ends_with(".svg")) return "image/svg+xml";
  return "application/octet-stream";
}

}  // namespace

std::optional<Asset> find_asset(std::string_view name) {
  constexpr std::string_view editor = "codemirror/";
  const auto text = name.starts_with(editor) ? codemirror::embedded_file(name.substr(editor.size()))
                                             : embedded_file("assets/" + std::string(name));
  if (!text) return std::nullopt;
  return Asset{media_type_of(name), *text};
}

}  // namespace prosper::endpoint::pages
