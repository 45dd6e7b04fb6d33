// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "endpoint/http/request.hpp"
#include "endpoint/http/response.hpp"
#include "endpoint/routes/failure.hpp"
#include "endpoint/routes/site.hpp"

/// One function a route; router.cpp chooses among them. All may throw what failure.hpp knows.
namespace prosper::endpoint {

/// /sparql: SPARQL 1.1 Protocol queries, the service description, the query page.
Response answer_query(const Site& site, const Request& request);
/// The query page with the error at its line, for browsers.
Response query_page_with_error(const Site& site, const Request& request, const Failure& failure);
/// The query page: / and /sparql without a query.
Response answer_query_page(const Site& site, const Request& request);
/// SPARQL 1.1 Service Description.
Response answer_service_description(const Site& site, const Request& request);
/// /update: SPARQL 1.1 Protocol updates.
Response answer_update(const Site& site, const Request& request);
/// /data: SPARQL 1.1 Graph Store HTTP Protocol.
Response answer_graph_store(const Site& site, const Request& request);
/// Things and terms (/id/…, /voc/…, …): 303 to their document.
Response answer_resource(const Site& site, const Request& request);
/// /doc/…: the document, negotiated.
Response answer_document(const Site& site, const Request& request);
/// /health: is the store readable?
Response answer_health(const Site& site, const Request& request);
/// /assets/…: style sheets and scripts of the pages.
Response answer_asset(const Site& site, const Request& request);

}  // namespace prosper::endpoint
