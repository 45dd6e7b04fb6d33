// SPDX-License-Identifier: Apache-2.0
#include "tests/endpoint/site_fixture.hpp"

namespace prosper::endpoint {
namespace {

const char* const notice = R"(
doc:joconde\/000PE001028 {
  doc:joconde\/000PE001028 a crm:E31_Document ; crm:P70_documents id:joconde\/000PE001028 ;
    dcterms:source <https://www.pop.culture.gouv.fr/notice/joconde/000PE001028> ;
    dcterms:modified "2020-05-17"^^xsd:date .
  id:joconde\/000PE001028 a crm:E22_Human-Made_Object ;
    crm:P102_has_title id:joconde\/000PE001028\/title\/TITR\/1 ;
    crm:P2_has_type voc:joconde\/deno\/tableau ;
    crm:P1_is_identified_by id:joconde\/000PE001028\/id\/INV\/1 ;
    crm:P67i_is_referred_to_by id:joconde\/000PE001028\/stmt\/DESC ;
    crm:P108i_was_produced_by id:joconde\/000PE001028\/production .
  id:joconde\/000PE001028\/title\/TITR\/1 a crm:E35_Title ;
    crm:P190_has_symbolic_content "Le <b>port</b> de La Rochelle"@fr .
  id:joconde\/000PE001028\/id\/INV\/1 crm:P190_has_symbolic_content "RF 1234" .
  id:joconde\/000PE001028\/stmt\/DESC pr:field "DESC" ;
    crm:P190_has_symbolic_content "Vue du port au couchant."@fr .
  id:joconde\/000PE001028\/production crm:P9_consists_of id:joconde\/000PE001028\/production\/part\/1 ;
    crm:P4_has_time-span id:joconde\/000PE001028\/production\/time .
  id:joconde\/000PE001028\/production\/time rdfs:label "2e quart 19e siècle"@fr .
  id:joconde\/000PE001028\/production\/part\/1
    crm:P14_carried_out_by id:actor\/corot-camille-0123456789 ; crm:P2_has_type voc:role\/peintre .
}
g:actors { id:actor\/corot-camille-0123456789 a crm:E21_Person ; rdfs:label "COROT Camille" . }
g:voc {
  voc:joconde\/deno\/tableau a skos:Concept ; skos:prefLabel "tableau"@fr, "painting"@en .
  voc:role\/peintre skos:prefLabel "peintre"@fr .
}
doc:joconde\/inv\/M0810\/2005.10.1 {
  id:joconde\/inv\/M0810\/2005.10.1 rdfs:label "Robe à la française"@fr .
}
<http://example.org/g> { <http://example.org/s> <http://example.org/p> "v" . }
)";

}  // namespace

SiteTest::SiteTest() {
  store_.add_trig(notice);
}

Response SiteTest::send(const std::string& method, const std::string& target,
                        const std::string& body, const Headers& headers) {
  Request request;
  request.method = method;
  const std::size_t question = target.find('?');
  request.path = target.substr(0, question);
  if (question != std::string::npos) request.query = parse_form(target.substr(question + 1));
  request.headers = headers;
  request.body = body;
  Response response = respond(site_, request);
  if (!response.stream) return response;
  rdf::StringSink text;
  try {
    response.stream(text);
  } catch (...) {
    return describe_failure(site_, request, std::current_exception());
  }
  response.stream = nullptr;
  response.body = text.text();
  return response;
}

}  // namespace prosper::endpoint
