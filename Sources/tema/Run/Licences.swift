import TemaModel
import TemaWorkspace

/// The licences of the program's parts.
enum Licences {
    /// The list of the parts with their licences, and then all texts of the licences.
    static var text: String {
        let files = EmbeddedFiles.licences.mapValues { String(decoding: $0, as: UTF8.self) }
        let parts = (files["parts.tsv"] ?? "").split(separator: "\n").dropFirst()
            .map { $0.split(separator: "\t").map(String.init) }
        let width = parts.compactMap { $0.first?.count }.max() ?? 0
        let list = parts.filter { $0.count > 1 }
            .map { "  \($0[0])" + String(repeating: " ", count: width - $0[0].count + 2) + $0[1] }
        let texts = files.filter { $0.key != "parts.tsv" }.sorted { $0.key < $1.key }
            .map { "==== \($0.key.dropLast(4)) ====\n\n\($0.value)" }
        return """
            tema \(Tema.version) has the licence Apache-2.0. It contains the parts below.
            The C libraries from libxml2 to gcc are only in the static program;
            another program uses those of the system.

            \(list.joined(separator: "\n"))

            \(texts.joined(separator: "\n"))
            """
    }
}
