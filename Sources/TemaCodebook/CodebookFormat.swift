public import TemaFormats
public import TemaModel

/// A format of codebooks: Tema's own, and other programs' dictionaries and code lists.
public protocol CodebookFormat: Sendable {
    /// What `--from` and `--to` take.
    static var name: String { get }
    /// One line for help.
    static var summary: String { get }
    /// Endings of file names, in lower case, without the dot.
    static var extensions: [String] { get }
    /// Whether libxml2 reads it, so that an XML declaration says its encoding.
    static var isXML: Bool { get }
    /// Whether the first bytes of a file look like it. Formats with the file's ending are asked first.
    static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool
    /// - Throws: A ``Problem`` with line and way out. What the file says and a codebook cannot is in the losses.
    static func read(_ input: UTF8Input, _ losses: inout Losses) throws(Problem) -> Codebook
    /// The same codebook gives the same bytes. What the codebook says and the format cannot is in the losses.
    static func write(_ codebook: Codebook, _ losses: inout Losses) throws(Problem) -> [UInt8]
}
