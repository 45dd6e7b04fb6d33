// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/rdf_format.hpp"

#include <gtest/gtest.h>

namespace prosper::rdf {
namespace {

TEST(RdfFormat, IsFoundByMediaType) {
  EXPECT_EQ(format_of_media_type("text/turtle"), RdfFormat::Turtle);
  EXPECT_EQ(format_of_media_type("Application/N-Quads"), RdfFormat::NQuads);
  EXPECT_EQ(format_of_media_type("text/html"), std::nullopt);
  EXPECT_EQ(format_of_media_type(""), std::nullopt);
}

TEST(RdfFormat, IsFoundByFileName) {
  EXPECT_EQ(format_of_file_name("a/b.ttl"), RdfFormat::Turtle);
  EXPECT_EQ(format_of_file_name("b.TRIG.gz"), RdfFormat::TriG);
  EXPECT_EQ(format_of_file_name(".nt"), RdfFormat::NTriples);
  EXPECT_EQ(format_of_file_name("x.nq.gz"), RdfFormat::NQuads);
  EXPECT_EQ(format_of_file_name("x.owl"), RdfFormat::RdfXml);
  EXPECT_EQ(format_of_file_name("x.rdf"), RdfFormat::RdfXml);
  EXPECT_EQ(format_of_file_name("x.xml"), RdfFormat::RdfXml);
  EXPECT_EQ(format_of_file_name("x.jsonld"), RdfFormat::JsonLd);
  EXPECT_EQ(format_of_file_name("x.json"), std::nullopt);
  EXPECT_EQ(format_of_file_name("ttl"), std::nullopt);
  EXPECT_EQ(format_of_file_name(".gz"), std::nullopt);
}

TEST(RdfFormat, IsFoundByShortName) {
  EXPECT_EQ(format_of_name("ttl"), RdfFormat::Turtle);
  EXPECT_EQ(format_of_name("rdfxml"), RdfFormat::RdfXml);
  EXPECT_EQ(format_of_name("n3"), std::nullopt);
}

TEST(RdfFormat, NamesItself) {
  for (const RdfFormat format : {RdfFormat::Turtle, RdfFormat::TriG, RdfFormat::NTriples,
                                 RdfFormat::NQuads, RdfFormat::RdfXml, RdfFormat::JsonLd}) {
    EXPECT_EQ(format_of_media_type(media_type(format)), format);
  }
  EXPECT_TRUE(has_graphs(RdfFormat::TriG));
  EXPECT_TRUE(has_graphs(RdfFormat::NQuads));
  EXPECT_TRUE(has_graphs(RdfFormat::JsonLd));
  EXPECT_FALSE(has_graphs(RdfFormat::Turtle));
  EXPECT_FALSE(has_graphs(RdfFormat::NTriples));
  EXPECT_FALSE(has_graphs(RdfFormat::RdfXml));
}

}  // namespace
}  // namespace prosper::rdf
