import Testing

@testable import TemaWorkspace

@Suite("Percent-encoded parts of addresses")
struct PercentEncodingTests {
    @Test(
        "are decoded",
        arguments: [
            ("a%20b", "a b"), ("a+b", "a b"), ("10.1%2Fx%23y", "10.1/x#y"), ("%E0%A4%B6", "श"), ("", ""),
        ])
    func decodes(encoded: String, text: String) throws {
        #expect(try PercentEncoding.decoded(encoded) == text)
    }

    @Test("keep a plus sign in a path")
    func keepsPlus() throws {
        #expect(try PercentEncoding.decoded("a+b", plusIsSpace: false) == "a+b")
    }

    @Test("are refused if they are broken", arguments: ["%", "%2", "%zz", "%+1", "%FF"])
    func refuses(encoded: String) {
        #expect(throws: RequestFailure.self) { try PercentEncoding.decoded(encoded) }
    }
}
