import Foundation

/// A new folder in the system's temporary folder. It is deleted with the last reference to it.
package final class TemporaryFolder {
    package let url: URL

    /// Creates the folder. If it cannot be created, its first use fails.
    package init() {
        url = FileManager.default.temporaryDirectory.appending(path: "tema-tests-\(UUID().uuidString)")
        try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    package var path: String { url.path }

    package func path(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file, and creates the folders in its path.
    package func write(_ name: String, _ bytes: some Sequence<UInt8>) throws {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    package func write(_ files: [String: String]) throws {
        for (name, text) in files { try write(name, text.utf8) }
    }

    package func bytes(_ name: String) throws -> [UInt8] { try [UInt8](Data(contentsOf: url.appending(path: name))) }

    package func text(_ name: String) throws -> String {
        try String(contentsOf: url.appending(path: name), encoding: .utf8)
    }

    /// Returns the names of the items in the folder, sorted.
    package func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
}
