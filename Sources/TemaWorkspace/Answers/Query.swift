import Hummingbird

/// The parameters after the question mark of an address, decoded.
struct Query: Sendable {
    private var values: [String: [String]] = [:]

    /// - Throws: A ``RequestFailure`` if the address is not encoded correctly.
    init(_ request: Request) throws {
        for pair in (request.uri.query ?? "").split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = try PercentEncoding.decoded(parts[0])
            values[name, default: []].append(parts.count == 2 ? try PercentEncoding.decoded(parts[1]) : "")
        }
    }

    /// The last value of a parameter, or nil if it is missing or empty.
    subscript(name: String) -> String? { values[name]?.last.flatMap { $0.isEmpty ? nil : $0 } }

    /// Returns all values of a parameter that are not empty.
    func all(_ name: String) -> [String] { (values[name] ?? []).filter { !$0.isEmpty } }

    /// Returns the number of a parameter, or nil if it is missing or empty.
    ///
    /// - Throws: A ``RequestFailure`` if the value is not a number of the range.
    func number<Number: FixedWidthInteger>(_ name: String, in range: ClosedRange<Number>) throws -> Number? {
        guard let text = self[name] else { return nil }
        guard let number = Number(text), range.contains(number) else {
            throw RequestFailure(.badRequest, "\(name) must be from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// Returns the case whose raw value a parameter has, or nil if the parameter is missing or empty.
    ///
    /// - Throws: A ``RequestFailure`` if no case has the value.
    func choice<Choice: RawRepresentable & CaseIterable>(_ name: String) throws -> Choice?
    where Choice.RawValue == String {
        guard let text = self[name] else { return nil }
        guard let choice = Choice(rawValue: text) else {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw RequestFailure(.badRequest, "unknown \(name) “\(text)”", suggestion: "one of \(known)")
        }
        return choice
    }
}

/// Decodes the parts of addresses.
enum PercentEncoding {
    /// Returns a text in which `%20` and `+` are spaces again.
    ///
    /// - Parameter plusIsSpace: Whether `+` is a space, as in the parameters of an address.
    /// - Throws: A ``RequestFailure`` if an escape is incomplete or the result is not UTF-8.
    static func decoded(_ text: some StringProtocol, plusIsSpace: Bool = true) throws -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard rest.count >= 2,
                    let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
                    rest.first != UInt8(ascii: "+")
                else { throw failure }
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? 0x20 : byte)
            }
        }
        guard let decoded = String(validating: bytes, as: UTF8.self) else { throw failure }
        return decoded
    }

    private static var failure: RequestFailure {
        RequestFailure(.badRequest, "the address is not encoded correctly")
    }
}
