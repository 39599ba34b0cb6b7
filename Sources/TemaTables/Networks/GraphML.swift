import TemaModel

/// GraphML 1.0 (graphml.graphdrawing.org), as read by Gephi, yEd, Cytoscape, igraph and NetworkX.
enum GraphML: NetworkFormat {
    static let name = "graphml"
    static let summary = "GraphML, for Gephi, yEd, Cytoscape, igraph and NetworkX"

    static func written(_ network: Network) -> String {
        var out = """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
              <desc>\(([network.title] + network.notes).joined(separator: "\n").description.escapedAsXML)</desc>
              <key id="label" for="node" attr.name="label" attr.type="string"/>
              <key id="group" for="node" attr.name="group" attr.type="string"/>
              <key id="size" for="node" attr.name="size" attr.type="int"/>
              <key id="weight" for="edge" attr.name="weight" attr.type="double"/>

            """
        for figure in network.figures {
            out +=
                "  <key id=\"\(figure.name)\" for=\"edge\" attr.name=\"\(figure.name)\" attr.type=\"\(figure.networkType)\"/>\n"
        }
        out += "  <graph edgedefault=\"undirected\">\n"
        for (number, node) in network.nodes.enumerated() {
            out += """
                    <node id="n\(number)"><data key="label">\(node.label.escapedAsXML)</data>\
                <data key="group">\(node.group.escapedAsXML)</data><data key="size">\(node.size)</data></node>

                """
        }
        for edge in network.edges {
            out +=
                "    <edge source=\"n\(edge.one)\" target=\"n\(edge.other)\"><data key=\"weight\">\(edge.weight)</data>"
            for (figure, cell) in zip(network.figures, edge.figures) {
                if let value = figure.value(cell) { out += "<data key=\"\(figure.name)\">\(value)</data>" }
            }
            out += "</edge>\n"
        }
        return out + "  </graph>\n</graphml>\n"
    }
}
