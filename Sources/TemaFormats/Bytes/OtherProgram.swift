internal import CSystem
import Glibc
import TemaModel

/// A program of the system's that reads one file and writes what it finds. No shell stands between.
///
/// It sees nothing but its arguments, the file as its standard input, and a fixed environment. It may use the processor and
/// the memory only so long and so far, which the system itself sees to, also when this process is gone; it may write no file.
package struct OtherProgram {
    package let name: String
    private let path: [CChar]

    package struct Result {
        /// What it wrote, under the name of what it read.
        package let output: ByteSource
        /// The first of what it said of errors.
        package let errors: String
        /// Nothing where it was killed.
        package let exitCode: Int32?
    }

    /// Looks for it in the absolute folders of `PATH`; nothing where it is not there.
    package init?(_ name: String) {
        let folders = (getenv("PATH").map { String(cString: $0) } ?? "").split(separator: ":")
        let paths = folders.filter { $0.hasPrefix("/") }.map { InputPath("\($0)/\(name)").terminated }
        guard let path = paths.first(where: { access($0, X_OK) == 0 }) else { return nil }
        (self.name, self.path) = (name, path)
    }

    /// Runs it to its end.
    ///
    /// - Parameter edit: Changes each piece of what it writes before it is kept.
    /// - Throws: A ``Problem`` where it cannot be started, or writes more than ``Limits/programBytes``.
    package func run(
        _ arguments: [String], on source: ByteSource, _ edit: @escaping (inout ArraySlice<UInt8>) -> Void = { _ in }
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
            let child = start(arguments, [descriptor, outputEnd, errorsEnd])
            close(outputEnd)
            close(errorsEnd)
            guard child > 0 else {
                throw Problem("\(name) cannot be started", wayOut: "install it again", file: source.name)
            }
            var running = Running(name: name, output: output, errors: errors)
            var status: CInt = 0
            do throws(Problem) {
                let kept = try ByteSource.spooled(
                    name: source.name, path: source.path, inMemory: Limits.memberBytes
                ) { (chunk: inout [UInt8]) throws(Problem) -> Int in
                    var piece = try running.next(chunk.count)
                    edit(&piece)
                    chunk.replaceSubrange(..<piece.count, with: piece)
                    return piece.count
                }
                _ = SystemError.retrying { waitpid(child, &status, 0) }
                let exited = status & 0x7F == 0
                return Result(
                    output: kept, errors: String(decoding: running.said, as: UTF8.self),
                    exitCode: exited ? (status >> 8) & 0xFF : nil)
            } catch {
                kill(child, SIGKILL)
                _ = SystemError.retrying { waitpid(child, &status, 0) }
                throw error
            }
        }
    }

    /// Both ends are closed in every other program that is started.
    private func pipe() throws(Problem) -> (read: CInt, write: CInt) {
        var ends: [CInt] = [-1, -1]
        guard pipe2(&ends, O_CLOEXEC) == 0 else { throw SystemError.problem(errno, of: name) }
        return (ends[0], ends[1])
    }

    /// - Returns: The process, or 0 where there is none.
    private func start(_ arguments: [String], _ descriptors: [CInt]) -> pid_t {
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
        // What this process ignores, the program shall not.
        var (all, none) = (sigset_t(), sigset_t())
        sigfillset(&all)
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        // They are freed when the program has been started.
        let words = Self.copies([name] + arguments)
        let environment = Self.copies(["LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin"])
        defer { for word in words + environment { free(word) } }
        var child: pid_t = 0
        guard posix_spawn(&child, path, &actions, &attributes, words, environment) == 0 else { return 0 }
        limit(child, RLIMIT_CPU, Limits.programSeconds)
        limit(child, RLIMIT_AS, Limits.programMemory)
        limit(child, RLIMIT_FSIZE, 0)
        limit(child, RLIMIT_CORE, 0)
        return child
    }

    /// As C wants texts: pointers to copies, with none at the end.
    private static func copies(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] { texts.map { strdup($0) } + [nil] }

    private func limit(_ child: pid_t, _ resource: __rlimit_resource, _ most: Int) {
        var limit = rlimit(rlim_cur: rlim_t(most), rlim_max: rlim_t(most))
        prlimit(child, CInt(bitPattern: resource.rawValue), &limit, nil)
    }

    /// What a running program writes, on both of its ways out.
    private struct Running {
        package let name: String
        package let output: CInt
        package let errors: CInt
        private(set) var said: [UInt8] = []
        private var given = 0
        private var hasMoreErrors = true
        private let deadline: Int

        package init(name: String, output: CInt, errors: CInt) {
            (self.name, self.output, self.errors) = (name, output, errors)
            deadline = Self.now + 2 * Limits.programSeconds
        }

        private static var now: Int {
            var time = timespec()
            clock_gettime(CLOCK_MONOTONIC, &time)
            return time.tv_sec
        }

        /// The next piece, empty at the end.
        package mutating func next(_ most: Int) throws(Problem) -> ArraySlice<UInt8> {
            while true {
                var waiting = [pollfd(fd: output, events: Int16(POLLIN), revents: 0)]
                if hasMoreErrors { waiting.append(pollfd(fd: errors, events: Int16(POLLIN), revents: 0)) }
                _ = poll(&waiting, nfds_t(waiting.count), 1_000)
                guard Self.now <= deadline else {
                    throw Problem(
                        "\(name) took longer than \(2 * Limits.programSeconds) seconds",
                        wayOut: "save its text as a .txt file elsewhere")
                }
                if waiting.count > 1, waiting[1].revents != 0 { try listen() }
                guard waiting[0].revents != 0 else { continue }
                var piece = [UInt8](repeating: 0, count: most)
                let count = try ByteSource.receive(&piece, from: output, name: name)
                given += count
                guard given <= Limits.programBytes else {
                    throw Problem(
                        "\(name) finds more than \(Limits.programBytes >> 20) MB in it", wayOut: "split it into several"
                    )
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
}
