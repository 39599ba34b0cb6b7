/// A colour by its purpose, with a variant for light and one for dark backgrounds.
///
/// The contrast of text with its background is at least 4.5 : 1, that of meaningful shapes 3 : 1 (WCAG 2.2, level
/// AA).
public enum Ink: String, CaseIterable, Sendable, Hashable {
    /// The background.
    case paper
    /// Text.
    case ink
    /// Secondary text.
    case soft
    /// Grid lines.
    case line
    /// The connections of a network.
    case edge
    /// Bars, and the first line of a line chart.
    case bar
    /// The second line of a line chart.
    case second
    /// The area of a line chart.
    case band
    // The cells of a heat map, from 0 to the greatest step.
    case heat0, heat1, heat2, heat3, heat4, heat5, heat6
    /// Numbers on the cells of a heat map: on steps up to 3, on step 4, and on steps 5 and 6.
    case onLow, onMiddle, onHigh
    /// Links in a page, and the background of marked words.
    case link, mark
    // The groups of a network.
    case group0, group1, group2, group3, group4, group5, group6, group7

    static let heat: [Ink] = [.heat0, .heat1, .heat2, .heat3, .heat4, .heat5, .heat6]
    static let groups: [Ink] = [.group0, .group1, .group2, .group3, .group4, .group5, .group6, .group7]

    /// The colour as `#rrggbb`, for light and for dark backgrounds.
    public var colors: (light: String, dark: String) {
        switch self {
        case .paper: ("#ffffff", "#17171a")
        case .ink: ("#1b1b1f", "#e8e8ec")
        case .soft: ("#5d5d66", "#a5a5ae")
        case .line: ("#d5d5dc", "#3a3a42")
        case .edge: ("#85858f", "#7a7a86")
        case .bar: ("#1f8577", "#4fc3b4")
        case .second: ("#b3541e", "#f0a26b")
        case .band: ("#cfe6e2", "#23443f")
        case .heat0: ("#f3f5f5", "#222226")
        case .heat1: ("#d8eeea", "#1d3a36")
        case .heat2: ("#abdcd4", "#20544d")
        case .heat3: ("#74c2b6", "#237569")
        case .heat4: ("#3a9f91", "#2f9c8c")
        case .heat5: ("#1b7568", "#5cc7b7")
        case .heat6: ("#0c4b42", "#a8ebe0")
        case .onLow: ("#1b1b1f", "#ffffff")
        case .onMiddle: ("#1b1b1f", "#101012")
        case .onHigh: ("#ffffff", "#101012")
        case .link: ("#0b5cad", "#8cc2ff")
        case .mark: ("#fff1b8", "#4d4200")
        case .group0: ("#0072b2", "#56b4e9")
        case .group1: ("#b3541e", "#f0a26b")
        case .group2: ("#2a7d4f", "#6fd09b")
        case .group3: ("#8a3ffc", "#b99cff")
        case .group4: ("#c2185b", "#ff85ad")
        case .group5: ("#6b5b00", "#d9c65a")
        case .group6: ("#00798c", "#4dd0e1")
        case .group7: ("#5d5d66", "#a5a5ae")
        }
    }

    /// Returns the colour of numbers on a heat map's cells of this step.
    static func onHeat(_ step: Int) -> Ink { step < 4 ? .onLow : step == 4 ? .onMiddle : .onHigh }
}

/// The style that all pictures share.
///
/// Colours are CSS classes. On screens they follow the reader's light or dark mode; in print they are light.
public enum Stylesheet {
    /// The style sheet, which a page needs once for all its pictures.
    ///
    /// Colours are custom properties. `--n` is the fill of a mark on dark screens if it differs from the one on light ones;
    /// marks set it. The light colour is repeated before each, for SVG programs without custom
    /// properties. In a reader's forced colours, texts and lines have the system's colours; marks whose colour has a
    /// meaning keep it.
    public static let text: String = {
        let light = Ink.allCases.map { "--\($0):\($0.colors.light)" }.joined(separator: ";")
        let dark = Ink.allCases.map { "--\($0):\($0.colors.dark)" }.joined(separator: ";")
        let forced = "--paper:Canvas;--ink:CanvasText;--soft:CanvasText;--line:GrayText;--edge:CanvasText"
        let classes = Ink.allCases.map { ink in
            let color = ink.colors.light
            return ".tema .f-\(ink){fill:\(color);fill:var(--\(ink))}\n"
                + ".tema .s-\(ink){fill:none;stroke:\(color);stroke:var(--\(ink))}\n"
        }
        return """
            .tema{\(light);--n:var(--bar);font-family:system-ui,-apple-system,"Segoe UI","DejaVu Sans",sans-serif;font-size:12px}
            @media screen and (prefers-color-scheme:dark){.tema{\(dark)}}
            @media (forced-colors:active){.tema{forced-color-adjust:none;\(forced)}}
            \(classes.joined())@media screen and (prefers-color-scheme:dark){.tema .n{fill:var(--n)}}
            .tema text{unicode-bidi:isolate}
            .tema .b{font-weight:600}
            .tema .e{text-anchor:end}
            .tema .m{text-anchor:middle}
            .tema .h{fill:none;stroke:#ffffff;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}

            """
    }()
}
