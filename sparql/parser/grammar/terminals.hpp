// SPDX-License-Identifier: Apache-2.0
#pragma once

/// The tokens of the grammar ([139]–[173] and the operators), each a function that moves `first`
/// behind the longest token of its kind and returns true, or leaves it and returns false. They read
/// bytes without skipping blanks, so that they never meet the skipper's parse context.
namespace prosper::sparql::grammar {

using Scan = bool (*)(const char*& first, const char* last);

bool scan_iri_ref(const char*& first, const char* last);           // [139]
bool scan_prefix(const char*& first, const char* last);            // [140] PNAME_NS
bool scan_prefixed_name(const char*& first, const char* last);     // [137]
bool scan_iri(const char*& first, const char* last);               // [136]
bool scan_blank_node_label(const char*& first, const char* last);  // [142]
bool scan_anon(const char*& first, const char* last);              // [163], comments allowed inside
bool scan_nil(const char*& first, const char* last);               // [161], comments allowed inside
bool scan_variable(const char*& first, const char* last);          // [108]
bool scan_language(const char*& first, const char* last);          // [145]
bool scan_number(const char*& first, const char* last);            // [130], sign included
bool scan_integer(const char*& first, const char* last);           // [146]
bool scan_string(const char*& first, const char* last);            // [135]
bool scan_boolean(const char*& first, const char* last);           // [134]

bool scan_comparison(const char*& first, const char* last);       // = != < > <= >=
bool scan_sign(const char*& first, const char* last);             // + -
bool scan_factor_operator(const char*& first, const char* last);  // * /
bool scan_unary_operator(const char*& first, const char* last);   // ! + -
bool scan_path_modifier(const char*& first, const char* last);    // [93]
bool scan_type_keyword(const char*& first, const char* last);     // a

bool scan_built_in_name(const char*& first, const char* last);    // [121]
bool scan_count(const char*& first, const char* last);            // [127] COUNT
bool scan_plain_aggregate(const char*& first, const char* last);  // [127] SUM MIN MAX AVG SAMPLE
bool scan_group_concat(const char*& first, const char* last);     // [127] GROUP_CONCAT

/// Letters, digits and _: for errors.
bool scan_word(const char*& first, const char* last);

/// `word` (upper case) in any case, not the beginning of a longer word or prefixed name.
bool scan_keyword(const char*& first, const char* last, const char* word);

/// Moves `first` behind blanks and comments.
void skip_blanks(const char*& first, const char* last);

}  // namespace prosper::sparql::grammar
