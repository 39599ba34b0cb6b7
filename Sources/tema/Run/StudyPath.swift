/// Studies are known by their ending.
enum StudyPath {
    static func isOne(_ path: String) -> Bool { path.hasSuffix(".tema") }
}
