internal import CPosix
import Glibc
import TemaModel

/// An installed program that reads a file from standard input and writes to standard output.
///
/// It is started without a shell, with a fixed environment, and with all other descriptors closed. The operating system
/// enforces the limits on its processor time and memory, even after this process has ended.
package struct ExternalProgram {
    /// The program's file name, such as `pdftotext`.
    package let name: String
    private let path: [CChar]

    /// The resources that a program may use, and the suggestions if it needs more.
    package struct Allowance {
        /// The processor time, in seconds. The program is also killed after twice as many seconds of elapsed time.
        package var seconds = Limits.programSeconds
        /// The memory, in bytes.
        package var memory = Limits.programMemory
        /// The number of bytes that it may write to standard output.
        package var output = Limits.programBytes
        /// The largest size, in bytes, of a file that it may write. A program that writes more is killed.
        package var file = 0
        /// Whether the program starts others, which are stopped with it. Then it does not receive the terminal's interrupt.
        package var hasChildren = false
        /// The suggestion if the program takes too long.
        package var ifSlow: String
        /// The suggestion if the program writes too much.
        package var ifLong: String

        /// Creates an allowance with the default limits.
        package init(ifSlow: String, ifLong: String) { (self.ifSlow, self.ifLong) = (ifSlow, ifLong) }
    }

    /// The result of a program that has ended.
    package struct Result {
        /// The standard output, with the name and path of the input.
        package let output: ByteSource
        /// The beginning of the standard error, at most 8 KB.
        package let errors: String
        /// The exit code, or nil if the program was killed.
        package let exitCode: Int32?
    }

    /// Finds a program in the folders of `PATH`. Relative folders are ignored.
    ///
    /// - Parameter missing: The problem to throw if the program is not found.
    /// - Throws: `missing` if the program is not found.
    package init(_ name: String, missing: @autoclosure () -> Problem) throws(Problem) {
        let folders = (getenv("PATH").map { String(cString: $0) } ?? "").split(separator: ":")
        let paths = folders.filter { $0.hasPrefix("/") }.map { InputPath("\($0)/\(name)").terminated }
        guard let path = paths.first(where: { access($0, X_OK) == 0 }) else { throw missing() }
        (self.name, self.path) = (name, path)
    }

    /// Runs the program and waits until it ends.
    ///
    /// - Parameters:
    ///   - source: The standard input of the program.
    ///   - edit: Edits each chunk of output before it is stored.
    /// - Throws: A ``Problem`` if the program cannot be started, or exceeds its allowance of output or elapsed time.
    package func run(
        _ arguments: [String], on source: ByteSource, within allowance: Allowance,
        _ edit: @escaping (inout ArraySlice<UInt8>) -> Void = { _ in }
    ) throws(Problem) -> Result {
        try source.lent { (descriptor) throws(Problem) in
            let (output, outputEnd) = try pipe()
            defer { close(output) }
            let (errors, errorsEnd): (CInt, CInt)
            do throws(Problem) { (errors, errorsEnd) = try pipe() } catch {
                close(outputEnd)
                throw error
            }
            defer { close(errors) }
            let child = start(arguments, [descriptor, outputEnd, errorsEnd], allowance: allowance)
            close(outputEnd)
            close(errorsEnd)
            guard child > 0 else {
                throw Problem("\(name) cannot be started", suggestion: "install it again", file: source.name)
            }
            var running = RunningProgram(name: name, output: output, errors: errors, allowance: allowance)
            var status: CInt = 0
            do throws(Problem) {
                let kept = try ByteSource.temporary(
                    name: source.name, path: source.path, inMemory: Limits.memberBytes
                ) { (chunk: inout [UInt8]) throws(Problem) -> Int in
                    var piece = try running.next(chunk.count)
                    edit(&piece)
                    chunk.replaceSubrange(..<piece.count, with: piece)
                    return piece.count
                }
                _ = SystemError.retrying { waitpid(child, &status, 0) }
                let signal = status & 0x7F
                guard signal != SIGXCPU else { throw running.tookTooLong }
                return Result(
                    output: kept, errors: String(decoding: running.said, as: UTF8.self),
                    exitCode: signal == 0 ? (status >> 8) & 0xFF : nil)
            } catch {
                kill(allowance.hasChildren ? -child : child, SIGKILL)
                _ = SystemError.retrying { waitpid(child, &status, 0) }
                throw error
            }
        }
    }

    /// Opens a pipe whose ends no other program inherits.
    private func pipe() throws(Problem) -> (read: CInt, write: CInt) {
        var ends: [CInt] = [-1, -1]
        guard pipe2(&ends, O_CLOEXEC) == 0 else { throw SystemError.problem(errno, of: name) }
        return (ends[0], ends[1])
    }

    /// Starts the program.
    ///
    /// - Parameter descriptors: The program's standard input, standard output and standard error.
    /// - Returns: The process id, or 0 if the program cannot be started.
    private func start(_ arguments: [String], _ descriptors: [CInt], allowance: Allowance) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (standard, descriptor) in descriptors.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, descriptor, CInt(truncatingIfNeeded: standard))
        }
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Signals that this process ignores or blocks have their default action in the program.
        var (all, none) = (sigset_t(), sigset_t())
        sigfillset(&all)
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setsigmask(&attributes, &none)
        let group = allowance.hasChildren ? Int(POSIX_SPAWN_SETPGROUP) : 0
        posix_spawnattr_setflags(&attributes, Int16(Int(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK) | group))
        // They are freed when this function returns: the program has copies.
        let words = Self.copies([name] + arguments)
        let environment = Self.copies(["LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin"])
        defer { for word in words + environment { free(word) } }
        var child: pid_t = 0
        guard posix_spawn(&child, path, &actions, &attributes, words, environment) == 0 else { return 0 }
        // The soft limit sends SIGXCPU, which says why the program was killed.
        limit(child, RLIMIT_CPU, most: allowance.seconds, hard: allowance.seconds + 1)
        limit(child, RLIMIT_AS, most: allowance.memory)
        limit(child, RLIMIT_FSIZE, most: allowance.file)
        limit(child, RLIMIT_CORE, most: 0)
        return child
    }

    /// Returns C strings that the caller must free, terminated by a null pointer.
    private static func copies(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] { texts.map { strdup($0) } + [nil] }

    private func limit(_ child: pid_t, _ resource: __rlimit_resource, most: Int, hard: Int? = nil) {
        var limit = rlimit(rlim_cur: rlim_t(most), rlim_max: rlim_t(hard ?? most))
        prlimit(child, CInt(bitPattern: resource.rawValue), &limit, nil)
    }
}

