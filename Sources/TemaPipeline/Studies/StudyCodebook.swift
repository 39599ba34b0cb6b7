import TemaCodebook
public import TemaModel
public import TemaStudy

extension Study {
    /// Gives the study a codebook, in place of the one it has, as one action.
    public func setCodebook(_ codebook: Codebook, by coder: String) throws(Problem) {
        let codes = CodeList(codebook)
        try setCodebook(
            CodebookYAML.write(codebook), codes: codes.entries.map(\.path),
            detail: "\(codebook.coder), \(counted(codes.count, "code"))", by: coder)
    }
}
