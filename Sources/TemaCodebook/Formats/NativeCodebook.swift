public import TemaFormats
public import TemaModel

/// Tema's own codebooks.
public enum NativeCodebook: CodebookFormat {
    public static let name = "tema"
    public static let summary = "Tema's codebooks, in YAML"
    public static let extensions = ["yaml", "yml"]
    public static let isXML = false

    public static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool {
        NumberedLines.first(beginning).contains { $0.text.hasPrefix("tema:") || $0.text.hasPrefix("codes:") }
    }

    public static func read(_ input: UTF8Input, _ losses: inout Losses) throws(Problem) -> Codebook {
        let text = try input.readAll(atMost: Limits.yamlBytes)
        let (codebook, problems) = CodebookYAML.read(Array(text.utf8), file: input.source.name)
        guard let codebook else {
            throw problems.first { $0.severity == .error } ?? Problem("it is no codebook")
        }
        return codebook
    }

    public static func write(_ codebook: Codebook, _ losses: inout Losses) throws(Problem) -> [UInt8] {
        Array(CodebookYAML.write(codebook).utf8)
    }
}
