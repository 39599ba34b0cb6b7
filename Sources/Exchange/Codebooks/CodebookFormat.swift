public import Ingest
public import Model

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

public enum CodebookFormats {
    /// In the order of the help, which is that in which they are asked about a file.
    public static let all: [any CodebookFormat.Type] = [
        TemaCodebook.self,
        YoshikoderDictionary.self,
        LIWCDictionary.self,
        LexicoderDictionary.self,
        WordStatDictionary.self,
        DelimitedCodebook.self,
        QuantedaDictionary.self,
        RefiCodebook.self,
    ]

    /// The format that `--from` and `--to` call by this name.
    public static func named(_ name: String) -> (any CodebookFormat.Type)? { all.first { $0.name == name } }

    /// The format of a file, by its name's ending and its first bytes; nothing where neither tells.
    public static func format(of path: InputPath, _ beginning: ArraySlice<UInt8>) -> (any CodebookFormat.Type)? {
        let named = all.filter { $0.extensions.contains(path.fileExtension ?? "") }
        let others = all.filter { !$0.extensions.contains(path.fileExtension ?? "") }
        return (named + others).first { $0.recognises(beginning) } ?? named.first
    }

    /// The format that a name's ending promises.
    public static func format(promisedBy path: InputPath) -> (any CodebookFormat.Type)? {
        all.first { $0.extensions.contains(path.fileExtension ?? "") }
    }
}
