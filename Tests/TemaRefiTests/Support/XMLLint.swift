import Foundation
import TestSupport

/// Validation by libxml2's `xmllint`, independent of the checker.
enum XMLLint {
    /// Returns the errors of an XML document against a schema of REFI-QDA, or an empty string if the program or the
    /// schemas are not available.
    static func faults(_ xml: [UInt8], _ schema: String) throws -> String {
        let schema = Repository.path("../shared/reference/refi/\(schema)")
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/xmllint"),
            FileManager.default.fileExists(atPath: schema)
        else { return "" }
        let folder = TemporaryFolder()
        try folder.write("x.xml", xml)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/xmllint")
        process.arguments = ["--noout", "--huge", "--schema", schema, folder.path("x.xml")]
        let pipe = Pipe()
        process.standardError = pipe
        try process.run()
        let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return process.terminationStatus == 0 ? "" : said
    }
}
