import ArgumentParser
import Synchronization
import TemaModel
import TemaStudy
import TemaWorkspace

struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Open a study in the browser, to read and code.",
        discussion: """
            Example: tema serve interviews.tema

            Nothing leaves this computer: only programs on it can connect, and only with the link. Ctrl-C ends it. Two coders \
            on one computer or, through a tunnel, on several:

              tema serve interviews.tema --coders ann,ben
            """)

    @Argument(help: "Study, such as interviews.tema.", completion: .file(extensions: ["tema"]))
    var study: String?
    @Flag(help: "Open a study of Tema's own corpus, which is deleted at the end.")
    var demo = false
    @Option(help: ArgumentHelp("Port. By default the first free one from 8095.", valueName: "number"))
    var port: Int?
    @Flag(help: "Do not open the browser.")
    var noOpen = false
    @Option(help: ArgumentHelp("Coders who get a link each, separated by commas.", valueName: "names"))
    var coders: String?
    @OptionGroup var coder: CoderOptions
    @Option(
        help: ArgumentHelp(
            "Address on which other computers can connect. It needs a certificate.", valueName: "address"))
    var listen: String?
    @Option(help: ArgumentHelp("Name by which other computers know this one. Repeatable.", valueName: "name"))
    var host: [String] = []
    @Option(help: ArgumentHelp("Certificate for HTTPS, in PEM.", valueName: "file"), completion: .file())
    var tlsCert: String?
    @Option(help: ArgumentHelp("Key of the certificate, in PEM.", valueName: "file"), completion: .file())
    var tlsKey: String?
    @Option(help: ArgumentHelp("Folder of the page's files, for work on the page.", visibility: .hidden))
    var assets: String?

    func validate() throws {
        guard (study == nil) == demo else { throw ValidationError("pass either a study or --demo") }
        guard (tlsCert == nil) == (tlsKey == nil) else {
            throw ValidationError("--tls-cert and --tls-key belong together")
        }
        if let port, !(0...65_535 ~= port) { throw ValidationError("--port must be from 0 to 65,535") }
        if coders != nil, coder.name != nil { throw ValidationError("--coder and --coders cannot be combined") }
        if !host.isEmpty, listen == nil { throw ValidationError("--host needs --listen") }
        if host.isEmpty, let listen, ["0.0.0.0", "::"].contains(listen) {
            throw ValidationError("\(listen) is no address to open; add the name of this computer with --host")
        }
        let names = try persons
        guard Set(names).count == names.count else { throw ValidationError("--coders has a name twice") }
    }

    /// The names of the coders who get a link.
    private var persons: [String] {
        get throws { try coders.map { try CoderOptions.names($0) } ?? [try coder.coder] }
    }

    func run() throws {
        let persons = try persons
        var settings = WorkspaceSettings(
            persons: persons.map { Person($0, isCoordinator: persons.count == 1) })
        if let port { settings.ports = [port] }
        if let listen { settings.address = listen }
        settings.names = host
        if let tlsCert, let tlsKey { settings.certificate = .init(chain: tlsCert, key: tlsKey) }
        settings.pageFolder = assets
        guard demo else { return try serve(try Study(study ?? "", for: .writing), settings) }
        let example = try DemoStudy(by: persons[0])
        defer { example.remove() }
        try serve(example.study, settings)
    }

    private func serve(_ study: Study, _ settings: WorkspaceSettings) throws {
        let opened = Mutex<Browser?>(nil)
        defer { opened.withLock { $0?.remove() } }
        try Workspace(study, settings).run { [noOpen] links in
            for link in links {
                try? Messages.show(links.count == 1 ? link.address : "\(link.person.name)\t\(link.address)")
            }
            Messages.say("Ctrl-C ends the workspace")
            guard !noOpen, let first = links.first else { return }
            let browser = Browser(opening: first.address)
            if browser == nil { Messages.say("no browser was found; open the link in one") }
            opened.withLock { $0 = browser }
        }
    }
}
