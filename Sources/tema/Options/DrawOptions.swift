import ArgumentParser

/// How often chance is asked, and what decides its answers.
struct DrawOptions: ParsableArguments {
    @Option(help: "How many random draws are made; 0 for none.")
    var draws = 1000
    @Option(help: "What decides the draws: the same seed gives the same.")
    var seed: UInt64 = 1

    func validate() throws {
        guard 0...100_000 ~= draws else { throw ValidationError("--draws takes 0 to 100,000") }
    }
}
