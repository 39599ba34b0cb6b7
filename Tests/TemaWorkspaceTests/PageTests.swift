import Foundation
import TestSupport
import Testing

@testable import TemaWorkspace

@Suite("The page of the workspace") struct PageTests {
    private static let folder = Repository.root.appending(path: "Sources/CAssets/page")

    /// The files of the page, by their paths in its folder.
    private static let files: [String: String] = {
        var files: [String: String] = [:]
        for case let file as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
            ?? .init()
        {
            // Declarations for the type checker are not sent.
            if file.path.hasSuffix(".d.ts") { continue }
            guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
            files[String(file.path.dropFirst(folder.path.count + 1))] = text
        }
        return files
    }()

    @Test("is complete inside the program")
    func isEmbedded() {
        #expect(Self.files.count > 10)
        #expect(EmbeddedFiles.page.mapValues { String(decoding: $0, as: UTF8.self) } == Self.files)
    }

    @Test("has at most 200 KB, and fewer than 4,000 lines of JavaScript")
    func isSmall() {
        let bytes = Self.files.values.reduce(0) { $0 + $1.utf8.count }
        let lines = Self.files.filter { $0.key.hasSuffix(".js") }.values.reduce(0) { $0 + $1.count { $0 == "\n" } }
        #expect(bytes <= 200_000)
        #expect(lines < 4_000)
    }

    @Test(
        "makes no text HTML or script",
        arguments: [
            "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "srcdoc",
        ])
    func sinks(name: String) {
        #expect(Self.files.filter { $0.value.contains(name) }.keys.sorted() == [])
    }

    @Test("loads nothing from another server")
    func isOffline() {
        for (path, text) in Self.files {
            #expect(!text.contains("http://") && !text.contains("https://") || path.isEmpty, "\(path)")
        }
    }

    @Test("is checked by a type checker, file by file")
    func isChecked() {
        for (path, text) in Self.files where path.hasSuffix(".js") {
            #expect(text.hasPrefix("// @ts-check\n"), "\(path)")
        }
    }
}
