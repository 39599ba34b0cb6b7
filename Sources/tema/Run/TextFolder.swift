import Foundation
import TemaModel
import TemaStudy

/// The folder that a study's plain text is in.
struct TextFolder {
    private let url: URL

    init(_ path: String) { url = URL(filePath: path, directoryHint: .isDirectory) }

    /// Paths of the files that an export makes, in order; other files are left alone.
    var paths: [String] {
        get throws { try found.filter(Self.isPart).sorted() }
    }

    /// Whether nothing but an export, and what begins with a dot, is in it.
    var isOurs: Bool {
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
        case 1: return path == Study.TextName.codebook
        case 2: return parts[0] == Study.TextName.memos && path.hasSuffix(".md")
        case 3: return parts[0] == Study.TextName.codings && path.hasSuffix(".jsonl")
        default: return false
        }
    }

    func read(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: url.appending(path: path).path) else {
            throw Problem("cannot be read", file: url.appending(path: path).path)
        }
        return Array(data)
    }

    func write(_ path: String, _ bytes: [UInt8]) throws {
        let file = url.appending(path: path)
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        } catch {
            throw Problem(
                "cannot be made", wayOut: "choose another folder", file: file.deletingLastPathComponent().path)
        }
        let output = try Output(file.path)
        output.write { $0 += bytes }
        output.finish()
    }

    /// Removes a file, and its folder where that is empty then.
    func remove(_ path: String) throws {
        let file = url.appending(path: path)
        try FileManager.default.removeItem(at: file)
        _ = rmdir(file.deletingLastPathComponent().path)
    }
}
