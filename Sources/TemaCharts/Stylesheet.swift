/// The style that all pictures share: colours by class, light or dark as the reader's screen has it, light on paper.
public enum Stylesheet {
    /// What a page needs once for all pictures in it.
    ///
    /// Custom properties hold the colours; before each stands the light colour by itself, for programs that draw SVG and
    /// know no custom properties.
    public static let text: String = {
        let light = Ink.allCases.map { "--\($0):\($0.colors.light)" }.joined(separator: ";")
        let dark = Ink.allCases.map { "--\($0):\($0.colors.dark)" }.joined(separator: ";")
        let classes = Ink.allCases.map { ink in
            let color = ink.colors.light
            return ".tema .f-\(ink){fill:\(color);fill:var(--\(ink))}\n"
                + ".tema .s-\(ink){fill:none;stroke:\(color);stroke:var(--\(ink))}\n"
        }
        return """
            .tema{\(light);font-family:system-ui,-apple-system,"Segoe UI","DejaVu Sans",sans-serif;font-size:12px}
            @media screen and (prefers-color-scheme:dark){.tema{\(dark)}}
            \(classes.joined()).tema .b{font-weight:600}
            .tema .e{text-anchor:end}
            .tema .m{text-anchor:middle}
            .tema .h{fill:none;stroke:#ffffff;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}

            """
    }()
}
