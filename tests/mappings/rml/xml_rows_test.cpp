// SPDX-License-Identifier: Apache-2.0
#include "mappings/rml/xml_rows.hpp"

#include <gtest/gtest.h>
#include <stdexcept>

namespace prosper::mappings::rml {
namespace {

const std::string document =
    "<list xmlns:p=\"http://p\"><n id=\"1\"><t>vase <b>bleu</b></t><t>pot</t></n>"
    "<n id=\"2\"/><p:n>x</p:n></list>";

std::string texts(const Iteration& iteration, std::string_view reference) {
  std::vector<Text> found;
  iteration.texts(reference, found);
  std::string all;
  for (const Text& text : found) all += text.text + "|";
  return all;
}

TEST(XmlRows, SelectsNodesAndReadsReferencesFromThem) {
  const XmlRows rows(document, "/list/n", {});
  const auto iterations = rows.iterations();
  ASSERT_EQ(iterations.size(), 2U);
  EXPECT_EQ(texts(*iterations[0], "@id"), "1|");
  EXPECT_EQ(texts(*iterations[0], "t"), "vase bleu|pot|");
  EXPECT_EQ(texts(*iterations[0], "count(t)"), "2|");
  EXPECT_EQ(texts(*iterations[1], "../n/@id"), "1|2|");
  EXPECT_EQ(iterations[1]->find("t"), nullptr);
  ASSERT_NE(iterations[0]->find("t"), nullptr);
  EXPECT_EQ(iterations[0]->find("t")->texts().size(), 2U);
}

TEST(XmlRows, ChecksNamespaces) {
  EXPECT_EQ(XmlRows(document, "//p:n", {{"p", "http://p"}}).iterations().size(), 1U);
  EXPECT_THROW(XmlRows(document, "//p:n", {{"p", "http://other"}}), std::invalid_argument);
  EXPECT_THROW(XmlRows(document, "//q:n", {{"q", "http://p"}}), std::invalid_argument);
}

TEST(XmlRows, RefusesBadDocumentsAndPaths) {
  EXPECT_THROW(XmlRows("<a><b></a>", "/a", {}), std::invalid_argument);
  EXPECT_THROW(XmlRows(document, "/list[", {}), std::invalid_argument);
  EXPECT_THROW(XmlRows(document, "count(/list)", {}), std::invalid_argument);
  const XmlRows rows(document, "/list", {});
  EXPECT_THROW(texts(*rows.iterations()[0], "@@"), std::invalid_argument);
}

}  // namespace
}  // namespace prosper::mappings::rml
