import TemaFormats
import TemaModel

/// A REFI-QDA file to be checked: a codebook, a project, or an archive with a project.
struct RefiFile {
    let source: ByteSource
    let isArchive: Bool
    /// The name of the project file in the archive.
    private(set) var project: String?
    let root: XMLNode
    /// The files in the archive, by their names in lower case, because programs look them up in any case.
    private(set) var members: [String: String] = [:]

    /// The size limit of a project or codebook file, in bytes.
    static let projectBytes = 256 << 20
    /// The size limit of a text in the archive, in bytes.
    static let textBytes = 64 << 20

    /// Opens the file, and checks the archive and the encoding.
    ///
    /// - Throws: A ``Problem`` if the file does not contain XML that can be checked.
    init(_ source: ByteSource, _ findings: inout RefiFindings) throws(Problem) {
        self.source = source
        isArchive = try source.beginning(4).starts(with: [0x50, 0x4B])
        var content: [UInt8] = []
        if isArchive {
            content = try Self.walk(source, &members, project: &project, findings: &findings)
            findings.member = project
        } else {
            guard source.size ?? 0 <= Self.projectBytes else {
                throw Problem("it is larger than \(Self.projectBytes >> 20) MB", file: source.name)
            }
            content = try source.beginning(source.size ?? 0)
        }
        Self.checkEncoding(content, &findings)
        let name = project.map { "\(source.name)/\($0)" } ?? source.name
        do throws(Problem) {
            root = try XMLTree.read(UTF8Input(.bytes(content, name: name), encoding: nil, isXML: true))
        } catch {
            throw error.inFile(name)
        }
    }

    /// Reads the members of the archive in one pass.
    ///
    /// - Returns: The bytes of the project.
    private static func walk(
        _ source: ByteSource, _ members: inout [String: String], project: inout String?,
        findings: inout RefiFindings
    ) throws(Problem) -> [UInt8] {
        let zip = try ZipReader(source)
        var content: [UInt8] = []
        do throws(Problem) {
            while let member = try zip.next() {
                if let hazard = member.hazard { findings.add(.unsafePath, "\(member.name) \(hazard)") }
                guard !member.isFolder, member.hazard == nil else { continue }
                members[member.name.lowercased()] = member.name
                guard !member.name.contains("/"), member.name.lowercased().hasSuffix(".qde") else { continue }
                if project != nil {
                    findings.add(.noProject, "it contains a second project, \(member.name)")
                } else {
                    project = member.name
                    content = try zip.bytes(of: member, atMost: projectBytes)
                }
            }
        } catch {
            // The project can be checked if it was read before the error.
            guard project != nil, !content.isEmpty else { throw error }
            findings.add(.archive, error.message)
        }
        guard let name = project else {
            throw Problem(
                "it contains no project (.qde file)", suggestion: RefiRule.noProject.suggestion, file: source.name)
        }
        if name != "project.qde" { findings.add(.projectName, "the project file is named \(name)") }
        if let capital = members.values.filter({ $0.lowercased().hasPrefix("sources/") && !$0.hasPrefix("sources/") })
            .min()
        {
            findings.add(.sourcesFolder, "the folder is named \(capital.prefix(7)); ATLAS.ti does not find it")
        }
        return content
    }

    /// The standard requires UTF-8. XML parsers read other encodings too.
    private static func checkEncoding(_ content: [UInt8], _ findings: inout RefiFindings) {
        if content.starts(with: [0xEF, 0xBB, 0xBF]) {
            findings.add(.xmlMark, "a byte-order mark precedes the XML", line: 1)
        }
        let isWide = content.starts(with: [0xFE, 0xFF]) || content.starts(with: [0xFF, 0xFE])
        let start = String(decoding: content.prefix(200), as: UTF8.self)
        let declared = start.split(separator: "?>").first?.split(separator: "encoding=").dropFirst().first?.dropFirst()
            .prefix { $0 != "\"" && $0 != "'" }
        if isWide || declared.map({ $0.lowercased() != "utf-8" }) ?? false {
            findings.add(
                .xmlEncoding, "its encoding is \(isWide ? "UTF-16" : String(declared ?? "")), not UTF-8", line: 1)
        }
    }

    /// Calls a function with the bytes of each named member, in the order of the archive.
    func each(_ names: Set<String>, _ take: (String, [UInt8]) -> Void, failed: (Problem) -> Void) {
        do throws(Problem) {
            try source.rewind()
            let zip = try ZipReader(source)
            while let member = try zip.next() {
                guard names.contains(member.name), member.hazard == nil else { continue }
                take(member.name, try zip.bytes(of: member, atMost: Self.textBytes))
            }
        } catch {
            failed(error)
        }
    }
}
