import TemaModel

/// GEXF 1.2 (gexf.net), Gephi's format, in the version that all programs support.
enum GEXF: NetworkFormat {
    static let name = "gexf"
    static let summary = "GEXF, for Gephi and NetworkX"

    static func written(_ network: Network) -> String {
        var out = """
            <?xml version="1.0" encoding="UTF-8"?>
            <gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
              <meta>
                <creator>Tema</creator>
                <description>\(([network.title] + network.notes).joined(separator: "\n").description.escapedAsXML)</description>
              </meta>
              <graph mode="static" defaultedgetype="undirected">
                <attributes class="node" mode="static">
                  <attribute id="group" title="group" type="string"/>
                  <attribute id="size" title="size" type="integer"/>
                </attributes>
                <attributes class="edge" mode="static">

            """
        for figure in network.figures {
            let type = figure.networkType == "int" ? "integer" : figure.networkType
            out += "      <attribute id=\"\(figure.name)\" title=\"\(figure.name)\" type=\"\(type)\"/>\n"
        }
        out += "    </attributes>\n    <nodes>\n"
        for (number, node) in network.nodes.enumerated() {
            out += """
                      <node id="n\(number)" label="\(node.label.escapedAsXML)"><attvalues>\
                <attvalue for="group" value="\(node.group.escapedAsXML)"/><attvalue for="size" value="\(node.size)"/></attvalues></node>

                """
        }
        out += "    </nodes>\n    <edges>\n"
        for (number, edge) in network.edges.enumerated() {
            out +=
                "      <edge id=\"e\(number)\" source=\"n\(edge.one)\" target=\"n\(edge.other)\" weight=\"\(edge.weight)\"><attvalues>"
            for (figure, cell) in zip(network.figures, edge.figures) {
                if let value = figure.value(cell) { out += "<attvalue for=\"\(figure.name)\" value=\"\(value)\"/>" }
            }
            out += "</attvalues></edge>\n"
        }
        return out + "    </edges>\n  </graph>\n</gexf>\n"
    }
}
