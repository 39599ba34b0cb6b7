import ArgumentParser
import TemaModel
import TemaPipeline
import TemaStudy

/// Options that choose hand codings instead of automatic ones.
struct HandOptions: ParsableArguments {
    @Flag(help: "Use a study's hand codings instead of automatic ones.")
    var hand = false
    @Flag(help: "With --hand, use all coders' codings. By default those of --coder.")
    var everyone = false
    @OptionGroup var options: CoderOptions

    func validate() throws {
        if everyone, !hand { throw ValidationError("--everyone chooses all coders' hand codings: add --hand") }
        if everyone, options.name != nil { throw ValidationError("--everyone and --coder cannot be combined") }
    }

    /// Returns the coders whose hand codings are used, or nil for automatic codings.
    ///
    /// - Throws: An error if the coder is unknown, or the input is not a study.
    func choice(_ input: CorpusInput, quiet: Bool) throws -> CoderChoice? {
        guard hand else {
            guard options.name == nil else {
                throw ValidationError("--coder chooses a coder's hand codings: add --hand")
            }
            return nil
        }
        guard case .study(let study) = input else { throw ValidationError("only studies have hand codings") }
        if everyone { return .everyone }
        if let name = options.name { return .coder(try study.coder(named: name)) }
        let me = try options.coder
        let known = try study.coders().map(\.coder)
        if !known.isEmpty, !known.contains(me), !quiet {
            Messages.say(
                "\(me) has no codings in \(study.path): use --everyone for all codings, or --coder NAME for those of one coder"
            )
        }
        return .coder(me)
    }
}
