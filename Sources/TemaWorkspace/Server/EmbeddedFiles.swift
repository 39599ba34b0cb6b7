import CAssets

/// The files inside the program.
package enum EmbeddedFiles {
    /// The files of the page, by their paths.
    static let page = files { tema_page_file($0) }
    /// The files of the demonstration, by their paths.
    static var demo: [String: [UInt8]] { files { tema_demo_file($0) } }
    /// The licences of the parts of the program, by their names, and the list of the parts as `parts.tsv`.
    package static var licences: [String: [UInt8]] { files { tema_licence_file($0) } }

    /// The addresses and lengths are those of constant arrays, which C's compiler made.
    private static func files(_ file: (Int) -> UnsafePointer<tema_asset>?) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        var number = 0
        while let found = file(number)?.pointee {
            files[String(cString: found.path)] = Array(UnsafeBufferPointer(start: found.bytes, count: found.count))
            number += 1
        }
        return files
    }
}
