import Foundation
import TemaFormats
public import TemaModel
public import TemaStudy

/// A folder that contains a study as plain text.
public struct TextFolder: Sendable {
    private let url: URL
    private let name: String

    /// Creates a value for a path. The folder need not exist.
    public init(_ path: String) {
        name = path
        url = URL(filePath: path, directoryHint: .isDirectory)
    }

    /// Writes a study's codebook, codings and memos as plain text, and removes files of earlier exports that are
    /// obsolete.
    ///
    /// - Returns: The number of files written.
    /// - Throws: A ``Problem`` if the folder contains other files, or cannot be written.
    public func export(_ study: Study) throws -> Int {
        guard try isOurs else {
            throw Problem(
                "the folder contains files that are not part of an export", suggestion: "choose a new folder",
                file: name)
        }
        var written: Set<String> = []
        try study.writeText { path, bytes in
            try write(path, bytes)
            written.insert(path)
        }
        for path in try paths where !written.contains(path) { try remove(path) }
        return written.count
    }

    /// Makes a study's codebook, codings and memos equal to those in the folder.
    ///
    /// - Returns: What changed, and the warnings of the codebook.
    /// - Throws: ``InvalidCodebook``; a ``Problem`` if the folder is not an export, or a file in it is wrong. The study
    ///   is then unchanged.
    public func importText(_ study: Study, by coder: String) throws -> (result: TextImportResult, warnings: [Problem]) {
        let paths = try paths
        guard try isOurs, !paths.isEmpty else {
            throw Problem(
                "the folder is not a text export", suggestion: "create one with `tema text export`", file: name)
        }
        var codes: Set<String> = []
        var warnings: [Problem] = []
        if paths.contains(Study.TextName.codebook) {
            let codebook = try CodebookFile(path: "\(name)/\(Study.TextName.codebook)")
            codes = Set(codebook.codes.entries.map(\.path))
            warnings = codebook.problems
        } else if try study.codebook() != nil {
            codes = Set(try CodebookFile(of: study).codes.entries.map(\.path))
        }
        let result = try study.readText(paths, codes: codes, by: coder) { try read($0) }
        return (result, warnings)
    }

    /// The paths of the files that belong to an export, in order.
    private var paths: [String] {
        get throws { try found.filter(Self.isPart).sorted() }
    }

    /// Whether the folder contains only an export's files, apart from hidden ones.
    private var isOurs: Bool {
        get throws { try found.allSatisfy(Self.isPart) }
    }

    private var found: [String] {
        get throws {
            guard FileManager.default.fileExists(atPath: url.path) else { return [] }
            guard let names = FileManager.default.enumerator(atPath: url.path) else {
                throw Problem("cannot be read", file: url.path)
            }
            var files: [String] = []
            for case let name as String in names {
                if name.hasPrefix(".") { continue }
                var isFolder: ObjCBool = false
                let path = url.appending(path: name).path
                if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
                    files.append(name)
                }
            }
            return files
        }
    }

    private static func isPart(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        switch parts.count {
        case 1: return path == Study.TextName.codebook || Study.TextName.tables.contains(path)
        case 2: return parts[0] == Study.TextName.memos && path.hasSuffix(".md")
        case 3: return parts[0] == Study.TextName.codings && path.hasSuffix(".jsonl")
        default: return false
        }
    }

    private func read(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: url.appending(path: path).path) else {
            throw Problem("cannot be read", file: url.appending(path: path).path)
        }
        return Array(data)
    }

    private func write(_ path: String, _ bytes: [UInt8]) throws {
        let file = url.appending(path: path)
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        } catch {
            throw Problem(
                "cannot be created", suggestion: "choose another folder", file: file.deletingLastPathComponent().path)
        }
        try OutputFile.write(bytes, to: file.path)
    }

    /// Removes a file, and its folder if it is empty then.
    private func remove(_ path: String) throws {
        let file = url.appending(path: path)
        try FileManager.default.removeItem(at: file)
        _ = rmdir(file.deletingLastPathComponent().path)
    }
}
