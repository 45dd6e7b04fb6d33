// SPDX-License-Identifier: Apache-2.0
#include "endpoint/pages/render.hpp"

#include <map>

#include "endpoint/pages/embedded_files.hpp"
#include "endpoint/pages/messages.hpp"
#include "store/rdf/assert.hpp"

namespace prosper::endpoint::pages {
namespace {

std::string fill(std::string_view name, const View& view) {
  const auto text = embedded_file("templates/" + std::string(name) + ".html");
  PROSPER_ASSERT(text.has_value());
  kainjow::mustache::mustache page{std::string(*text)};
  PROSPER_ASSERT(page.is_valid());
  return page.render(view);
}

/// "site.title" as an object within an object, as mustache looks dotted names up.
View message_view(Language language) {
  std::map<std::string, View> groups;
  for (const auto& [key, text] : messages(language)) {
    const std::size_t dot = key.find('.');
    groups[key.substr(0, dot)].set(key.substr(dot + 1), text);
  }
  View all;
  for (const auto& [name, group] : groups) all.set(name, group);
  return all;
}

}  // namespace

View make_list() {
  return View{View::type::list};
}

std::string render_page(const Frame& frame, std::string_view name, const std::string& title,
                        View view) {
  view.set("t", message_view(frame.language));
  view.set("root", frame.root);
  view.set("base", frame.base);
  view.set("lang", frame.language == Language::French ? "fr" : "en");
  view.set("is_english", frame.language == Language::English);
  view.set("title", title);
  view.set("content", fill(name, view));
  return fill("layout", view);
}

}  // namespace prosper::endpoint::pages
