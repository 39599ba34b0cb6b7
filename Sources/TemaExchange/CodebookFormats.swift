public import TemaCodebook
public import TemaFormats
import TemaRefi

/// All formats of codebooks.
public enum CodebookFormats {
    /// In the order of the help, which is that in which they are asked about a file.
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
