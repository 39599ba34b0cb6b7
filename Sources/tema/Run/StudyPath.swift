import TemaFormats

/// Studies are known by their ending.
enum StudyPath {
    private static let ending = ".tema"

    static func isOne(_ path: String) -> Bool { path.hasSuffix(ending) }

    /// What the study at a path is called where a project needs a name: that of its file.
    static func name(of path: String) -> String { InputPath(String(path.dropLast(ending.count))).stem }
}
