// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/spirit/home/x3.hpp>
#include <memory>
#include <utility>

/// Semantic actions: each says where the attribute of a part goes in the node of its rule. They
/// replace Spirit's automatic propagation, which cannot hold std::variant and keeps what a failed
/// alternative left behind.
namespace prosper::sparql::grammar {

namespace actions_detail {

template <typename Context>
decltype(auto) value(const Context& context) {
  return boost::spirit::x3::_val(context);
}

template <typename Context>
decltype(auto) attribute(const Context& context) {
  return std::move(boost::spirit::x3::_attr(context));
}

}  // namespace actions_detail

/// node.*member = attribute
template <typename Member>
constexpr auto put(Member member) {
  return [member](const auto& context) {
    actions_detail::value(context).*member = actions_detail::attribute(context);
  };
}

/// node.*member.push_back(attribute)
template <typename Member>
constexpr auto add(Member member) {
  return [member](const auto& context) {
    (actions_detail::value(context).*member).push_back(actions_detail::attribute(context));
  };
}

/// node.*member = a shared copy of the attribute
template <typename Owner, typename Pointee>
constexpr auto share(std::shared_ptr<Pointee> Owner::*member) {
  return [member](const auto& context) {
    actions_detail::value(context).*member =
        std::make_shared<Pointee>(actions_detail::attribute(context));
  };
}

/// node.*member = constant
template <typename Member, typename Constant>
constexpr auto set(Member member, Constant constant) {
  return [member, constant](const auto& context) {
    actions_detail::value(context).*member = constant;
  };
}

/// node.*member = true
template <typename Member>
constexpr auto flag(Member member) {
  return set(member, true);
}

/// node = attribute
inline constexpr auto keep = [](const auto& context) {
  actions_detail::value(context) = actions_detail::attribute(context);
};

/// node.push_back(attribute)
inline constexpr auto push = [](const auto& context) {
  actions_detail::value(context).push_back(actions_detail::attribute(context));
};

}  // namespace prosper::sparql::grammar
