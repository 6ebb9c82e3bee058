# dais_embed(TARGET NAME BASE folder [FILES patterns...] [DEPENDS files or targets...])
#
# Carries files inside TARGET: <embedded/NAME.hpp> declares dais::embedded::NAME(), a span of {path, bytes} in the order of
# their paths, which are relative to BASE. FILES are patterns below BASE that are known when CMake configures; without FILES
# everything that BASE holds when it is built, after DEPENDS, is carried (a web bundle, whose names change with its contents).
# The bytes go through the assembler's .incbin: megabytes cost milliseconds.
set(DAIS_EMBED_FOLDER ${CMAKE_CURRENT_LIST_DIR})

function(dais_embed target name)
  cmake_parse_arguments(arg "" "BASE" "FILES;DEPENDS" ${ARGN})
  get_filename_component(base ${arg_BASE} ABSOLUTE BASE_DIR ${CMAKE_SOURCE_DIR})
  set(out ${CMAKE_BINARY_DIR}/embedded)
  set(patterns ${arg_FILES})
  list(TRANSFORM patterns PREPEND ${base}/)
  set(files)
  if(patterns)
    file(GLOB files CONFIGURE_DEPENDS ${patterns})
  endif()
  configure_file(${DAIS_EMBED_FOLDER}/embedded_file.hpp ${out}/embedded/file.hpp COPYONLY)
  add_custom_command(
    OUTPUT ${out}/${name}.S ${out}/${name}.cpp ${out}/embedded/${name}.hpp
    COMMAND ${CMAKE_COMMAND} -DNAME=${name} -DBASE=${base} "-DFILES=${files}" -DOUT=${out} -P ${DAIS_EMBED_FOLDER}/embed_files.cmake
    DEPENDS ${files} ${arg_DEPENDS} ${DAIS_EMBED_FOLDER}/embed_files.cmake
    COMMENT "Embedding ${name}" VERBATIM)
  target_sources(${target} PRIVATE ${out}/${name}.S ${out}/${name}.cpp ${out}/embedded/${name}.hpp)
  target_include_directories(${target} PRIVATE ${out})
endfunction()
