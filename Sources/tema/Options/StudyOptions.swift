import ArgumentParser
import Glibc
import TemaModel
import TemaStudy

/// The study that a command works on.
struct StudyArgument: ParsableArguments {
    @Argument(help: "The study, a file such as interviews.tema.", completion: .file(extensions: ["tema"]))
    var study: String

    func open(_ access: Study.Access) throws -> Study { try Study(study, for: access) }
}

/// Who does it.
struct CoderOptions: ParsableArguments {
    @Option(name: .customLong("coder"), help: "Who codes; by default TEMA_CODER, or who is logged in.")
    var name: String?

    var coder: String {
        get throws {
            let coder = name ?? Self.variable("TEMA_CODER") ?? Self.variable("USER") ?? "coder"
            guard !coder.isEmpty, coder.utf8.count <= 200, coder.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) else {
                throw ValidationError("a coder's name is one line of 1 to 200 bytes")
            }
            return coder
        }
    }

    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
}
