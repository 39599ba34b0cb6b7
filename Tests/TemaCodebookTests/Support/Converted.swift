import TemaFormats
import TemaModel

@testable import TemaCodebook

/// A dictionary read as a codebook, with its losses.
struct Converted {
    let codebook: Codebook
    /// Losses such as `2 × weight 2: ignored`.
    let losses: [String]

    init(_ bytes: [UInt8], _ format: any CodebookFormat.Type, name: String = "words.x") throws {
        var losses = Losses()
        let input = try UTF8Input(.bytes(bytes, name: name), encoding: nil, isXML: format.isXML)
        codebook = try format.read(input, &losses)
        self.losses = losses.all.map { "\($0.count) × \($0.element): \($0.reason)" }
    }

    init(_ text: String, _ format: any CodebookFormat.Type) throws { try self.init(Array(text.utf8), format) }

    /// The codes in one line, such as `a=A [x* | y] (b)`: id, name if it differs, indicators, and child codes in
    /// parentheses.
    var outline: String { Self.outline(codebook.codes) }

    static func outline(_ codes: [Code]) -> String {
        codes.map { code in
            var text = code.id
            if let name = code.name.entries.first?.value { text += "=\(name)" }
            for list in code.indicators.entries {
                text += " " + (list.language.map { $0 + ":" } ?? "")
                text += "[\(list.value.map(\.match).joined(separator: " | "))]"
            }
            return code.codes.isEmpty ? text : "\(text) (\(outline(code.codes)))"
        }.joined(separator: ", ")
    }

    /// Returns what a format writes for a codebook, and the losses.
    static func written(_ codebook: Codebook, _ format: any CodebookFormat.Type) throws -> (
        text: String, losses: [String]
    ) {
        var losses = Losses()
        let bytes = try format.write(codebook, &losses)
        return (
            String(decoding: bytes, as: UTF8.self), losses.all.map { "\($0.count) × \($0.element): \($0.reason)" }
        )
    }

    /// Returns the problem when reading a text, or nil if it is valid.
    static func problem(_ text: String, _ format: any CodebookFormat.Type) -> String? {
        do {
            _ = try Converted(text, format)
            return nil
        } catch {
            return "\(error)"
        }
    }
}
