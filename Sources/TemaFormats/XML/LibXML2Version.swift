internal import CLibXML2
import TemaModel

/// The libxml2 that the program runs with.
package enum LibXML2Version {
    /// Older ones have faults that the way Tema uses the library does not keep out.
    static let least = 2_09_14

    /// As libxml2 counts: 20914 is 2.9.14.
    static let number: Int = {
        let digits = String(cString: tema_xml_version()).prefix { $0.isASCII && $0.isNumber }
        return Int(digits) ?? 0
    }()

    /// `2.9.14`.
    package static var text: String { text(number) }

    static func text(_ number: Int) -> String { "\(number / 10_000).\(number / 100 % 100).\(number % 100)" }

    /// - Throws: A ``Problem`` where it is too old to be trusted with strangers' files.
    static func check(_ number: Int = Self.number) throws(Problem) {
        guard number >= least else {
            throw Problem("libxml2 \(text(number)) is too old", suggestion: "install \(text(least)) or later")
        }
    }
}
