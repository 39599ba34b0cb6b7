import Foundation

/// libxml2's own program, as a second opinion on what is written.
enum XMLLint {
    /// What it finds wrong with XML by a schema of REFI-QDA; nothing where program or schemas are not at hand.
    static func faults(_ xml: [UInt8], _ schema: String) throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let schema = root.appendingPathComponent("shared/reference/refi/\(schema)").path
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/xmllint"),
            FileManager.default.fileExists(atPath: schema)
        else { return "" }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xml")
        try Data(xml).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/xmllint")
        process.arguments = ["--noout", "--huge", "--schema", schema, file.path]
        let pipe = Pipe()
        process.standardError = pipe
        try process.run()
        let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return process.terminationStatus == 0 ? "" : said
    }
}
