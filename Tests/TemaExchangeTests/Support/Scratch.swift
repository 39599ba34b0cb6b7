import Foundation
import TemaFormats
import TemaModel

@testable import TemaExchange

/// A folder that is there for as long as a test needs it.
final class Scratch {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "tema-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes files, in folders of their own where their names say so.
    func write(_ files: [String: String]) throws {
        for (name, text) in files { try write(name, Array(text.utf8)) }
    }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        let file = "\(path)/\(name)"
        try FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: file))
    }

    func file(_ name: String) -> InputPath { InputPath("\(path)/\(name)") }
}

/// What a format made of a file, and what it told.
struct Reading {
    let project: Project
    let losses: Losses
    let told: [Problem]

    init(_ format: any ProjectFormat.Type, _ path: InputPath) throws(Problem) {
        let told = Told()
        var options = ProjectOptions { told.problems.append($0) }
        project = try format.read(path, &options)
        losses = options.losses
        self.told = told.problems
    }

    /// What a format makes of a file with these bytes.
    init(_ format: any ProjectFormat.Type, _ bytes: [UInt8], name: String) throws {
        let scratch = try Scratch()
        try scratch.write(name, bytes)
        try self.init(format, scratch.file(name))
    }

    private final class Told { var problems: [Problem] = [] }

    /// `document code place coder at`, a line each.
    var codings: [String] {
        project.codings.map { coding in
            [coding.document, coding.code, coding.place.shown, coding.coder, coding.at].compactMap(\.self)
                .joined(separator: " | ")
        }
    }

    var lost: [String] { losses.all.map { "\($0.count) \($0.element): \($0.reason)" } }
}

extension Project.Place {
    var shown: String {
        switch self {
        case .span(let span): "\(span.lowerBound)-\(span.upperBound)"
        case .quote(let quote, let before, let after): "\(before)[\(quote)]\(after)"
        case .spanOfQuote(let span, let quote): "\(span.lowerBound)-\(span.upperBound) [\(quote)]"
        case .passage(let passage): "passage \(passage)"
        }
    }
}
