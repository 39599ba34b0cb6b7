/// The texts in a ZIP file, in the file's order.
package struct Unzipped {
    package let members: [(name: String, text: String)]

    package init(_ bytes: [UInt8]) {
        members = Unpacked(bytes).members.map { ($0.0, String(decoding: $0.1, as: UTF8.self)) }
    }

    package subscript(name: String) -> String? { members.first { $0.name == name }?.text }
}
