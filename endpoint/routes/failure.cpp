// SPDX-License-Identifier: Apache-2.0
#include "endpoint/routes/failure.hpp"

#include <new>

#include "endpoint/http/response.hpp"
#include "sparql/remote.hpp"
#include "sparql/sparql.hpp"
#include "store/store.hpp"

namespace prosper::endpoint {
namespace {

Failure failure_of_store(const store::StoreError& error) {
  using Kind = store::StoreError::Kind;
  Failure failure{500, "store-failed", error.what(), 0, 0, {}};
  switch (error.kind()) {
    case Kind::Busy:
      failure.status = 503;
      failure.code = "writer-busy";
      failure.headers.emplace_back("Retry-After", "5");
      break;
    case Kind::Full:
      failure.status = 507;
      failure.code = "storage-full";
      break;
    case Kind::Damaged:
      failure.code = "store-damaged";
      break;
    default:
      break;
  }
  return failure;
}

Failure failure_of_call(const sparql::RemoteError& error) {
  using Reason = sparql::RemoteError::Reason;
  switch (error.reason()) {
    case Reason::Refused:
      return {403, "remote-refused", error.what(), 0, 0, {}};
    case Reason::TimedOut:
      return {504, "remote-timeout", error.what(), 0, 0, {}};
    case Reason::TooDeep:
      return {508, "remote-loop", error.what(), 0, 0, {}};
    case Reason::Failed:
      break;
  }
  return {502, "remote-failed", error.what(), 0, 0, {}};
}

}  // namespace

Failure failure_of(std::exception_ptr exception) {
  try {
    std::rethrow_exception(std::move(exception));
  } catch (const HttpError& error) {
    return {error.status(), error.code(), error.what(), 0, 0, error.headers()};
  } catch (const rdf::SyntaxError& error) {
    return {400, "syntax-error", error.message(), error.line(), error.column(), {}};
  } catch (const sparql::UnsupportedFeature& error) {
    return {501, "unsupported-feature", error.what(), 0, 0, {}};
  } catch (const sparql::QueryCancelled& error) {
    return {503, "query-cancelled", error.what(), 0, 0, {{"Retry-After", "30"}}};
  } catch (const sparql::RemoteError& error) {
    return failure_of_call(error);
  } catch (const sparql::UpdateError& error) {
    return {403, "update-refused", error.what(), 0, 0, {}};
  } catch (const store::StoreError& error) {
    return failure_of_store(error);
  } catch (const std::bad_alloc&) {
    return {503, "out-of-memory",        "The server has no memory left for this request.", 0,
            0,   {{"Retry-After", "30"}}};
  } catch (const std::exception& error) {
    return {500, "internal-error", error.what(), 0, 0, {}};
  }
}

}  // namespace prosper::endpoint
