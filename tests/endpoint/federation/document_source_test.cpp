// SPDX-License-Identifier: Apache-2.0
#include "endpoint/federation/document_source.hpp"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "endpoint/federation/fetched_documents.hpp"
#include "tests/endpoint/federation/loopback_server.hpp"
#include "tests/files/temporary_directory.hpp"
#include "tests/files/write_file.hpp"

namespace prosper::endpoint {
namespace {

using sparql::RemoteError;
using testing::HasSubstr;
using Reason = RemoteError::Reason;

RemoteError error_of(sparql::DocumentSource& source, const std::string& iri) {
  try {
    source.fetch(iri, {});
  } catch (const RemoteError& error) {
    return error;
  }
  ADD_FAILURE() << "no error for " << iri;
  return {Reason::Failed, ""};
}

TEST(RemoteDocuments, FollowsRedirectionsToWhatIsAllowed) {
  const LoopbackServer server([](const std::string& request) {
    if (request.starts_with("GET /a "))
      return http_response("303 See Other", "text/plain", "", "Location: /d/b.ttl\r\n");
    if (request.starts_with("GET /d/b.ttl "))
      return http_response("200 OK", "Text/Turtle;charset=utf-8", "<> <p> 1 .");
    if (request.starts_with("GET /out"))
      return http_response("302 Found", "text/plain", "",
                           "Location: http://169.254.169.254/secret\r\n");
    if (request.starts_with("GET /round"))
      return http_response("302 Found", "text/plain", "", "Location: /round\r\n");
    return http_response("404 Not Found", "text/plain", "nothing here");
  });
  FederationRules rules;
  rules.documents = {server.address()};
  rules.allows_private = true;
  RemoteDocuments documents(rules);
  const sparql::Document document = documents.fetch(server.address() + "/a#part", {});
  EXPECT_EQ(document.text, "<> <p> 1 .");
  EXPECT_EQ(document.iri, server.address() + "/d/b.ttl");
  EXPECT_EQ(document.media_type, "text/turtle");
  EXPECT_EQ(error_of(documents, server.address() + "/out").reason(), Reason::Refused);
  EXPECT_THAT(error_of(documents, server.address() + "/round").what(), HasSubstr("redirections"));
  EXPECT_THAT(error_of(documents, server.address() + "/x").what(), HasSubstr("404"));
  EXPECT_EQ(error_of(documents, "http://other.example/").reason(), Reason::Refused);
  EXPECT_EQ(error_of(documents, "file:///etc/passwd").reason(), Reason::Refused);
}

class Files : public testing::Test {
 protected:
  Files() {
    write("open", "a b.ttl", "<a> <b> <c> .");
    write("closed", "c.ttl", "secret");
    write("opened", "d.ttl", "secret");
    std::filesystem::create_symlink(folder_ / "closed/c.ttl", folder_ / "open/link.ttl");
    rules_.documents = {iri("open/")};
    rules_.allows_files = true;
  }

  void write(const std::string& folder, const std::string& name, const std::string& text) const {
    std::filesystem::create_directories(folder_ / folder);
    tests::write_file((folder_ / folder / name).string(), text);
  }

  std::string iri(const std::string& name) const { return "file://" + (folder_ / name).string(); }

  tests::TemporaryDirectory directory_;
  std::filesystem::path folder_ = directory_.path();
  FederationRules rules_;
};

TEST_F(Files, AreReadBelowAnAllowedFolder) {
  RemoteDocuments documents(rules_);
  const sparql::Document document = documents.fetch(iri("open/a%20b.ttl"), {});
  EXPECT_EQ(document.text, "<a> <b> <c> .");
  EXPECT_EQ(document.iri, iri("open/a%20b.ttl"));
  EXPECT_EQ(error_of(documents, iri("open/none.ttl")).reason(), Reason::Failed);
  for (const char* name : {"closed/c.ttl", "opened/d.ttl", "open/../closed/c.ttl",
                           "open/%2e%2e/closed/c.ttl", "open/link.ttl", "open%00/a"})
    EXPECT_EQ(error_of(documents, iri(name)).reason(), Reason::Refused) << name;
  EXPECT_EQ(error_of(documents, "file://host/a").reason(), Reason::Refused);
}

TEST_F(Files, AreNotForRequestsOverHttp) {
  rules_.allows_files = false;
  EXPECT_THROW(RemoteDocuments{rules_}, MalformedUrl);
}

TEST_F(Files, FetchedBeforeFailWhenTheyAreAskedFor) {
  RemoteDocuments documents(rules_);
  FetchedDocuments fetched(documents, {iri("open/a%20b.ttl"), iri("closed/c.ttl")}, {});
  std::filesystem::remove_all(folder_ / "open");
  EXPECT_EQ(fetched.fetch(iri("open/a%20b.ttl"), {}).text, "<a> <b> <c> .");
  EXPECT_EQ(error_of(fetched, iri("closed/c.ttl")).reason(), Reason::Refused);
}

TEST(MakeDocumentSource, WithoutPrefixesThereIsNone) {
  EXPECT_EQ(make_document_source({}), nullptr);
  EXPECT_EQ(make_service_client({}), nullptr);
}

}  // namespace
}  // namespace prosper::endpoint
