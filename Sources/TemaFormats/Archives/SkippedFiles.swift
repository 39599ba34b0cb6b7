import TemaModel

/// Decides which files are read by their extensions, and counts what a run skips.
package struct SkippedFiles: Sendable {
    /// The reason why something is skipped, in the order of the report.
    package enum Reason: Hashable, Comparable, Sendable {
        /// The extension, in lower case, is not that of a document format.
        case ending(String)
        case noEnding
        /// A file with this extension contains no document.
        case noDocument(String)
        /// A link in an archive, or a link to a folder.
        case link
        /// A pipe or a device in an archive.
        case special
        case repeatedDocument

        /// The name in JSON.
        fileprivate var name: String {
            switch self {
            case .ending: "extension"
            case .noEnding: "no extension"
            case .noDocument: "no document"
            case .link: "link"
            case .special: "special file"
            case .repeatedDocument: "repeated document"
            }
        }

        fileprivate var ending: String? {
            switch self {
            case .ending(let ending), .noDocument(let ending): ending
            case .noEnding, .link, .special, .repeatedDocument: nil
            }
        }

        fileprivate init?(_ name: String, ending: String) {
            let all: [Reason] = [.ending(ending), .noEnding, .noDocument(ending), .link, .special, .repeatedDocument]
            guard let reason = all.first(where: { $0.name == name }) else { return nil }
            self = reason
        }

        fileprivate func text(_ count: Int) -> String {
            switch self {
            case .ending(let ending): "\(count) .\(ending)"
            case .noEnding: "\(count) without extension"
            case .noDocument(let ending): "\(count) .\(ending) without a document"
            case .link: counted(count, "link")
            case .special: counted(count, "special file")
            case .repeatedDocument: counted(count, "repeated document")
            }
        }
    }

    private var counts: [Reason: Int] = [:]
    /// The extensions of files that are read, in lower case.
    private let extensions: Set<String>

    /// Creates an empty count.
    ///
    /// - Parameter extensions: The extensions of files that are read, in lower case.
    package init(reading extensions: Set<String>) { self.extensions = extensions }

    /// The counts with their reasons, such as `3 .csv` and `2 links`.
    package var texts: [String] { counts.sorted { $0.key < $1.key }.map { $0.key.text($0.value) } }

    /// The counts as a JSON list of objects, each with a reason, a count and, if there is one, an extension.
    package var json: String {
        JSONText.list(
            counts.sorted { $0.key < $1.key }.map { reason, count in
                let ending = reason.ending.map { [("extension", JSONText.string($0))] } ?? []
                return JSONText.object(
                    [("reason", JSONText.string(reason.name)), ("count", String(count))] + ending)
            })
    }

    /// Creates counts from their JSON. Reasons that are not known are ignored.
    package init(json: JSONValue) {
        self.init(reading: [])
        for item in json.items {
            guard let count = item["count"]?.strings.first.flatMap({ Int($0) }), count > 0,
                let reason = Reason(item["reason"]?.text ?? "", ending: item["extension"]?.text ?? "")
            else { continue }
            counts[reason] = count
        }
    }

    /// Counts something that was skipped.
    package mutating func add(_ reason: Reason) { counts[reason, default: 0] += 1 }

    /// Returns whether a file found in a folder or an archive is read. If it is not, the file is counted as skipped.
    ///
    /// Hidden files, README files and the lock files of Word (`~$…`) are neither read nor counted.
    ///
    /// - Parameter archives: Whether archives are read. They are read in folders, but not in other archives.
    package mutating func takes(_ path: InputPath, archives: Bool) -> Bool {
        let name = InputPath(bytes: Array(path.lastComponent))
        guard !Self.isIgnored(name) else { return false }
        let ending = name.fileExtension
        if let ending, extensions.contains(ending) { return true }
        if archives, ArchiveKind.mayHold(extensions, name) { return true }
        add(ending.map(Reason.ending) ?? .noEnding)
        return false
    }

    /// Counts a link, unless its name is one of those that are neither read nor counted.
    mutating func addLink(_ path: InputPath) {
        if !Self.isIgnored(InputPath(bytes: Array(path.lastComponent))) { add(.link) }
    }

    private static func isIgnored(_ name: InputPath) -> Bool {
        if name.bytes.first == UInt8(ascii: ".") || name.bytes.starts(with: Array("~$".utf8)) { return true }
        // Avoids making a string of names that do not begin with R.
        guard let first = name.bytes.first, first | 0x20 == UInt8(ascii: "r") else { return false }
        return name.display.lowercased().hasPrefix("readme")
    }

    /// Adds the counts of another value.
    package mutating func merge(_ other: SkippedFiles) { counts.merge(other.counts, uniquingKeysWith: +) }
}
