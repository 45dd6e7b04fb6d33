// SPDX-License-Identifier: Apache-2.0
#include "mappings/rml/run_files.hpp"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <system_error>

#include "mappings/rml/mapping_error.hpp"
#include "store/rdf/syntax_error.hpp"
#include "tests/files/write_file.hpp"

namespace prosper::mappings::rml {
namespace {

class Lines final : public rdf::QuadSink {
 public:
  void quad(const rdf::Quad& quad) override {
    all.push_back(rdf::to_ntriples(quad.subject) + " " + rdf::to_ntriples(quad.object));
  }

  std::vector<std::string> all;
};

using tests::write_file;

std::vector<std::string> run(const std::string& document) {
  const auto path =
      write_file("mapping.ttl",
                 "@prefix rml: <http://w3id.org/rml/> . @prefix ex: <http://e/> .\n" + document);
  Lines lines;
  run_mapping_file(path, "http://base/", FunctionRegistry::standard(), lines);
  return lines.all;
}

std::string source(const std::string& file, const std::string& rest) {
  return "rml:logicalSource [ rml:source [ rml:root rml:MappingDirectory ; rml:path \"" + file +
         "\" ] ; " + rest + " ] ; ";
}

const std::string csv = "rml:referenceFormulation rml:CSV";
const std::string json = "rml:referenceFormulation rml:JSONPath ; rml:iterator \"$.list[*]\"";

TEST(RunMappingFile, JoinsFilesOfTwoKinds) {
  write_file("museums.csv", "code,name\nM1,Gap\nM2,Die\n");
  write_file("works.json",
             R"({"list":[{"ref":1,"museum":"M2"},{"ref":2,"museum":["M1","M2"]},{"ref":3}]})");
  EXPECT_THAT(run("<#m> " + source("museums.csv", csv) +
                  "rml:subjectMap [ rml:template \"museum/{name}\" ] .\n<#w> " +
                  source("works.json", json) +
                  "rml:subjectMap [ rml:template \"work/{$.ref}\" ] ; rml:predicateObjectMap [ "
                  "rml:predicate ex:in ; "
                  "rml:objectMap [ rml:parentTriplesMap <#m> ; rml:joinCondition [ rml:child "
                  "\"$.museum[*]\" ; "
                  "rml:parent \"code\" ] ] ] ."),
              testing::UnorderedElementsAre("<http://base/work/2> <http://base/museum/Gap>",
                                            "<http://base/work/2> <http://base/museum/Die>"));
}

TEST(RunMappingFile, KeepsTheTypesOfJson) {
  write_file("typed.json", R"({"list":[{"i":1,"d":1.5,"b":true,"s":"1","n":null}]})");
  EXPECT_THAT(
      run("<#m> " + source("typed.json", json) +
          "rml:subject ex:a ; rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap "
          "[ rml:reference \"$.i\" ] , [ rml:reference \"$.d\" ] , [ rml:reference \"$.b\" ] , "
          "[ rml:reference \"$.s\" ] , [ rml:reference \"$.n\" ] ] ."),
      testing::ElementsAre("<http://e/a> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer>",
                           "<http://e/a> \"1.5\"^^<http://www.w3.org/2001/XMLSchema#double>",
                           "<http://e/a> \"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>",
                           "<http://e/a> \"1\""));
}

TEST(RunMappingFile, RefusesWhatItCannotMap) {
  write_file("one.csv", "a,b\nno iri,2\n");
  const auto map = [](const std::string& rest) {
    return "<#m> " + source("one.csv", csv) + rest +
           " rml:predicateObjectMap [ rml:predicate ex:p ; rml:object ex:o ] .";
  };
  EXPECT_THROW(run(map("rml:subjectMap [ rml:reference \"a\" ] ;")), MappingError);
  EXPECT_THROW(run(map("rml:subjectMap [ rml:reference \"c\" ] ;")), MappingError);
  EXPECT_THROW(run("<#m> " + source("none.csv", csv) +
                   "rml:subject ex:a ; rml:predicateObjectMap [ "
                   "rml:predicate ex:p ; rml:object ex:o ] ."),
               std::system_error);
  EXPECT_THROW(run_mapping_file("/no/such/mapping.ttl", "http://base/",
                                FunctionRegistry::standard(), *std::make_unique<Lines>()),
               std::system_error);
}

}  // namespace
}  // namespace prosper::mappings::rml
