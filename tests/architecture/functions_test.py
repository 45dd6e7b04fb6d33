# SPDX-License-Identifier: Apache-2.0
"""Functions have at most 60 lines. First the counting is shown to work, then the tree is counted.
Usage: functions_test.py ROOT"""
import pathlib
import subprocess
import sys
import unittest

from functions import UnbalancedBraces, functions

LIMIT = 60
ROOT = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else ".").resolve()


def found(code):
    return [(function.line, function.lines) for function in functions(code)]


def longer_ones(code):
    return [function for function in functions(code) if function.lines > LIMIT]


class Counting(unittest.TestCase):
    def test_functions_of_namespaces_and_types(self):
        self.assertEqual(found("""
namespace a::b {
inline int one(
    int x = {}) {
  return x;
}
struct S final : T<int> {
  explicit S(int x) noexcept : T<int>{x}, y_(x) {
  }
 private:
  bool operator==(const S&) const { return true; }
  S& operator=(S&&) noexcept { return *this; }
  auto begin() const -> std::vector<int> { return {}; }
  enum class E : int { A, B };
  int y_{1};
};
template <class T>
  requires std::integral<T>
class R {
  int size() const { return 1; }
};
}  // namespace a::b
"""), [(3, 4), (8, 2), (11, 1), (12, 1), (13, 1), (20, 1)])

    def test_what_is_inside_counts_as_the_function(self):
        self.assertEqual(found("""
TEST(Suite, name) {
  struct Local { int f() { return 1; } };
  const auto g = [&](int x) {
    if (x) { x++; } else { x--; }
    for (;;) { }
  };
}
template <class T = int, typename U> requires std::integral<T>
T f(U u) {
  return u;
}
auto g(int x) -> std::optional<decltype(f(x))> {
  return f(x);
}
"""), [(2, 7), (9, 4), (13, 3)])

    def test_lambdas_outside_of_functions_are_functions(self):
        self.assertEqual(found("""
const auto f = [](int x) -> int {
  return x;
};
constexpr Row table[] = {
    {"a", [](int) { return 1; }},
    {"b", {1, 2}},
};
const int x = compute(
    1, [] {
  return 1;
});
"""), [(2, 3), (6, 1), (10, 3)])

    def test_data_are_not_functions(self):
        self.assertEqual(found("""
const std::set<int> numbers{1, 2};
std::array<int, sizeof(int)> sizes{1};
template <class T> concept C = requires(T t) { t.f(); };
extern "C" {
int f(int);
}
struct Pair { int a = 1; std::vector<int> b = {1, 2}; } pair;
"""), [])

    def test_texts_do_not_count(self):
        self.assertEqual(found("""
#define OPEN {
int f() {  // }
  /* } */ const char c = '{'; const int n = 1'000; const char d = '}';
  return g("}\\"}", R"x(}
)" })x");
}
"""), [(3, 5)])

    def test_braces_that_do_not_match_are_an_error(self):
        for code in ("int f() {", "}"):
            with self.assertRaises(UnbalancedBraces):
                functions(code)

    def test_a_line_too_many_is_found(self):
        def function_of(lines):
            return "int f() {\n" + "  x();\n" * (lines - 2) + "}\n"

        self.assertEqual(longer_ones(function_of(LIMIT)), [])
        self.assertEqual(len(longer_ones(function_of(LIMIT + 1))), 1)


class Tree(unittest.TestCase):
    def test_functions_are_short(self):
        listed = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-co", "--exclude-standard", "*.cpp", "*.hpp"],
                                capture_output=True, text=True, check=True).stdout
        count = 0
        problems = []
        for name in listed.splitlines():
            path = ROOT / name
            if not path.is_file():
                continue
            code = path.read_text(encoding="utf-8")
            try:
                all_of_file = functions(code)
            except UnbalancedBraces as error:
                problems.append(f"{name}: {error}")
                continue
            count += len(all_of_file)
            problems += [f"{name}:{function.line}: {function.lines} lines: {function.signature[:90]}"
                         for function in all_of_file if function.lines > LIMIT]
        print(f"{count} functions")
        self.assertGreater(count, 0)
        self.assertEqual("\n".join(problems), "")


if __name__ == "__main__":
    unittest.main()
