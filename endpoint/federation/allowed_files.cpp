// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <fstream>
#include <system_error>

#include "endpoint/federation/document_source.hpp"
#include "endpoint/http/form.hpp"
#include "endpoint/http/response.hpp"

namespace prosper::endpoint {
namespace {

namespace fs = std::filesystem;
using sparql::RemoteError;
using Reason = RemoteError::Reason;

/// file:///path, or file:/path (RFC 8089 §2).
fs::path path_of(const std::string& iri) {
  std::string path = iri.substr(iri.find(':') + 1);
  if (path.starts_with("//localhost/")) path.erase(0, 11);
  if (path.starts_with("///")) path.erase(0, 2);
  path = path.substr(0, path.find_first_of("?#"));
  try {
    path = decode_percent(path, false);
  } catch (const HttpError&) {
    path.clear();
  }
  if (!path.starts_with('/') || path.starts_with("//") || path.find('\0') != std::string::npos)
    throw MalformedUrl("<" + iri + "> is no file of this machine; expected file:///folder/…");
  return path;
}

bool is_below(const fs::path& path, const fs::path& folder) {
  const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end();
}

}  // namespace

AllowedFiles::AllowedFiles(const std::vector<std::string>& prefixes) {
  for (const std::string& prefix : prefixes) {
    fs::path folder = fs::weakly_canonical(path_of(prefix));
    if (!folder.has_filename()) folder = folder.parent_path();
    folders_.push_back(std::move(folder));
  }
}

sparql::Document AllowedFiles::fetch(const std::string& iri, std::size_t maximum_bytes) const {
  std::error_code error;
  fs::path path;
  try {
    path = fs::weakly_canonical(path_of(iri), error);
  } catch (const MalformedUrl& malformed) {
    throw RemoteError(Reason::Refused, malformed.what());
  }
  if (error || std::none_of(folders_.begin(), folders_.end(),
                            [&](const fs::path& folder) { return is_below(path, folder); }))
    throw RemoteError(Reason::Refused,
                      "refused by configuration; no file:// prefix given with --allow-load covers "
                      "it");
  if (!fs::is_regular_file(path, error)) throw RemoteError(Reason::Failed, "there is no such file");
  if (fs::file_size(path, error) > maximum_bytes)
    throw RemoteError(Reason::Failed, "the file is over " + std::to_string(maximum_bytes) +
                                          " bytes; use prosper load");
  std::ifstream file(path, std::ios::binary);
  sparql::Document document{{}, iri.substr(0, iri.find('#')), {}};
  document.text.resize(fs::file_size(path));
  file.read(document.text.data(), static_cast<std::streamsize>(document.text.size()));
  if (!file) throw RemoteError(Reason::Failed, "the file cannot be read");
  return document;
}

}  // namespace prosper::endpoint
