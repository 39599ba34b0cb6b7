import CPosix
import Glibc
import TemaModel

/// Opens a link in the user's browser.
///
/// The link is a secret, and other users can see the arguments of programs. The browser therefore opens a file that only the
/// user can read, which leads to the link.
struct Browser {
    private let folder: String
    private var file: String { folder + "/open.html" }

    /// Opens a link; returns nil if there is no browser.
    init?(opening link: String) {
        var template = Array("\(Self.temporaryFolder)/tema-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { return nil }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let page =
            "<!doctype html><meta charset=\"utf-8\"><title>Tema</title><meta http-equiv=\"refresh\" content=\"0;url=\(link)\">\n"
        let descriptor = Glibc.open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        let count = Array(page.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
        guard count == page.utf8.count, Self.start("xdg-open", file) else {
            remove()
            return nil
        }
    }

    /// Deletes the file.
    func remove() {
        unlink(file)
        rmdir(folder)
    }

    /// The user's own folder, if the system has one; browsers in sandboxes cannot read others.
    private static var temporaryFolder: String {
        for name in ["XDG_RUNTIME_DIR", "TMPDIR"] {
            if let path = getenv(name).map({ String(cString: $0) }), !path.isEmpty { return path }
        }
        return "/tmp"
    }

    /// Starts a program with one argument, without waiting for it. Its output is discarded.
    private static func start(_ program: String, _ argument: String) -> Bool {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup(argument), nil]
        defer { for argument in arguments { free(argument) } }
        var process = pid_t()
        return posix_spawnp(&process, program, &actions, nil, &arguments, environ) == 0
    }
}
