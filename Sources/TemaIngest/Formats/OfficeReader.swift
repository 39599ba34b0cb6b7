import TemaFormats
import TemaModel

/// Reads OpenDocument texts and rich text, which LibreOffice converts to Word documents.
enum OfficeReader: DocumentReader {
    static let name = "office"
    static let summary = "OpenDocument and rich text, converted with LibreOffice's soffice (.odt, .rtf)"
    static let extensions = ["odt", "rtf"]

    static func recognises(_ beginning: InputBeginning) -> Bool {
        let mimeType = Array("mimetypeapplication/vnd.oasis.opendocument.text".utf8)
        return beginning.bytes.starts(with: Array("{\\rtf".utf8))
            || beginning.bytes.dropFirst(30).starts(with: mimeType)
    }

    /// The size limit of a file, in bytes.
    private static let mostBytes = 256 << 20

    /// Delivers the file as one document.
    ///
    /// - Throws: A ``Problem`` if LibreOffice is not installed or cannot read the file, or as ``WordReader`` does; any error
    ///   thrown by the sink.
    static func read(
        _ source: ByteSource, encoding: TextEncoding?, buffers: ReadingBuffers, into sink: DocumentSink
    ) throws(Problem) {
        guard let size = source.size, size > 0 else { throw TextCheck.empty }
        guard size <= mostBytes else {
            throw Problem(
                "it is larger than \(mostBytes >> 20) MB", suggestion: "save it as .docx without its pictures")
        }
        let program = try ExternalProgram(
            "soffice",
            missing: Problem(
                "reading this text requires LibreOffice, which is not installed",
                suggestion: "install it (apt install libreoffice-writer-nogui), or save the text as .docx"))
        let folder = try ProgramFolder()
        let ending = try source.beginning(5).starts(with: Array("{\\rtf".utf8)) ? "rtf" : "odt"
        try folder.write(try source.beginning(size), to: "text.\(ending)")
        try folder.write(Array(settings.utf8), to: "profile/user/registrymodifications.xcu")
        let word = try convert("text.\(ending)", in: folder.path, program)
        try WordReader.read(
            .bytes(word, name: source.name, path: source.path), encoding: encoding, buffers: buffers, into: sink)
    }

    /// Converts a file in a folder with a profile of its own, so that neither the user's settings nor an open window of
    /// LibreOffice matter.
    private static func convert(
        _ name: String, in folder: String, _ program: ExternalProgram
    ) throws(Problem) -> [UInt8] {
        var allowance = ExternalProgram.Allowance(
            ifSlow: "save it as .docx in the program that made it", ifLong: "save it as .docx")
        (allowance.hasChildren, allowance.file) = (true, mostBytes)
        let arguments = [
            "-env:UserInstallation=file://\(escaped(folder))/profile", "--headless", "--norestore", "--nolockcheck",
            "--convert-to", "docx", "--outdir", folder, "\(folder)/\(name)",
        ]
        let result = try program.run(arguments, on: .bytes([], name: name), within: allowance)
        let output = InputPath("\(folder)/text.docx")
        guard output.fileBytes ?? 0 > 0 else {
            let said = result.errors.split(whereSeparator: \.isNewline).last.map { ": \($0.prefix(200))" } ?? ""
            throw Problem(
                "LibreOffice cannot read it\(said)", suggestion: "save it as .docx in the program that made it")
        }
        return try ByteSource.open(output).beginning(mostBytes)
    }

    /// Returns a path as a part of a URL.
    private static func escaped(_ path: String) -> String {
        path.utf8.reduce(into: "") { text, byte in
            let scalar = Unicode.Scalar(byte)
            let isPlain =
                scalar.isASCII && scalar.properties.isAlphabetic || "0123456789/-_.".unicodeScalars.contains(scalar)
            let hex = String(byte, radix: 16, uppercase: true)
            if isPlain { text.unicodeScalars.append(scalar) } else { text += "%" + (hex.count < 2 ? "0" : "") + hex }
        }
    }

    /// A text must not run macros, nor load what it links to.
    private static let settings = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        </oor:items>

        """
}
