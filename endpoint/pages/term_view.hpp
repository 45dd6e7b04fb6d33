// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "endpoint/pages/render.hpp"
#include "store/rdf/term.hpp"

namespace prosper::endpoint::pages {

/// A term for a table of raw data: text, and href, full (the whole IRI), language or datatype.
View term_view(const Frame& frame, const rdf::Term& term);

}  // namespace prosper::endpoint::pages
