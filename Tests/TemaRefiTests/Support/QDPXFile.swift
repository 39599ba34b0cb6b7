import Foundation
import TemaFormats
import TemaModel
import TestSupport

@testable import TemaExchange
@testable import TemaIngest
@testable import TemaRefi

/// A `.qdpx` file in a temporary folder of its own.
final class QDPXFile {
    let folder = TemporaryFolder()
    let path: InputPath

    init(_ bytes: [UInt8]) throws {
        try folder.write("project.qdpx", bytes)
        path = folder.file("project.qdpx")
    }

    /// Creates a file with members.
    convenience init(_ members: [(String, [UInt8])]) throws {
        let zip = try ZipWriter()
        for (name, bytes) in members { try zip.add(name, bytes) }
        try self.init(try zip.finish())
    }

    /// Creates a file with a project's elements, and texts in `sources/`.
    convenience init(_ project: String, texts: [String: String] = [:], attributes: String = #"name="P""#) throws {
        let xml = "<Project xmlns=\"urn:QDA-XML:project:1.0\" \(attributes)>\(project)</Project>"
        try self.init(
            [("project.qde", Array(xml.utf8))]
                + texts.sorted { $0.key < $1.key }.map { ("sources/" + $0.key, Array($0.value.utf8)) })
    }

    /// The result of reading the file.
    struct Read {
        var project: Project
        var losses: Losses
        var problems: [Problem]

        /// Returns the number of losses of an element, for all reasons.
        func lost(_ element: String) -> Int { losses.all.filter { $0.element == element }.reduce(0) { $0 + $1.count } }
    }

    func read(_ offsets: OffsetDialect? = nil) throws -> Read {
        var options = ProjectOptions(offsets: offsets)
        let project = try RefiProjectFormat.read(path, &options)
        return Read(project: project, losses: options.losses, problems: options.problems)
    }

    static func written(_ project: Project, _ dialect: OffsetDialect? = nil) throws -> (bytes: [UInt8], losses: Losses)
    {
        var options = ProjectOptions(offsets: dialect)
        let files = try RefiProjectFormat.write(project, &options)
        return (files[0].bytes, options.losses)
    }
}

extension [UInt8] {
    /// The members of a ZIP file without Tema's own, as another program writes it.
    var withoutOwn: [(String, [UInt8])] { Unpacked(self).members.filter { !$0.0.hasPrefix("tema/") } }
}
