import ArgumentParser
import TemaModel
import TemaPipeline

/// Options that join variables of documents to a listing.
struct JoinOptions: ParsableArguments {
    @Option(
        name: .customLong("with"),
        help: ArgumentHelp(
            "Variables of the document to print in each row, such as year,journal.", valueName: "variables"))
    var with: String?

    var variables: JoinedVariables { JoinedVariables(with ?? "") }
}
