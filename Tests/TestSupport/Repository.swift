import Foundation

/// The repository that the tests were built from.
package enum Repository {
    package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    package static func url(_ path: String) -> URL { root.appending(path: path) }

    package static func path(_ path: String) -> String { url(path).path }
}
