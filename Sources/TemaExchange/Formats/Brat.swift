import TemaCodebook
import TemaFormats
import TemaModel

/// The format of brat's stand-off annotations: a folder of texts (`.txt`), each with an annotation file (`.ann`), or
/// one such pair.
///
/// Text-bound annotations become codings, and notes on them memos. A discontinuous span becomes a coding for each
/// fragment. On writing, comments in `annotation.conf` map each type to its code's path, so that Tema can read the
/// paths again.
enum Brat: ProjectFormat {
    static let name = "brat"
    static let summary = "brat stand-off: a folder of .txt and .ann, or one .ann with its .txt"
    static let extensions = ["ann"]
    static let isReadOnly = false

    /// The name of the file that lists the types.
    static let configuration = "annotation.conf"

    /// Whether the first line is an annotation: an id, a tab, and a type with offsets or other annotations.
    static func recognises(_ beginning: ArraySlice<UInt8>, of _: InputPath) -> Bool {
        let line = String(decoding: beginning.prefix { $0 != 0x0A }, as: UTF8.self)
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count >= 2, let kind = fields[0].first, "TREAMN#*".contains(kind) else { return false }
        return fields[1].contains(" ")
    }

    static func read(_ path: InputPath, _ options: inout ProjectOptions) throws(Problem) -> Project {
        let isFolder = path.isFolder
        // The configuration of a single pair is in the same folder.
        let folder =
            isFolder
            ? path
            : InputPath(bytes: path.bytes.lastIndex(of: UInt8(ascii: "/")).map { Array(path.bytes[...$0]) } ?? [0x2E])
        let pairs =
            isFolder
            ? try path.files(ending: "ann")
            : [InputPath(bytes: Array(path.bytes.split(separator: UInt8(ascii: "/")).last ?? []))]
        guard !pairs.isEmpty else {
            throw Problem(
                "it contains no .ann file", suggestion: "specify a folder of brat annotations", file: path.display)
        }
        let name = InputPath(bytes: Array(path.bytes.reversed().drop { $0 == UInt8(ascii: "/") }.reversed())).stem
        var project = Project(name: name.hasSuffix(".ann") ? String(name.dropLast(4)) : name)
        var codes: [String: String] = [:]
        do throws(Problem) {
            codes = try BratTypes.read(folder.appending(configuration))
        } catch {
            options.problems.append(error)
        }
        for pair in pairs {
            let annotations = InputPath(bytes: folder.appending("").bytes + pair.bytes)
            do throws(Problem) {
                var reader = try BratReader(annotations, name: pair, codes: codes)
                try reader.read(&options)
                project.documents.append(reader.document)
                project.codings += reader.read.codings
                project.memos += reader.read.memos
            } catch {
                guard isFolder else { throw error }
                options.problems.append(error)
                options.losses.add("document", "it cannot be read")
            }
        }
        return project
    }

    static func write(_ project: Project, _ options: inout ProjectOptions) throws(Problem) -> [ProjectFile] {
        var writer = BratWriter(project)
        return writer.files(&options.losses)
    }
}

/// The brat types of codes. A type consists of letters, digits, `-` and `_`.
struct BratTypes {
    private(set) var types: [(type: String, code: String)] = []
    private var known: [String: String] = [:]
    private var names = UniqueNames(separator: "_", ignoringCase: true)

    private static let mark = "# code of "

    /// Returns the type of a code, the same for all its codings.
    mutating func type(of code: String) -> String {
        if let type = known[code] { return type }
        var type = ""
        for scalar in code.unicodeScalars.prefix(100) {
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || "0"..."9" ~= scalar || scalar == "-")
            type.unicodeScalars.append(isPlain ? scalar : "_")
        }
        type = names.unique(type.contains { $0 != "_" } ? type : "Code")
        known[code] = type
        types.append((type, code))
        return type
    }

    /// The configuration: a comment with the code for each type, and the types.
    var configuration: String {
        let marks = types.map { "\(Self.mark)\($0.type): \(DocumentIRI.of($0.code))\n" }
        let sections = ["relations", "events", "attributes"].map { "\n[\($0)]\n" }
        return marks.joined() + "\n[entities]\n" + types.map { "\($0.type)\n" }.joined() + sections.joined()
    }

    /// Reads the codes by their types from a configuration that Tema wrote. Returns an empty dictionary if there is
    /// none.
    ///
    /// - Throws: A ``Problem`` if the file cannot be read.
    static func read(_ path: InputPath) throws(Problem) -> [String: String] {
        guard path.fileBytes ?? 0 > 0 else { return [:] }
        let text = try UTF8Input(try ByteSource.open(path), encoding: nil, isXML: false).readAll(atMost: 16 << 20)
        var codes: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) where line.hasPrefix(mark) {
            let parts = line.dropFirst(mark.count).split(separator: ": ", maxSplits: 1)
            if parts.count == 2 { codes[String(parts[0])] = DocumentIRI.unescaped(String(parts[1])) }
        }
        return codes
    }
}
