import Synchronization

/// The `Host` and `Origin` headers that belong to the workspace. They are known once its port is.
final class Addresses: Sendable {
    private let known = Mutex((hosts: Set<String>(), origins: Set<String>()))

    func set(_ settings: WorkspaceSettings, port: Int) -> String {
        let isLocal = WorkspaceSettings.isLoopback(settings.address)
        let names = settings.names + [settings.address] + (isLocal ? ["127.0.0.1", "localhost"] : [])
        let scheme = settings.certificate == nil ? "http" : "https"
        let hosts = names.flatMap { name in
            let host = name.contains(":") ? "[\(name)]" : name
            // Browsers omit the scheme's own port.
            return port == (scheme == "https" ? 443 : 80) ? ["\(host):\(port)", host] : ["\(host):\(port)"]
        }
        known.withLock { $0 = (Set(hosts), Set(hosts.map { "\(scheme)://\($0)" })) }
        return "\(scheme)://\(hosts.first ?? "")"
    }

    func hasHost(_ host: String) -> Bool { known.withLock { $0.hosts.contains(host) } }

    func hasOrigin(_ origin: String) -> Bool { known.withLock { $0.origins.contains(origin) } }
}
