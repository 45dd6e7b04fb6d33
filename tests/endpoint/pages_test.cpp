// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "endpoint/pages/assets.hpp"
#include "endpoint/pages/examples.hpp"
#include "endpoint/pages/labels.hpp"
#include "endpoint/pages/links.hpp"
#include "sparql/sparql.hpp"
#include "tests/endpoint/site_fixture.hpp"

namespace prosper::endpoint {
namespace {

using testing::HasSubstr;
using testing::Not;

class PagesTest : public SiteTest {
 protected:
  std::string page(const std::string& target) {
    const Response response = get(target, {{"Accept", "text/html"}});
    EXPECT_EQ(response.header("Content-Type"), "text/html; charset=utf-8") << target;
    return response.body;
  }
};

TEST_F(PagesTest, ANoticeReadsAsANotice) {
  const std::string html = page("/doc/joconde/000PE001028");
  for (const char* part :
       {"<h1>Le &lt;b&gt;port&lt;/b&gt; de La Rochelle</h1>", "<dt>Titre</dt>",
        "<dt>Dénomination</dt>", ">tableau</a>", "<dt>Numéro d’inventaire</dt>", "RF 1234",
        "<dt>Auteur</dt>", ">COROT Camille</a>", "(peintre)", "2e quart 19e siècle",
        "<dt>Description</dt>", "Vue du port au couchant.",
        "href=\"https://www.pop.culture.gouv.fr/notice/joconde/000PE001028\"",
        "href=\"000PE001028.jsonld\"", "href=\"../../id/actor/corot-camille-0123456789\""})
    EXPECT_THAT(html, HasSubstr(part));
  EXPECT_THAT(html, Not(HasSubstr("<b>port"))) << "data is never markup";
}

TEST_F(PagesTest, EnglishIsOneLinkAway) {
  EXPECT_THAT(page("/doc/joconde/000PE001028"), HasSubstr("href=\"?lang=en\""));
  const std::string html = page("/doc/joconde/000PE001028?lang=en");
  for (const char* part : {"<html lang=\"en\">", "<dt>Title</dt>", "<dt>Kind of object</dt>",
                           ">painting</a>", "<dt>Author</dt>"})
    EXPECT_THAT(html, HasSubstr(part));
}

TEST_F(PagesTest, ASharedNodeTellsWhoRefersToIt) {
  const std::string actor = page("/doc/actor/corot-camille-0123456789");
  EXPECT_THAT(actor, HasSubstr("<h1>COROT Camille</h1>"));
  EXPECT_THAT(actor, HasSubstr("href=\"../../id/joconde/000PE001028\""));
  const std::string term = page("/doc/voc/joconde/deno/tableau");
  EXPECT_THAT(term, HasSubstr("<h1>tableau</h1>"));
  EXPECT_THAT(term, HasSubstr("href=\"../../../../id/joconde/000PE001028\""));
}

TEST_F(PagesTest, ReferencesStopAtFifty) {
  std::string notices;
  for (int i = 0; i < 60; ++i) {
    const std::string n = std::to_string(i);
    notices += "doc:joconde\\/N" + n + " { id:joconde\\/N" + n + " crm:P2_has_type voc:x\\/y . }\n";
  }
  store_.add_trig(notices);
  const std::string html = page("/doc/voc/x/y");
  std::size_t count = 0;
  for (std::size_t at = html.find("/id/joconde/N"); at != std::string::npos;
       at = html.find("/id/joconde/N", at + 1))
    ++count;
  EXPECT_EQ(count, 50U);
  EXPECT_THAT(html, HasSubstr("50 premières"));
}

TEST_F(PagesTest, NothingRunsInline) {
  for (const char* target : {"/", "/doc/joconde/000PE001028", "/doc/nothing/here"}) {
    const Response response = get(target, {{"Accept", "text/html"}});
    EXPECT_THAT(std::string(response.header("Content-Security-Policy")),
                HasSubstr("script-src 'self';"));
    EXPECT_THAT(response.body, Not(HasSubstr("<style")));
    EXPECT_THAT(response.body, Not(HasSubstr("onclick")));
    EXPECT_THAT(response.body, Not(HasSubstr("<script>")));
  }
}

TEST_F(PagesTest, TheQueryPageHasEverythingItLinksTo) {
  const std::string html = page("/");
  std::size_t assets = 0;
  for (std::size_t at = html.find("./assets/"); at != std::string::npos;
       at = html.find("./assets/", at + 1)) {
    const std::string path = html.substr(at + 1, html.find('"', at) - at - 1);
    EXPECT_EQ(get(path).status, 200) << path;
    ++assets;
  }
  EXPECT_GE(assets, 7U);
}

TEST_F(PagesTest, AssetsAreCachedAndTyped) {
  const Response script = get("/assets/codemirror/lib/codemirror.js");
  EXPECT_EQ(script.header("Content-Type"), "text/javascript; charset=utf-8");
  EXPECT_EQ(get("/assets/prosper.css").header("Content-Type"), "text/css; charset=utf-8");
  EXPECT_EQ(get("/assets/prosper.svg").header("Content-Type"), "image/svg+xml");
  const std::string etag(script.header("ETag"));
  EXPECT_EQ(get("/assets/codemirror/lib/codemirror.js", {{"If-None-Match", etag}}).status, 304);
  EXPECT_EQ(get("/assets/../secret").status, 404);
  EXPECT_EQ(get("/assets/nothing.js").status, 404);
}

TEST(Examples, AreQueriesWithTitlesInBothLanguages) {
  pages::Frame frame{"./", "http://example.org/base/", pages::Language::French};
  const auto french = pages::examples(frame);
  frame.language = pages::Language::English;
  const auto english = pages::examples(frame);
  ASSERT_GE(french.size(), 5U);
  for (std::size_t i = 0; i < french.size(); ++i) {
    EXPECT_NE(french[i].title, english[i].title);
    EXPECT_THAT(french[i].query, Not(HasSubstr("{B}")));
    EXPECT_NO_THROW(sparql::PreparedQuery::parse(french[i].query, {})) << french[i].query;
  }
}

TEST(Links, NeverRunCode) {
  const pages::Frame frame{"../", "http://example.org/", pages::Language::French};
  EXPECT_EQ(pages::link_to(frame, "javascript:alert(1)"), "");
  EXPECT_EQ(pages::link_to(frame, "http://example.org/id/x"), "../id/x");
  EXPECT_EQ(pages::link_to(frame, "https://elsewhere.example/"), "https://elsewhere.example/");
}

TEST(Labels, AreMadeFromIrisWhenThereAreNone) {
  EXPECT_EQ(pages::name_from_iri("http://x/voc/role/ma%C3%AEtre-d-oeuvre"), "maître d oeuvre");
  EXPECT_EQ(pages::name_from_iri("http://x/a#b_c"), "b c");
}

}  // namespace
}  // namespace prosper::endpoint
