import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes a connection whose request is not complete in time. A client that sends its body slowly would otherwise
/// occupy one of the connections permanently.
///
/// Requests that are slow before their body are closed by the server's own timeout of idle connections.
final class RequestDeadline: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart

    /// How long a request may take from the end of its headers to the end of its body.
    private static let longest = TimeAmount.seconds(20)

    private var closing: Scheduled<Void>?

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            closing?.cancel()
            closing = context.eventLoop.assumeIsolated().scheduleTask(in: Self.longest) { context.close(promise: nil) }
        case .body: break
        case .end: cancel()
        }
        context.fireChannelRead(data)
    }

    func channelInactive(context: ChannelHandlerContext) {
        cancel()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { cancel() }

    private func cancel() {
        closing?.cancel()
        closing = nil
    }
}

@available(*, unavailable)
extension RequestDeadline: Sendable {}
