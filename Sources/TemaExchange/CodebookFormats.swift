public import TemaCodebook
public import TemaFormats
import TemaRefi

/// The list of all codebook formats.
public enum CodebookFormats {
    /// All formats, in the order in which help lists them and in which they are tried on a file.
    public static let all: [any CodebookFormat.Type] = [
        NativeCodebook.self,
        YoshikoderDictionary.self,
        LIWCDictionary.self,
        LexicoderDictionary.self,
        WordStatDictionary.self,
        DelimitedCodebook.self,
        QuantedaDictionary.self,
        RefiCodebook.self,
    ]

    /// Returns the format with a name, as in `--from` and `--to`, or nil if there is none.
    public static func named(_ name: String) -> (any CodebookFormat.Type)? { all.first { $0.name == name } }

    /// Returns the format of a file by its file extension and first bytes, or nil if neither matches.
    public static func format(of path: InputPath, _ beginning: ArraySlice<UInt8>) -> (any CodebookFormat.Type)? {
        let named = all.filter { $0.extensions.contains(path.fileExtension ?? "") }
        let others = all.filter { !$0.extensions.contains(path.fileExtension ?? "") }
        return (named + others).first { $0.recognises(beginning) } ?? named.first
    }

    /// Returns the format for a path's file extension, or nil if there is none.
    public static func format(promisedBy path: InputPath) -> (any CodebookFormat.Type)? {
        all.first { $0.extensions.contains(path.fileExtension ?? "") }
    }
}
