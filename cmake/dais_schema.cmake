# JSON Schema, OpenRPC and TypeScript, written from the described structs at build time.
dais_program(dais_schema FOLDER tools/schema USES protocol)
add_custom_target(dais_types
  COMMAND dais_schema ${CMAKE_SOURCE_DIR}/client/web/src/generated ${PROJECT_VERSION}
  COMMENT "Writing the browser's types" VERBATIM)
