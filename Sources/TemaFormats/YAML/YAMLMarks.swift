internal import CYaml
import TemaModel

/// The events of libyaml's parser, read before a text is composed, because composing resolves aliases: hashing a map whose key
/// is an alias of nested aliases can take exponential time.
///
/// It owns libyaml's parser.
final class YAMLMarks {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let text: ContiguousArray<UInt8>

    private init(_ text: String) {
        self.text = ContiguousArray(text.utf8)
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        yaml_parser_initialize(parser)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// Throws a ``Problem`` with line and column at the first anchor or tag of a text. An alias without an anchor before it is
    /// an error of the parser, as is invalid YAML; both are left to the composer.
    static func refuse(in text: String) throws(Problem) {
        try YAMLMarks(text).refuse()
    }

    private func refuse() throws(Problem) {
        // libyaml reads the bytes only in `yaml_parser_parse`, which is called while they are valid.
        try text.withUnsafeBufferPointer { (bytes) throws(Problem) in
            yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
            var event = yaml_event_t()
            while yaml_parser_parse(parser, &event) == 1 {
                defer { yaml_event_delete(&event) }
                guard event.type != YAML_STREAM_END_EVENT, event.type != YAML_NO_EVENT else { return }
                let (anchor, tag) = Self.marks(of: event)
                let what = anchor.map { "anchors (&\($0))" } ?? tag.map { "tags (\($0))" }
                guard let what else { continue }
                throw Problem(
                    "\(what) are not supported", suggestion: "write out the value; if it is text, put it in quotes",
                    line: event.start_mark.line + 1, column: event.start_mark.column + 1)
            }
        }
    }

    /// Returns the names of the anchor and of the tag that are written at an event. The fields that are valid depend on the type.
    private static func marks(of event: yaml_event_t) -> (anchor: String?, tag: String?) {
        switch event.type {
        case YAML_SCALAR_EVENT: (name(event.data.scalar.anchor), name(event.data.scalar.tag))
        case YAML_SEQUENCE_START_EVENT: (name(event.data.sequence_start.anchor), name(event.data.sequence_start.tag))
        case YAML_MAPPING_START_EVENT: (name(event.data.mapping_start.anchor), name(event.data.mapping_start.tag))
        default: (nil, nil)
        }
    }

    private static func name(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        text.map { String(cString: $0) }
    }
}
