import ArgumentParser
import Glibc
import TemaCodebook
import TemaExchange
import TemaFormats
import TemaIngest
import TemaModel
import TemaPipeline

/// How files are read.
struct ReadingOptions: ParsableArguments {
    @Option(
        name: .customLong("from"),
        help:
            "The format of all files: \(DocumentReaders.all.map { $0.name }.joined(separator: ", ")). By default each file tells."
    )
    var from: String?

    @Option(help: "The encoding of all files, where they do not say it or are wrong: windows-1252, UTF-16, …")
    var encoding: String?

    @Option(
        help:
            "The kinds of passages, with commas between them: \(PassageKind.allCases.map(\.rawValue).joined(separator: ", ")). By default titles, abstracts, paragraphs, list items, quotes and boxes are coded."
    )
    var kinds: String?

    @Flag(help: "Take sub-articles and responses as documents too.")
    var subArticles = false

    @Option(name: [.short, .long], help: "How many workers read at a time.")
    var jobs: Int?

    @Flag(help: "Stop at the first file that cannot be read.")
    var strict = false

    func validate() throws {
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256") }
        _ = try chosenKinds
        // A format of projects is for `tema import`, which asks for it first.
        if from.flatMap(ProjectFormats.named) == nil { _ = try settings }
    }

    /// Refuses options for reading files, which have no effect on a study.
    func refuseForStudy(_ study: String) throws {
        let given = [("--from", from != nil), ("--encoding", encoding != nil)].first { $0.1 }
        guard let given else { return }
        throw ValidationError(
            "\(given.0) is for reading files; the documents of \(study) have been read (leave it out, or give it to `tema import`)"
        )
    }

    var settings: ReadingSettings {
        get throws {
            var settings = ReadingSettings()
            settings.format = try from.map { name in
                guard let reader = DocumentReaders.named(name) else {
                    throw ValidationError(
                        "“\(name)” is no format; \(didYouMean(name, DocumentReaders.all.map { $0.name }))")
                }
                return reader
            }
            settings.encoding = try encoding.map(TextEncoding.init(asked:))
            settings.kinds = try chosenKinds ?? PassageKind.codedByDefault
            settings.subArticles = subArticles
            settings.jobs = jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
            settings.isStrict = strict
            return settings
        }
    }

    /// The kinds named; nil for the usual ones.
    var chosenKinds: Set<PassageKind>? {
        get throws {
            guard let kinds else { return nil }
            return Set(
                try kinds.split(separator: ",").map { name in
                    guard let kind = PassageKind(rawValue: String(name)) else {
                        throw ValidationError(
                            "“\(name)” is no kind of passage; \(didYouMean(String(name), PassageKind.allCases.map(\.rawValue)))"
                        )
                    }
                    return kind
                })
        }
    }
}

extension TextEncoding {
    /// The encoding that a person asks for by its name.
    init(asked name: String) throws {
        guard let encoding = TextEncoding.named(name) else {
            throw ValidationError(
                "“\(name)” is no encoding that Tema reads; \(didYouMean(name, TextEncoding.known))")
        }
        self = encoding
    }
}