/// Reads the standard output and the standard error of a running program.
private struct RunningProgram {
    let name: String
    let output: CInt
    let errors: CInt
    let allowance: ExternalProgram.Allowance
    private(set) var said: [UInt8] = []
    private var given = 0
    private var hasMoreErrors = true
    private let deadline: Int

    init(name: String, output: CInt, errors: CInt, allowance: ExternalProgram.Allowance) {
        (self.name, self.output, self.errors, self.allowance) = (name, output, errors, allowance)
        deadline = Self.now + 2 * allowance.seconds
    }

    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec
    }

    var tookTooLong: Problem {
        Problem("\(name) took longer than \(2 * allowance.seconds) seconds", suggestion: allowance.ifSlow)
    }

    /// Returns the next bytes of standard output, at most `most`; empty at the end.
    ///
    /// - Throws: A ``Problem`` if the program exceeds its allowance of output or elapsed time.
    mutating func next(_ most: Int) throws(Problem) -> ArraySlice<UInt8> {
        while true {
            var waiting = [pollfd(fd: output, events: Int16(POLLIN), revents: 0)]
            if hasMoreErrors { waiting.append(pollfd(fd: errors, events: Int16(POLLIN), revents: 0)) }
            _ = poll(&waiting, nfds_t(waiting.count), 1_000)
            guard Self.now <= deadline else { throw tookTooLong }
            if waiting.count > 1, waiting[1].revents != 0 { try listen() }
            guard waiting[0].revents != 0 else { continue }
            var piece = [UInt8](repeating: 0, count: most)
            let count = try ByteSource.receive(&piece, from: output, name: name)
            given += count
            guard given <= allowance.output else {
                throw Problem(
                    "\(name) writes more than \(allowance.output >> 20) MB", suggestion: allowance.ifLong)
            }
            if count == 0, hasMoreErrors { try listen() }
            return piece[..<count]
        }
    }

    private mutating func listen() throws(Problem) {
        var piece = [UInt8](repeating: 0, count: 4 << 10)
        let count = try ByteSource.receive(&piece, from: errors, name: name)
        hasMoreErrors = count > 0
        if said.count < 4 << 10 { said += piece[..<count] }
    }
}
