// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/projections.hpp"

#include <cmath>
#include <map>
#include <memory>
#include <proj.h>

#include "mappings/functions/text.hpp"

namespace prosper::mappings {
namespace {

constexpr std::string_view ntf =
    " +pm=paris +a=6378249.2 +b=6356515 +towgs84=-168,-60,320,0,0,0,0 +units=m +type=crs";

/// A Lambert zone of the NTF. `y_0` differs between the form with a leading zone digit and the one
/// without.
std::string ntf_zone(const char* latitude, const char* scale, double x_0, double y_0) {
  std::string text = std::string("+proj=lcc +lat_1=") + latitude + " +lat_0=" + latitude +
                     " +lon_0=0 +k_0=" + scale + " +x_0=" + std::to_string(x_0) +
                     " +y_0=" + std::to_string(y_0);
  return text.append(ntf);
}

std::string lambert_1(double y) {
  return ntf_zone("49.5", "0.999877341", 600000, y > 900000 ? 1200000 : 200000);
}

std::string lambert_2(double y) {
  return ntf_zone("46.8", "0.99987742", 600000, y > 1400000 ? 2200000 : 200000);
}

std::string lambert_3(double y) {
  return ntf_zone("44.1", "0.999877499", 600000, y > 2500000 ? 3200000 : 200000);
}

std::string lambert_4(double y) {
  return ntf_zone("42.165", "0.99994471", 234.358, y > 3500000 ? 4185861.369 : 185861.369);
}

/// Conic conforme zone nn (EPSG 3900 + nn), recognised by its false easting.
std::string conic_conforme(double y) {
  const int nn = 41 + static_cast<int>(std::lround((y - 200000) / 1e6));
  const std::string lat_1 = std::to_string(nn - 0.75);
  const std::string lat_2 = std::to_string(nn + 0.75);
  return "+proj=lcc +lat_0=" + std::to_string(nn) + " +lon_0=3 +lat_1=" + lat_1 +
         " +lat_2=" + lat_2 +
         " +x_0=1700000 +y_0=" + std::to_string((nn - 41) * 1'000'000 + 200'000) +
         " +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +type=crs";
}

std::string lambert_93(double x, double y) {
  return x >= 1.3e6 && x <= 2.1e6 ? conic_conforme(y) : "EPSG:2154";
}

struct ProjDeleter {
  void operator()(PJ* pj) const { proj_destroy(pj); }

  void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};

using Transformation = std::unique_ptr<PJ, ProjDeleter>;

/// The transformations one thread has used; PROJ objects must not be shared.
class Transformations {
 public:
  Transformations() : context_(proj_context_create()) {
    proj_log_level(context_.get(), PJ_LOG_NONE);
  }

  PJ* to_wgs84(const std::string& definition) {
    const auto it = known_.find(definition);
    if (it != known_.end()) return it->second.get();
    const Transformation raw(
        proj_create_crs_to_crs(context_.get(), definition.c_str(), "EPSG:4326", nullptr));
    Transformation normalized(raw ? proj_normalize_for_visualization(context_.get(), raw.get())
                                  : nullptr);
    return known_.emplace(definition, std::move(normalized)).first->second.get();
  }

 private:
  std::unique_ptr<PJ_CONTEXT, ProjDeleter> context_;
  std::map<std::string, Transformation> known_;
};

}  // namespace

std::optional<std::string> projection_of(std::string_view zone, double x, double y) {
  std::string key;
  for (const char c : fold(zone))
    if (c != ' ') key += c;
  if (key == "lambert1") return lambert_1(y);
  if (key == "lambert0" || key == "lambert2" || key == "lambert2etendu") return lambert_2(y);
  if (key == "lambert3" || key == "lambert3sud") return lambert_3(y);
  if (key == "lambert4") return lambert_4(y);
  if (key == "lambert93") return lambert_93(x, y);
  if (key == "gausslaborde") return "EPSG:2990";
  if (key == "utm20n") return "EPSG:32620";
  return std::nullopt;
}

std::optional<Position> unproject(const std::string& definition, double x, double y) {
  thread_local Transformations transformations;
  PJ* const pj = transformations.to_wgs84(definition);
  if (pj == nullptr) return std::nullopt;
  const PJ_COORD result = proj_trans(pj, PJ_FWD, proj_coord(x, y, 0, 0));
  if (!std::isfinite(result.xy.x) || !std::isfinite(result.xy.y)) return std::nullopt;
  return Position{result.xy.x, result.xy.y};
}

}  // namespace prosper::mappings
