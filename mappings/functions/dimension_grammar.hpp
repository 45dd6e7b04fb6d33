// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prosper::mappings {

enum class DimensionKind { Height, Width, Length, Depth, Thickness, Diameter, Weight };

/// One measurement of a notice (DIMS).
struct Dimension {
  DimensionKind kind = DimensionKind::Height;
  /// Decimal without trailing zeros: centimetres, or grams for a weight.
  std::string value;
  /// The piece it was read from: "H. 29".
  std::string raw;
  /// "à la base", "intérieur"; empty when there is none.
  std::string qualifier;
  /// The part of the object that is measured ("avec cadre"), from a label before a colon.
  std::string part;
};

enum class LengthUnit { Millimetre, Centimetre, Metre };

/// Reads a DIMS value: "H. 29 , LA. 19 (à la base) ; P. 24", "17 H ; 24.2 L", "Hauteur en cm 1.64".
/// `default_unit` holds where the text names none (Joconde and Palissy centimetres, MNR metres;
/// with metres a decimal comma mangled to ';' is repaired). Nothing when any word is not
/// understood, or a value is not above 0 and at most 100 m: the text then stays a statement.
std::optional<std::vector<Dimension>> parse_dimensions(std::string_view text,
                                                       LengthUnit default_unit);

}  // namespace prosper::mappings
