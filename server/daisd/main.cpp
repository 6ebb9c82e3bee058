#include "server/app/command_line.hpp"

int main(int argc, char** argv) { return dais::app::command_line(argc, argv); }
