import ArgumentParser
import TemaAnalysis

/// Options of combinations of codes.
struct CombinationOptions: ParsableArguments {
    @Option(help: "Unit that the codes must share.")
    var unit = CooccurrenceUnit.passage
    @Option(
        name: .customLong("at-least"),
        help: ArgumentHelp("Least number of codes of a combination.", valueName: "number"))
    var least = 3

    func validate() throws {
        guard 1...100 ~= least else { throw ValidationError("--at-least must be from 1 to 100 codes") }
    }
}
