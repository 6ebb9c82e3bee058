# Run by dais_embed at build time: writes NAME.S, NAME.cpp and embedded/NAME.hpp into OUT for FILES, or for all that BASE holds.
if(NOT FILES)
  file(GLOB_RECURSE FILES ${BASE}/*)
endif()
list(SORT FILES)

set(assembly "// Contents are named by their digests, so that a change of one rebuilds this unit.\n.section .rodata\n")
set(symbols "")
set(table "")
set(count 0)
foreach(file IN LISTS FILES)
  file(RELATIVE_PATH path ${BASE} ${file})
  file(SIZE ${file} size)
  file(SHA256 ${file} digest)
  set(symbol dais_embedded_${NAME}_${count})
  string(APPEND assembly "// ${digest}\n.globl ${symbol}\n.hidden ${symbol}\n.balign 16\n${symbol}:\n.incbin \"${file}\"\n.byte 0\n")
  string(APPEND symbols "extern char const ${symbol}[];\n")
  string(APPEND table "    {\"${path}\", {${symbol}, ${size}}},\n")
  math(EXPR count "${count} + 1")
endforeach()
string(APPEND assembly ".section .note.GNU-stack,\"\",%progbits\n")

file(WRITE ${OUT}/${NAME}.S "${assembly}")
file(WRITE ${OUT}/embedded/${NAME}.hpp "#pragma once
#include <span>

#include <embedded/file.hpp>

namespace dais::embedded {
std::span<file const> ${NAME}();
}
")
if(count EQUAL 0)
  set(body "  return {};\n")
else()
  set(body "  static file const files[] = {\n${table}  };\n  return files;\n")
endif()
file(WRITE ${OUT}/${NAME}.cpp "#include <embedded/${NAME}.hpp>

extern \"C\" {
${symbols}}

namespace dais::embedded {
std::span<file const> ${NAME}() {
${body}}
}  // namespace dais::embedded
")
