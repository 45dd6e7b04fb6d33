// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "store/rdf/io/serializer.hpp"
#include "tests/store/rdf/collecting_sink.hpp"
#include "vocabularies/terms/rdf.hpp"

namespace prosper::rdf {
namespace {

using nlohmann::json;

Term ex(const std::string& local) {
  return Iri{"http://ex/" + local};
}

json written(const std::vector<Quad>& quads, const SerializeOptions& options = {}) {
  return json::parse(serialize(quads, RdfFormat::JsonLd, options));
}

const SerializeOptions with_ex{{{"ex", "http://ex/"}}};

TEST(JsonLdWriter, WritesAnEmptyGraph) {
  EXPECT_EQ(written({}), json::parse(R"({"@context":{},"@graph":[]})"));
}

TEST(JsonLdWriter, WritesNodesWithEveryKindOfValue) {
  const Term type = Iri{std::string(vocabularies::rdf::type)};
  EXPECT_EQ(written({{ex("s"), ex("p"), make_string("x"), std::nullopt},
                     {ex("s"), type, ex("T"), std::nullopt},
                     {ex("s"), ex("p"), make_language_string("é", "fr"), std::nullopt},
                     {ex("s"), ex("p"), make_typed_literal("01", vocabularies::xsd::integer),
                      std::nullopt},
                     {ex("s"), ex("q"), BlankNode{"b"}, std::nullopt},
                     {ex("s"), type, make_string("odd"), std::nullopt},
                     {BlankNode{"b"}, type, BlankNode{"c"}, std::nullopt}},
                    with_ex),
            json::parse(R"({"@context":{"ex":"http://ex/"},"@graph":[
        {"@id":"ex:s",
         "ex:p":[{"@value":"x"},{"@value":"é","@language":"fr"},
                 {"@value":"01","@type":"http://www.w3.org/2001/XMLSchema#integer"}],
         "@type":["ex:T"],
         "ex:q":[{"@id":"_:b"}],
         "http://www.w3.org/1999/02/22-rdf-syntax-ns#type":[{"@value":"odd"}]},
        {"@id":"_:b","@type":["_:c"]}]})"));
}

TEST(JsonLdWriter, PutsNamedGraphsIntoGraphObjects) {
  EXPECT_EQ(written({{ex("a"), ex("p"), ex("o"), std::nullopt},
                     {ex("a"), ex("p"), ex("o"), ex("g")},
                     {ex("b"), ex("p"), ex("o"), ex("g")},
                     {ex("b"), ex("p"), ex("o"), BlankNode{"h"}},
                     {ex("c"), ex("p"), ex("o"), std::nullopt}},
                    with_ex)["@graph"],
            json::parse(R"([
        {"@id":"ex:a","ex:p":[{"@id":"ex:o"}]},
        {"@id":"ex:g","@graph":[{"@id":"ex:a","ex:p":[{"@id":"ex:o"}]},
                                {"@id":"ex:b","ex:p":[{"@id":"ex:o"}]}]},
        {"@id":"_:h","@graph":[{"@id":"ex:b","ex:p":[{"@id":"ex:o"}]}]},
        {"@id":"ex:c","ex:p":[{"@id":"ex:o"}]}])"));
}

TEST(JsonLdWriter, EscapesEveryControlCharacter) {
  std::string text = "\"\\/é\U0001F600\u2028";
  for (char c = 1; c < 0x20; ++c) text += c;
  EXPECT_EQ(written({{ex("s"), ex("p"), make_string(text),
                      std::nullopt}})["@graph"][0]["http://ex/p"][0]["@value"],
            text);
}

TEST(JsonLdWriter, UsesOnlyPrefixesReadersExpand) {
  const json document = written(
      {{Iri{"http://ex/no#"}, ex("p"), Iri{"http://ex///x"}, std::nullopt}},
      {{{"", "http://empty/"}, {"nodelimiter", "http://ex/no"}, {"slashes", "http://ex/"}}});
  EXPECT_EQ(document["@context"], json::parse(R"({"slashes":"http://ex/"})"));
  EXPECT_EQ(document["@graph"][0]["@id"], "slashes:no#");
  EXPECT_EQ(document["@graph"][0]["slashes:p"][0]["@id"], "http://ex///x");
}

TEST(JsonLdWriter, RefusesIrisThatWouldBeExpanded) {
  const SerializeOptions options{{{"urn", "http://ex/"}, {"http", "http://http/"}}};
  EXPECT_THROW(written({{Iri{"urn:x"}, ex("p"), ex("o"), std::nullopt}}, options), SerializeError);
  EXPECT_EQ(written({{Iri{"http://other/"}, ex("p"), ex("o"), std::nullopt}},
                    options)["@graph"][0]["@id"],
            "http://other/");
}

}  // namespace
}  // namespace prosper::rdf
