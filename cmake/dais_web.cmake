# The web app, built by npm into build/web and carried inside the binary with its compressed forms. A release cannot be built
# without it; other presets carry it as soon as it is there.
set(web ${CMAKE_SOURCE_DIR}/build/web)
file(GLOB web_index CONFIGURE_DEPENDS ${web}/index.html)
if(web_index)
  dais_embed(dais_app web BASE ${web} DEPENDS ${web_index})
elseif(CMAKE_BUILD_TYPE STREQUAL "Release")
  add_custom_command(OUTPUT ${web}/index.html
    COMMAND ${CMAKE_COMMAND} -E echo "A release carries the web app, which is not built: start deploy/run, which does it all."
    COMMAND ${CMAKE_COMMAND} -E false
    COMMENT "Looking for the web app" VERBATIM)
  dais_embed(dais_app web BASE ${web} DEPENDS ${web}/index.html)
else()
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/no_web)
  dais_embed(dais_app web BASE ${CMAKE_BINARY_DIR}/no_web)
endif()
target_include_directories(dais_app PUBLIC ${CMAKE_BINARY_DIR}/embedded)
