internal import CLibXML2
import TemaModel

/// The version of libxml2 that is loaded at run time.
package enum LibXML2Version {
    /// The oldest supported version. Older ones have vulnerabilities that the way Tema uses them does not avoid.
    static let least = 2_09_14

    /// The version as a number: 20914 for 2.9.14.
    static let number: Int = {
        let digits = String(cString: tema_xml_version()).prefix { $0.isASCII && $0.isNumber }
        return Int(digits) ?? 0
    }()

    /// The version as text, such as `2.9.14`.
    package static var text: String { text(number) }

    static func text(_ number: Int) -> String { "\(number / 10_000).\(number / 100 % 100).\(number % 100)" }

    /// Checks the version.
    ///
    /// - Throws: A ``Problem`` if the version is too old to read untrusted files.
    static func check(_ number: Int = Self.number) throws(Problem) {
        guard number >= least else {
            throw Problem("libxml2 \(text(number)) is too old", suggestion: "install \(text(least)) or later")
        }
    }
}
