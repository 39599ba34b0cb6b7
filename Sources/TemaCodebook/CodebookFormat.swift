public import TemaFormats
public import TemaModel

/// A codebook format: Tema's own, a dictionary format of another program, or a code list.
public protocol CodebookFormat: Sendable {
    /// The value of `--from` and `--to`.
    static var name: String { get }
    /// One line for the help text.
    static var summary: String { get }
    /// File name extensions, in lower case, without the dot.
    static var extensions: [String] { get }
    /// Whether the format is XML, so that the XML declaration determines the encoding.
    static var isXML: Bool { get }
    /// Returns whether the first bytes of a file look like this format. Formats with the file's extension are tried
    /// first.
    static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool
    /// Reads a codebook. Content of the file that a codebook cannot represent is added to the losses.
    ///
    /// - Throws: A ``Problem``, with its line, if the file cannot be read or is not valid in this format.
    static func read(_ input: UTF8Input, _ losses: inout Losses) throws(Problem) -> Codebook
    /// Returns the bytes of a file. Content of the codebook that the format cannot represent is added to the losses.
    ///
    /// Equal codebooks are written as equal bytes.
    ///
    /// - Throws: A ``Problem`` if the codebook cannot be written in this format.
    static func write(_ codebook: Codebook, _ losses: inout Losses) throws(Problem) -> [UInt8]
}
