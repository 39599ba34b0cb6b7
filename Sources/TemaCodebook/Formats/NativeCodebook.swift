import TemaFormats
import TemaModel

/// Tema codebooks in YAML.
package enum NativeCodebook: CodebookFormat {
    package static let name = "tema"
    package static let summary = "Tema codebooks in YAML"
    package static let extensions = ["yaml", "yml"]
    package static let isXML = false

    package static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool {
        NumberedLines.first(beginning).contains { $0.text.hasPrefix("tema:") || $0.text.hasPrefix("codes:") }
    }

    package static func read(_ input: UTF8Input, _ losses: inout Losses) throws(Problem) -> Codebook {
        let text = try input.readAll(atMost: Limits.yamlBytes)
        let (codebook, problems) = CodebookYAML.read(Array(text.utf8), file: input.source.name)
        guard let codebook else {
            throw problems.first { $0.severity == .error } ?? Problem("the file is not a codebook")
        }
        return codebook
    }

    package static func write(_ codebook: Codebook, _ losses: inout Losses) throws(Problem) -> [UInt8] {
        Array(CodebookYAML.write(codebook).utf8)
    }
}
