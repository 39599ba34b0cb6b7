import ArgumentParser
import Glibc
import TemaModel
import TemaStudy

/// The argument of the study that a command works on.
struct StudyArgument: ParsableArguments {
    @Argument(help: "Study, such as interviews.tema.", completion: .file(extensions: ["tema"]))
    var study: String

    func open(_ access: Study.Access) throws -> Study { try Study(study, for: access) }
}

/// The option of the coder's name.
struct CoderOptions: ParsableArguments {
    @Option(
        name: .customLong("coder"),
        help: ArgumentHelp("Name of the coder. By default TEMA_CODER, or the user's name.", valueName: "name"))
    var name: String?

    var coder: String {
        get throws {
            try Self.checked(name ?? Self.variable("TEMA_CODER") ?? Self.variable("USER") ?? "coder")
        }
    }

    /// Returns the names in a list separated by commas.
    static func names(_ list: String) throws -> [String] {
        try list.split(separator: ",", omittingEmptySubsequences: false).map {
            try checked($0.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        }
    }

    private static func checked(_ coder: String) throws -> String {
        guard !coder.isEmpty, coder.utf8.count <= 200, coder.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) else {
            throw ValidationError("a coder's name must be one line of 1 to 200 bytes")
        }
        return coder
    }

    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
}
