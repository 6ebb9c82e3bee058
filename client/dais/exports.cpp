// export participants|agenda|documents.
#include <memory>

#include "client/dais/export_file.hpp"
#include "client/dais/subcommands.hpp"

namespace dais::command_line {

void add_exports(CLI::App& app, context& with, task& chosen) {
  auto const given = std::make_shared<export_options>();
  given->format = "csv";
  auto& one =
      add_subcommand(app, with, "export", "cli.export.about",
                     {{"dais export participants --format pdf --lang fr -o participants.pdf", "cli.export.example.pdf"},
                      {"dais export agenda --format csv | head", "cli.export.example.csv"}});
  one.add_option("what", given->what, with.words("cli.export.what"))
      ->type_name("participants|agenda|documents")
      ->required()
      ->check(CLI::IsMember({"participants", "agenda", "documents"}).description(""));
  one.add_option("--format", given->format, with.words("cli.export.format"))
      ->type_name("csv|json|pdf")
      ->check(CLI::IsMember({"csv", "json", "pdf"}).description(""));
  one.add_option("-o,--output", given->file, with.words("cli.export.file"))->type_name("FILE");
  one.add_option("--lang", given->language, with.words("cli.export.lang"))->type_name("LANG");
  one.callback([&chosen, &with, given] { chosen = [&with, given] { return write_export(with, *given); }; });
}

}  // namespace dais::command_line
