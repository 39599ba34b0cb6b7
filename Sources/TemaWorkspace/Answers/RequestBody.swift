import HTTPTypes
import Hummingbird
import NIOCore
import TemaFormats
import TemaModel

/// The members of the JSON object that a writing request contains. Each member must be read; others are errors, so that
/// nothing that was asked for is ignored.
struct RequestBody {
    /// The longest body in bytes.
    static let longest = 1 << 20

    private let value: JSONValue
    private var unread: Set<String>

    /// - Throws: A ``RequestFailure`` if the body is too long or not a JSON object.
    init(_ request: Request) async throws {
        var request = request
        if let length = request.headers[.contentLength].flatMap(Int.init), length > Self.longest { throw Self.tooLong }
        let buffer: ByteBuffer
        do { buffer = try await request.collectBody(upTo: Self.longest) } catch is NIOTooManyBytesError {
            throw Self.tooLong
        }
        try self.init(try JSONValue(Array(buffer.readableBytesView)[...]))
    }

    init(_ value: JSONValue) throws {
        guard case .object(let members) = value else {
            throw RequestFailure(.badRequest, "the body is not a JSON object")
        }
        self.value = value
        unread = Set(members.map(\.name))
    }

    private static var tooLong: RequestFailure {
        RequestFailure(.contentTooLarge, "the body is larger than 1 MB")
    }

    private mutating func member(_ name: String) -> JSONValue? {
        unread.remove(name)
        return value[name]
    }

    /// Returns whether a member exists, even if it is null.
    func has(_ name: String) -> Bool { unread.contains(name) }

    /// Returns a text; nil if it is missing or null.
    mutating func optionalText(_ name: String) throws -> String? {
        guard let member = member(name) else { return nil }
        guard let text = member.text else { throw Self.wrong(name, "a text") }
        return text
    }

    mutating func text(_ name: String) throws -> String {
        guard let text = try optionalText(name) else { throw Self.wrong(name, "a text") }
        return text
    }

    /// Returns an integer that is not negative; nil if it is missing or null.
    mutating func optionalNumber(_ name: String) throws -> Int? {
        guard let member = member(name) else { return nil }
        guard case .number(let text) = member, let number = Int(text), number >= 0 else {
            throw Self.wrong(name, "a whole number")
        }
        return number
    }

    mutating func number(_ name: String) throws -> Int {
        guard let number = try optionalNumber(name) else { throw Self.wrong(name, "a whole number") }
        return number
    }

    /// Returns a Boolean value; nil if it is missing or null.
    mutating func optionalFlag(_ name: String) throws -> Bool? {
        guard let member = member(name) else { return nil }
        guard case .flag(let flag) = member else { throw Self.wrong(name, "true or false") }
        return flag
    }

    mutating func flag(_ name: String) throws -> Bool {
        guard let flag = try optionalFlag(name) else { throw Self.wrong(name, "true or false") }
        return flag
    }

    /// Returns a list of texts; nil if it is missing or null.
    mutating func optionalTexts(_ name: String) throws -> [String]? {
        guard let member = member(name) else { return nil }
        guard case .list(let items) = member else { throw Self.wrong(name, "a list of texts") }
        return try items.map {
            guard let text = $0.text else { throw Self.wrong(name, "a list of texts") }
            return text
        }
    }

    mutating func texts(_ name: String) throws -> [String] {
        guard let texts = try optionalTexts(name) else { throw Self.wrong(name, "a list of texts") }
        return texts
    }

    /// Returns the objects of a list; nil if it is missing or null.
    mutating func optionalObjects(_ name: String) throws -> [RequestBody]? {
        guard let member = member(name) else { return nil }
        guard case .list(let items) = member else { throw Self.wrong(name, "a list of objects") }
        return try items.map { try RequestBody($0) }
    }

    /// Returns an object; nil if it is missing or null.
    mutating func optionalObject(_ name: String) throws -> RequestBody? { try member(name).map { try RequestBody($0) } }

    /// - Throws: A ``RequestFailure`` if a member has not been read.
    func end() throws {
        guard let name = unread.sorted().first else { return }
        throw RequestFailure(.badRequest, "unknown member “\(name)”")
    }

    private static func wrong(_ name: String, _ what: String) -> RequestFailure {
        RequestFailure(.badRequest, "“\(name)” must be \(what)")
    }
}
