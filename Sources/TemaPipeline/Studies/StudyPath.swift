import TemaFormats
import TemaIngest

/// Studies are known by the ending of their file names.
public enum StudyPath {
    private static let ending = ".tema"

    public static func isStudy(_ path: String) -> Bool { path.hasSuffix(ending) }

    /// The name of the study at a path: that of its file.
    static func name(of path: String) -> String { InputPath(String(path.dropLast(ending.count))).stem }
}
