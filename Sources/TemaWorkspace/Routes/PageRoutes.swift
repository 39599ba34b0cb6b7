import HTTPTypes
import Hummingbird
import NIOCore
import TemaFormats

/// The files of the page. They contain nothing of the study, so they need no token.
struct PageRoutes {
    /// The folder from which files are read instead of the program, or nil.
    let folder: String?

    func add(to router: Router<WorkspaceContext>) {
        let page = self
        router.get("") { _, _ in try page.answer("index.html") }
        router.get("assets/**") { _, context in
            try page.answer(context.parameters.getCatchAll().joined(separator: "/"))
        }
    }

    private static let types = [
        "html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8",
        "svg": "image/svg+xml", "json": "application/json; charset=utf-8",
    ]

    private func answer(_ path: String) throws -> Response {
        guard let type = Self.types[String(path.split(separator: ".").last ?? "")], let bytes = bytes(path) else {
            throw HTTPError(.notFound)
        }
        return Response(
            status: .ok, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func bytes(_ path: String) -> [UInt8]? {
        // Only files that are part of the page, so that no other file of the folder's disk can be read.
        if let folder {
            guard !path.contains("..") else { return nil }
            let file = try? ByteSource.open("\(folder)/\(path)")
            return try? file?.beginning(RequestBody.longest)
        }
        return EmbeddedFiles.page[path]
    }
}
