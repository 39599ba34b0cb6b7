package import TemaExchange
package import TemaFormats
package import TemaModel

extension TemporaryFolder {
    package func file(_ name: String) -> InputPath { InputPath(path(name)) }
}

/// The result of reading a file in a project format: the project, its losses and its problems.
package struct ProjectReading {
    package let project: Project
    package let losses: Losses
    package let problems: [Problem]

    package init(_ format: any ProjectFormat.Type, _ path: InputPath) throws(Problem) {
        var options = ProjectOptions()
        project = try format.read(path, &options)
        losses = options.losses
        problems = options.problems
    }

    /// Reads bytes in a project format.
    package init(_ format: any ProjectFormat.Type, _ bytes: [UInt8], name: String) throws {
        let scratch = TemporaryFolder()
        try scratch.write(name, bytes)
        try self.init(format, scratch.file(name))
    }

    /// One line `document | code | place | coder | at` for each coding.
    package var codings: [String] {
        project.codings.map { coding in
            [coding.document, coding.code, coding.place.shown, coding.coder, coding.at].compactMap(\.self)
                .joined(separator: " | ")
        }
    }

    package var lost: [String] { losses.all.map { "\($0.count) \($0.element): \($0.reason)" } }
}

extension Project.Place {
    package var shown: String {
        switch self {
        case .span(let span): "\(span.lowerBound)-\(span.upperBound)"
        case .quote(let quote, let before, let after): "\(before)[\(quote)]\(after)"
        case .spanOfQuote(let span, let quote): "\(span.lowerBound)-\(span.upperBound) [\(quote)]"
        case .passage(let passage): "passage \(passage)"
        }
    }
}
