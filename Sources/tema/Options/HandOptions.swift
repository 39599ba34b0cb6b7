import ArgumentParser
import TemaModel
import TemaPipeline
import TemaStudy

/// Codings by hand in place of those by indicators.
struct HandOptions: ParsableArguments {
    @Flag(help: "A study's codings by hand, in place of those by the codebook's indicators.")
    var hand = false
    @Flag(help: "With --hand, everybody's; by default a coder sees their own.")
    var everyone = false
    @OptionGroup var options: CoderOptions

    func validate() throws {
        if everyone, !hand { throw ValidationError("--everyone says whose codings by --hand are meant: add --hand") }
        if everyone, options.name != nil { throw ValidationError("--everyone or --coder, not both") }
    }

    /// Whose codings by hand count; nil for the automatic ones.
    ///
    /// - Throws: If a coder is named whom the study does not know, or codings by hand are asked of what is no study.
    func choice(_ input: CorpusInput, quiet: Bool) throws -> CoderChoice? {
        guard hand else {
            guard options.name == nil else {
                throw ValidationError("--coder says whose codings by hand are meant: add --hand")
            }
            return nil
        }
        guard case .study(let study) = input else { throw ValidationError("only a study has codings by hand") }
        if everyone { return .everyone }
        if let name = options.name { return .coder(try study.coder(named: name)) }
        let me = try options.coder
        let known = try study.coders().map(\.coder)
        if !known.isEmpty, !known.contains(me), !quiet {
            Messages.say(
                "\(me) has coded nothing in \(study.path): --everyone shows all codings, --coder NAME a coder's")
        }
        return .coder(me)
    }
}
