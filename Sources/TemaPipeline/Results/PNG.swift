import Glibc
public import TemaModel

/// Pictures as PNG, drawn by librsvg's `rsvg-convert`, a program of its own.
public enum PNG {
    /// Two pixels for each of the picture's, so that small letters stay readable.
    private static let options = ["--format=png", "--zoom=2"]

    /// - Throws: A ``Problem`` where the program is not installed or could not draw.
    public static func drawn(_ svg: [UInt8], by program: String = "rsvg-convert") throws(Problem) -> [UInt8] {
        let input = try temporary(svg)
        defer { close(input) }
        let output = try temporary([])
        defer { close(output) }
        try run(program, input, output)
        return try contents(output)
    }

    /// A file without a name, which is gone when it is closed.
    private static func temporary(_ bytes: [UInt8]) throws(Problem) -> CInt {
        var template = Array("/tmp/tema.XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw failure("no temporary file can be made in /tmp", errno) }
        unlink(String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure("a temporary file cannot be written", errno) }
            written += count
        }
        lseek(descriptor, 0, SEEK_SET)
        return descriptor
    }

    private static func run(_ program: String, _ input: CInt, _ output: CInt) throws(Problem) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + options).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process = pid_t()
        let result = posix_spawnp(&process, program, &actions, nil, &words, environ)
        guard result == 0 else {
            throw Problem(
                "PNG is drawn by \(program), which cannot be run: \(String(cString: strerror(result)))",
                wayOut: "install Debian's librsvg2-bin, or write .svg")
        }
        var status: CInt = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        guard status == 0 else { throw Problem("\(program) could not draw the picture", wayOut: "write .svg") }
    }

    private static func contents(_ descriptor: CInt) throws(Problem) -> [UInt8] {
        lseek(descriptor, 0, SEEK_SET)
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure("the picture cannot be read back", errno) }
            guard count > 0 else { return all }
            all += buffer[..<count]
        }
    }

    private static func failure(_ what: String, _ code: CInt) -> Problem {
        Problem("\(what): \(String(cString: strerror(code)))", wayOut: "write .svg")
    }
}
