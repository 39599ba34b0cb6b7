import TemaFormats
import TemaIngest

/// Recognises studies by their file name extension.
public enum StudyPath {
    private static let ending = ".tema"

    /// Returns whether a path has the extension of studies.
    public static func isStudy(_ path: String) -> Bool { path.hasSuffix(ending) }

    /// Returns the name of the study at a path, which is that of its file.
    static func name(of path: String) -> String { InputPath(String(path.dropLast(ending.count))).stem }
}
