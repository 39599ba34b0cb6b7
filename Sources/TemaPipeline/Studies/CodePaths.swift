public import TemaModel
import TemaRefi
public import TemaStudy

extension Study {
    /// Returns the present path of a code that was renamed, moved or merged into another one since it had a path; the path
    /// itself if the codebook has it; or nil if no such code is known, or it was deleted. A code that was split stays itself.
    ///
    /// Codes are known by their GUIDs, a merged one by the history of the edit.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read or a codebook is damaged.
    public func currentPath(ofCode path: String) throws(Problem) -> String? {
        try currentPath(ofCode: path, codes: codeGUIDs)
    }

    /// Returns the path of the code with a path, id, name or end of a path, or with an earlier path.
    ///
    /// - Parameter codes: The codes of the study's codebook.
    /// - Returns: The path, and whether the code was named by a path that it has no longer.
    /// - Throws: A ``Problem`` with the nearest known name if there is none
    ///   (``TemaModel/Problem/Kind/missing``), or with the paths if there are several.
    public func path(ofCode name: String, in codes: CodeList) throws(Problem) -> (path: String, isEarlier: Bool) {
        do throws(Problem) {
            return (try codes.path(named: name), false)
        } catch {
            guard error.kind == .missing, let path = try currentPath(ofCode: name) else { throw error }
            return (path, true)
        }
    }

    /// Reads the GUIDs of the codes of a codebook.
    func codeGUIDs(_ yaml: String) throws(Problem) -> [String: String] {
        let codebook = try CodebookFile.codes(yaml, of: self).codebook
        return RefiCodeGUIDs.all(in: codebook, id: codebook.id)
    }
}
