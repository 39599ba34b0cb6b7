import ArgumentParser
import Glibc
import TemaCodebook
import TemaExchange
import TemaFormats
import TemaIngest
import TemaModel
import TemaPipeline

/// Options for reading files.
struct ReadingOptions: ParsableArguments {
    @Option(
        name: .customLong("from"),
        help: ArgumentHelp(
            "Format of all files: \(DocumentReaders.all.map { $0.name }.joined(separator: ", ")). Detected by default.",
            valueName: "format")
    )
    var from: String?

    @Option(help: "Encoding of all files, such as windows-1252 or UTF-16. Detected by default.")
    var encoding: String?

    @Option(
        help: ArgumentHelp(
            "Parser of articles in XML: quick (with libxml2 for unusual markup) or libxml2. Both give the same documents.",
            valueName: "parser"))
    var parser: ArticleParser = .quick

    @Option(
        help:
            "Kinds of passages, separated by commas: \(PassageKind.allCases.map(\.rawValue).joined(separator: ", ")). By default titles, abstracts, paragraphs, list items, quotes and boxes are coded."
    )
    var kinds: String?

    @Option(
        help:
            "Types of sections whose passages are coded, separated by commas: \(SectionType.allCases.map(\.rawValue).joined(separator: ", ")). All by default."
    )
    var sections: String?

    @Option(help: "Types of sections whose passages are not coded, separated by commas.")
    var notSections: String?

    @Flag(help: "Also read sub-articles and responses as documents.")
    var subArticles = false

    @Option(name: [.short, .long], help: ArgumentHelp("Number of parallel workers.", valueName: "number"))
    var jobs: Int?

    @Flag(help: "Stop at the first file that cannot be read.")
    var strict = false

    @Option(
        help: ArgumentHelp("Write all problems of the run to a file, as JSON Lines.", valueName: "file"),
        completion: .file())
    var problems: String?

    func validate() throws {
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must be from 1 to 256") }
        _ = try chosenKinds
        _ = try chosenSections
        if problems == "-" { throw ValidationError("--problems needs a file, because results are on standard output") }
        // Formats of projects are only valid for `tema import`, which handles them itself.
        if from.flatMap(ProjectFormats.named) == nil { _ = try settings }
    }

    /// Throws if options for reading files are set, because they have no effect on a study.
    func refuseForStudy(_ study: String) throws {
        let given = [("--from", from != nil), ("--encoding", encoding != nil), ("--parser", parser != .quick)]
            .first { $0.1 }
        guard let given else { return }
        throw ValidationError(
            "\(given.0) applies to reading files, but \(study) is a study (remove it, or use it with `tema import`)"
        )
    }

    /// Throws if options for reading or coding texts are set, because a coded file has those by which it was made.
    func refuseForCoded(_ file: String) throws {
        let given = [
            ("--from", from != nil), ("--encoding", encoding != nil), ("--parser", parser != .quick),
            ("--kinds", kinds != nil), ("--sections", sections != nil), ("--not-sections", notSections != nil),
            ("--sub-articles", subArticles),
        ].first { $0.1 }
        guard let given else { return }
        throw ValidationError(
            "\(given.0) applies to coding texts, and \(file) is coded already (remove it, or use it with `tema code`)")
    }

    var settings: ReadingSettings {
        get throws {
            var settings = ReadingSettings()
            settings.format = try from.map { name in
                guard let reader = DocumentReaders.named(name) else {
                    throw ValidationError(
                        "unknown format “\(name)”; \(didYouMean(name, DocumentReaders.all.map { $0.name }))")
                }
                return reader
            }
            settings.parser = parser
            settings.encoding = try encoding.map(TextEncoding.init(asked:))
            settings.passages = PassageChoice(
                kinds: try chosenKinds ?? PassageKind.codedByDefault,
                sections: try chosenSections ?? SectionType.allCases)
            settings.subArticles = subArticles
            settings.jobs = jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
            settings.isStrict = strict
            return settings
        }
    }

    /// The kinds of `--kinds`, or nil for the default.
    var chosenKinds: [PassageKind]? {
        get throws {
            try kinds.map { try Self.values($0, noun: "kind of passage") }
        }
    }

    /// The section types of `--sections` or `--not-sections`, or nil for all.
    var chosenSections: [SectionType]? {
        get throws {
            guard sections == nil || notSections == nil else {
                throw ValidationError("--sections and --not-sections cannot be combined")
            }
            if let notSections {
                let excluded: [SectionType] = try Self.values(notSections, noun: "type of section")
                return SectionType.allCases.filter { !excluded.contains($0) }
            }
            return try sections.map { try Self.values($0, noun: "type of section") }
        }
    }

    /// Returns the values of a list separated by commas.
    private static func values<Value: RawRepresentable<String> & CaseIterable>(
        _ list: String, noun: String
    ) throws -> [Value] {
        try list.split(separator: ",", omittingEmptySubsequences: false).map { part in
            let name = part.trimmingPrefix(" ")
            guard let value = Value(rawValue: String(name)) else {
                throw ValidationError(
                    "unknown \(noun) “\(name)”; \(didYouMean(String(name), Value.allCases.map(\.rawValue)))")
            }
            return value
        }
    }
}

extension ArticleParser: ExpressibleByArgument {}

extension TextEncoding {
    /// Creates the encoding with the name that a user entered.
    init(asked name: String) throws {
        guard let encoding = TextEncoding.named(name) else {
            throw ValidationError(
                "unknown encoding “\(name)”; \(didYouMean(name, TextEncoding.known))")
        }
        self = encoding
    }
}
