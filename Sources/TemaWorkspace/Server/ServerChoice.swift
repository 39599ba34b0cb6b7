import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import NIOCore
import NIOSSL
import TemaModel

/// The server for HTTP or HTTPS, with limits that keep one client from stopping the others.
enum ServerChoice {
    /// The number of connections for each person.
    static let connectionsEach = 64
    /// How long a connection may send nothing.
    private static let idleTimeout = TimeAmount.seconds(30)
    private static let headerBytes = 16 << 10

    /// - Throws: A ``Problem`` if the certificate cannot be read, or is missing for an address that others can reach.
    static func server(_ settings: WorkspaceSettings) throws -> HTTPServerBuilder {
        let plain = HTTPServerBuilder.http1(
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: [RequestDeadline()], idleTimeout: idleTimeout,
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: headerBytes, maxHeaderListSize: headerBytes, maxHeaderFieldCount: 100)))
        guard let certificate = settings.certificate else {
            guard WorkspaceSettings.isLoopback(settings.address) else {
                throw Problem(
                    "other computers can only be served with HTTPS",
                    suggestion: "pass a certificate with --tls-cert and --tls-key")
            }
            return plain
        }
        return try .tls(plain, tlsConfiguration: try configuration(certificate))
    }

    private static func configuration(_ certificate: WorkspaceSettings.Certificate) throws -> TLSConfiguration {
        do {
            let chain = try NIOSSLCertificate.fromPEMFile(certificate.chain)
            let key = try NIOSSLPrivateKey(file: certificate.key, format: .pem)
            return .makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        } catch {
            throw Problem(
                "the certificate or its key cannot be read: \(error)", suggestion: "pass PEM files",
                file: certificate.chain)
        }
    }
}
